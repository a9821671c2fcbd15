/** Hours east of Greenwich; a name with several meanings has the one that feeds use it for. */
const hoursByName: Readonly<Record<string, number>> = {
  z: 0,
  ut: 0,
  utc: 0,
  gmt: 0,
  wet: 0,
  west: 1,
  bst: 1,
  ist: 5.5,
  cet: 1,
  cest: 2,
  met: 1,
  mest: 2,
  mez: 1,
  mesz: 2,
  eet: 2,
  eest: 3,
  msk: 3,
  msd: 4,
  trt: 3,
  idt: 3,
  gst: 4,
  pkt: 5,
  npt: 5.75,
  ict: 7,
  wib: 7,
  hkt: 8,
  sgt: 8,
  awst: 8,
  pht: 8,
  jst: 9,
  kst: 9,
  acst: 9.5,
  acdt: 10.5,
  aest: 10,
  aedt: 11,
  nzst: 12,
  nzdt: 13,
  sast: 2,
  cat: 2,
  eat: 3,
  wat: 1,
  nst: -3.5,
  ndt: -2.5,
  adt: -3,
  ast: -4,
  edt: -4,
  est: -5,
  cdt: -5,
  cst: -6,
  mdt: -6,
  mst: -7,
  pdt: -7,
  pst: -8,
  akdt: -8,
  akst: -9,
  hst: -10,
  hdt: -9,
  brt: -3,
  brst: -2,
  art: -3,
  clt: -4,
  clst: -3,
  cot: -5,
  pet: -5,
};

/** Names of a place's time all year round. */
const places: Readonly<Record<string, string>> = {
  et: 'America/New_York',
  ct: 'America/Chicago',
  mt: 'America/Denver',
  pt: 'America/Los_Angeles',
  eastern: 'America/New_York',
  central: 'America/Chicago',
  mountain: 'America/Denver',
  pacific: 'America/Los_Angeles',
};

/** Minutes east of Greenwich at a time that is read from a clock there. */
export type Zone = (clockTime: number) => number;

const fixed =
  (hours: number): Zone =>
  () =>
    hours * 60;

/** The zone at the start of `words`, in lower case: "+0100 (cet)", "gmt+1", "est", "eastern daylight time", "z". */
export function zoneAt(words: string): Zone | undefined {
  const start = words.trimStart().replace(/^[([]\s?/, '');
  return offset(start) ?? namedZone(start);
}

function offset(words: string): Zone | undefined {
  const match = /^(?:(?:etc\/)?(?:gmt|utc|ut|z)\s?)?([+\-−–])(\d{1,2})(?::?(\d\d))?(?![\d/])/.exec(words);
  if (match === null) return undefined;
  const hours = Number(match[2]) + Number(match[3] ?? 0) / 60;
  return hours > 15 ? undefined : fixed(match[1] === '+' ? hours : -hours);
}

function namedZone(words: string): Zone | undefined {
  const place = /^[a-z]{2,20}\/[a-z_]{2,30}/.exec(words)?.[0];
  if (place !== undefined) return placeZone(place);
  const [, name = '', season] = /^([a-z]{1,8})(?![a-z])(?:\s(standard|daylight|summer))?/.exec(words) ?? [];
  const hours = Object.hasOwn(hoursByName, name) ? hoursByName[name] : military(name);
  if (hours !== undefined) return fixed(hours + (name === 'gmt' && season === 'daylight' ? 1 : 0));
  const standing = Object.hasOwn(places, name) ? places[name] : undefined;
  return standing === undefined ? undefined : placeZone(standing);
}

/** RFC 822 has A to M for one to twelve hours west, N to Y east, and no J. */
function military(name: string): number | undefined {
  const east = 'nopqrstuvwxy'.indexOf(name);
  const west = 'abcdefghiklm'.indexOf(name);
  if (name.length !== 1 || (east === -1 && west === -1)) return undefined;
  return east === -1 ? -(west + 1) : east + 1;
}

/** By place; `undefined` for one that does not exist. A format takes long to make. */
const formats = new Map<string, Intl.DateTimeFormat | undefined>();
const mostFormats = 500;

function formatFor(timeZone: string): Intl.DateTimeFormat | undefined {
  if (formats.has(timeZone)) return formats.get(timeZone);
  const format = formatOf(timeZone);
  if (formats.size < mostFormats) formats.set(timeZone, format);
  return format;
}

function formatOf(timeZone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function placeZone(timeZone: string): Zone | undefined {
  const format = formatFor(timeZone);
  if (format === undefined) return undefined;
  const at = (instant: number) => {
    const name = format.formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value ?? '';
    const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)/.exec(name) ?? [];
    const offsetMinutes = Number(hours ?? 0) * 60 + Number(minutes ?? 0);
    return sign === '-' ? -offsetMinutes : offsetMinutes;
  };
  return (clockTime) => at(clockTime - at(clockTime) * 60_000);
}
