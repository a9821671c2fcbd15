const thing = '(?: (?:article|story|page|post|link|video|url|address))?';
const token = new RegExp(
  [
    `share(?: (?:this|on|via|by|with|to|the|it)){0,3}${thing}(?: (?:on|via|by|with|to))?`,
    `send(?: this)?${thing}(?: (?:by|via|to)(?: a friend)?)?`,
    `e-?mail(?: (?:this|a))?${thing}(?: to a friend)?`,
    `print(?: this)?${thing}`,
    `copy(?: (?:this|the))?${thing}(?: to (?:your |the )?clipboard)?`,
    `save(?: this)?${thing}(?: for later)?`,
    'facebook(?: messenger)?|messenger|twitter|tweet(?: this)?|x|pinterest|pin(?: it)?|whats ?app|linkedin',
    'reddit|telegram|tumblr|flipboard|bluesky|mastodon|threads|instagram|snapchat|viber|skype|sms|gmail|pocket|google\\+?',
    'link copied!?|bookmark|listen|resize|more|post|read later|close(?: share panel)?|external links?',
    'these are external links and will open in a new window|\\d[\\d,.]{0,8}k? (?:shares?|comments?|likes?)|comments?',
  ].join('|'),
  'iy',
);
/** What a player leaves where it could not play. */
const player = /^media playback is (?:not supported|unsupported) on (?:this|your) device\.?\s?/i;
/** How often a button was pressed: "Tweet11Pin". */
const pressed = /\d[\d.,]{0,6}k?(?![\d\p{Ll}])/uy;
const separators = /[\s|,·•:&/–-]{0,6}/y;
const network =
  /facebook|twitter|whats ?app|linkedin|pinterest|reddit|telegram|messenger|flipboard|tumblr|bluesky|tweet/i;

/** How many characters at the beginning of a line are a bar of buttons for sharing; 0 where there is none. */
export function shareBarLength(line: string): number {
  const played = player.exec(line)?.[0].length;
  if (played !== undefined) return played;
  const ends = tokenEnds(line);
  while (ends.length > 0 && !isFree(line, ends.at(-1) ?? 0)) ends.pop();
  const end = ends.at(-1) ?? 0;
  const bar = line.slice(0, end);
  const isBar = ends.length > 2 || (ends.length === 2 && (/^share/i.test(bar) || end === line.length));
  return isBar && (network.test(bar) || end === line.length) ? skipSeparators(line, end) : 0;
}

function tokenEnds(line: string): number[] {
  const ends: number[] = [];
  for (let at = skipSeparators(line, 0); at < line.length; ) {
    token.lastIndex = at;
    const found = token.exec(line)?.[0];
    if (found === undefined || /\p{Ll}/u.test(line[at + found.length] ?? '')) break;
    const end = at + found.length + lengthAt(pressed, line, at + found.length);
    ends.push(end);
    at = skipSeparators(line, end);
  }
  return ends;
}

/** A word in small letters behind the last button makes that button the first word of a sentence. */
function isFree(line: string, end: number): boolean {
  return !/^[^\p{L}]?\s{0,3}[\p{Ll}’']/u.test(line.slice(end, end + 5));
}

function skipSeparators(line: string, at: number): number {
  return at + lengthAt(separators, line, at);
}

function lengthAt(pattern: RegExp, line: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(line)?.[0].length ?? 0;
}
