const month = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}';
const day = '(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?';
const date = `(?:,? ?(?:${day}|${month}\\.? \\d{1,2}|\\d{1,2} ${month}\\.?)(?:,? \\d{4})?,?)`;
const place = `\\p{Lu}[\\p{L}.’'-]*(?:[ /]\\p{Lu}[\\p{L}.’'-]*){0,3}(?:, \\p{Lu}[\\p{L}.]*(?: \\p{Lu}[\\p{L}.]*){0,2})?`;
const dash = '(?:\\s?(?:--|[–—-])\\s?)';
const opening = `(?=[\\p{Lu}\\d“"‘'(])`;

/** A place or a date, an agency in brackets, and a dash: "PORT ANSEL, Nov 5 (Quay News) - ". */
const withAgency = new RegExp(`^(?:${place})?${date}{0,2} ?\\(\\p{Lu}[^()]{1,40}\\)${dash}${opening}`, 'u');
/** Agencies so well known that papers leave the dash out: "Port Ansel (AP)The". */
const withKnown = new RegExp(
  `^(?:${place})?${date}{0,2} {0,2}\\((?:CNN|AP|AFP|Reuters|REUTERS|UPI|PA|BBC|dpa|ANSA|EFE|Xinhua|Bloomberg|TASS|CNN Business|The Associated Press)\\)${dash}?\\s?${opening}`,
  'u',
);
/** A place in capitals and a dash: "PORT ANSEL, Ohio — ". */
const withPlace = new RegExp(
  `^\\p{Lu}{3,}(?:[ .’'-]{1,2}\\p{Lu}[\\p{Lu}.]*){0,3}(?:, \\p{Lu}[\\p{L}.]*(?: \\p{Lu}[\\p{L}.]*){0,2})?${date}{0,2}(?: ?— ?| – | -- ?| - )${opening}`,
  'u',
);

/** An agency or paper in brackets that touches the first word: "(Quay News)The". */
const touching = new RegExp(`^(?:${place} {1,2})?\\(\\p{Lu}[\\p{L}\\d .&’'-]{1,40}\\)(?=[\\p{Lu}“"‘])`, 'u');

/** How many characters at the beginning of the lead are a dateline; 0 where there is none. */
export function datelineLength(lead: string): number {
  const beginning = lead.slice(0, 160);
  if (!/[)–—-]/.test(beginning)) return 0;
  const patterns = beginning.includes(')') ? [withAgency, withKnown, withPlace, touching] : [withPlace];
  for (const pattern of patterns) {
    const found = pattern.exec(beginning);
    if (found) return found[0].length;
  }
  return 0;
}
