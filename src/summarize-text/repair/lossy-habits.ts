/** How a text writes what its damage has made alike. */
export interface Habits {
  readonly sign: string;
  /** What stands between blanks: "–" or "—". */
  readonly dash: '–' | '—';
  /** Headings take single quotation marks. */
  readonly isHeading: boolean;
}

/** What American papers write; two kinds of it are more than chance. */
const american = [
  /\bU\.S\./,
  /\b(?:Sen|Rep|Gov)\. [A-Z]/,
  /\b(?:Jan|Feb|Aug|Sept|Oct|Nov|Dec)\. \d/,
  /\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b/,
];

/** American papers part with the long dash, others with the short one. */
export function dashOf(text: string): Habits['dash'] {
  return american.filter((sign) => sign.test(text)).length > 1 ? '—' : '–';
}
