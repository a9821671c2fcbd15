/** What Discord's markdown needs of the world around it. */
export interface Surroundings {
  readonly channelName: (id: string) => string | undefined;
  readonly userName: (id: string) => string | undefined;
  /** IANA zone of the reader. */
  readonly timezone: string;
  /** UTC milliseconds. */
  readonly now: number;
  /** What begins and what ends bold words; without it they are as the others. */
  readonly bold?: readonly [string, string];
}

/** The addresses a message links to, listed under it; a word is followed by its number in the list. */
export interface LinkList {
  /** What to write behind a link's label. */
  add(label: string, url: string): string;
  lines(): readonly string[];
}

export function createLinkList(): LinkList {
  const numbers = new Map<string, string>();
  return {
    add(label, url) {
      // A label of digits or signs alone ("²") is its own number.
      const isMark = !/\p{L}/u.test(label);
      const known = numbers.get(url);
      if (known !== undefined) return isMark ? '' : ` ${known}`;
      const isFree = isMark && ![...numbers.values()].includes(label);
      const number = isFree ? label : `[${numbers.size + 1}]`;
      numbers.set(url, number);
      return isFree ? '' : ` ${number}`;
    },
    lines: () => [...numbers].map(([url, number]) => `${number} ${url}`),
  };
}

const tokens =
  /\\([!-/:-@[-`{-~])|\[((?:\\.|[^\]\\])+)\]\(<?([^\s)>]+)>?\)|<t:(-?\d+)(?::([tTdDfFR]))?>|<#(\d+)>|<@!?(\d+)>|\*\*|__|~~|`/g;

/** A line of Discord's markdown as a terminal shows it: no marks, links numbered, times in the reader's zone. */
export function plainLine(markdown: string, around: Surroundings, links: LinkList): string {
  let isBold = false;
  const start = /^(?:#{1,3} |-# |> )/.exec(markdown)?.[0] ?? '';
  const inside = markdown.slice(start.length).replace(tokens, (mark, ...groups: (string | undefined)[]) => {
    const [escaped, label = '', url, unix, style, channelId, userId] = groups;
    if (escaped !== undefined) return escaped;
    if (url !== undefined) return linked(plainLine(label, around, links), url, links);
    if (unix !== undefined) return plainTime(Number(unix) * 1000, style, around);
    if (mark !== '**') return named(channelId, userId, around);
    isBold = !isBold;
    return around.bold?.[isBold ? 0 : 1] ?? '';
  });
  return start === '> ' ? `  | ${inside}` : inside;
}

/** A channel's or a person's name; nothing for the marks of italics and code. */
function named(channelId: string | undefined, userId: string | undefined, around: Surroundings): string {
  if (channelId !== undefined) return `#${around.channelName(channelId) ?? 'unknown'}`;
  return userId === undefined ? '' : `@${around.userName(userId) ?? 'unknown'}`;
}

function linked(label: string, url: string, links: LinkList): string {
  return `${label}${links.add(label, url)}`;
}

const styles: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
};

const units = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const;

function plainTime(at: number, style: string | undefined, { timezone, now }: Surroundings): string {
  if (style === 'R') {
    const seconds = Math.round((at - now) / 1000);
    const [unit, size] = units.find(([, length]) => Math.abs(seconds) >= length) ?? ['second', 1];
    return new Intl.RelativeTimeFormat('en').format(Math.trunc(seconds / size), unit);
  }
  return new Intl.DateTimeFormat('en-GB', {
    ...(styles[style ?? 'f'] ?? styles.f),
    timeZone: timezone,
  }).format(at);
}
