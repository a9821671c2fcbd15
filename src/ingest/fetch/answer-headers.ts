interface Headers {
  get(name: string): string | null;
}

const secondMs = 1000;
const dayMs = 24 * 60 * 60 * secondMs;

/** How long a server asks not to be asked again (Retry-After: seconds or a date); at most a day. */
export function waitAsked(headers: Headers, now: number): number | undefined {
  const written = (headers.get('retry-after') ?? '').trim();
  const ms = /^\d{1,12}$/.test(written) ? Number(written) * secondMs : httpDate(written) - now;
  return Number.isFinite(ms) && ms > 0 ? Math.min(ms, dayMs) : undefined;
}

/** Only as HTTP writes dates: `Date.parse` makes a date of almost anything. */
function httpDate(written: string): number {
  return /^[A-Z][a-z]{2,8}, \d{2}[ -][A-Z][a-z]{2}[ -]\d{2,4} \d\d:\d\d:\d\d GMT$/.test(written)
    ? Date.parse(written)
    : Number.NaN;
}

/** How long what came may be kept (Cache-Control: max-age); nothing where it may not be kept at all. */
export function freshFor(headers: Headers): number | undefined {
  const rules = (headers.get('cache-control') ?? '').slice(0, 500).toLowerCase();
  if (/\bno-(?:cache|store)\b/.test(rules)) return undefined;
  const seconds = /(?:^|[\s,])max-age\s{0,5}=\s{0,5}"?(\d{1,9})/.exec(rules)?.[1];
  return seconds === undefined || Number(seconds) === 0 ? undefined : Number(seconds) * secondMs;
}
