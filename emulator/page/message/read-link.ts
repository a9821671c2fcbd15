/** A part of a text that was read as something, and where the rest begins. */
export interface Found<T> {
  readonly found: T;
  readonly end: number;
}

/** Where each "[" has its "]", escaped ones aside. */
export function matchBrackets(text: string): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>();
  const open: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '\\') at += 1;
    else if (character === '[') open.push(at);
    else if (character === ']') {
      const start = open.pop();
      if (start !== undefined) pairs.set(start, at);
    }
  }
  return pairs;
}

/** The address itself where it is one a page may link to; `undefined` for any other scheme. */
export function webAddress(url: string): string | undefined {
  return /^https?:\/\//i.test(url) && URL.canParse(url) ? url : undefined;
}

interface Target {
  readonly href: string;
  readonly title?: string;
}

const inAngles = /<([^\s<>]{1,2048})>/y;
const bare = /[^\s<>]{1,2048}/y;
const ending = /(?:[ \n]{1,20}(?:"([^"\n]{0,300})"|'([^'\n]{0,300})'))?[ \n]{0,20}\)/y;

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** The length of an address up to the bracket that is not its own. */
function balancedLength(address: string): number {
  let depth = 0;
  for (let at = 0; at < address.length; at += 1) {
    if (address[at] === '(') depth += 1;
    else if (address[at] === ')') depth -= 1;
    if (depth < 0) return at;
  }
  return address.length;
}

function readAddress(text: string, at: number): Found<string> | undefined {
  const angled = matchAt(inAngles, text, at);
  if (angled?.[1] !== undefined) return { found: angled[1], end: at + angled[0].length };
  const [address = ''] = matchAt(bare, text, at) ?? [];
  const length = balancedLength(address);
  return length === 0 ? undefined : { found: address.slice(0, length), end: at + length };
}

/** What stands in the round brackets of a masked link: `(address)`, `(<address>)`, `(address "title")`. */
export function readTarget(text: string, at: number): Found<Target> | undefined {
  if (text[at] !== '(') return undefined;
  const address = readAddress(text, at + 1);
  const href = address === undefined ? undefined : webAddress(address.found);
  if (address === undefined || href === undefined) return undefined;
  const end = matchAt(ending, text, address.end);
  if (end === null) return undefined;
  const title = end[1] ?? end[2];
  return {
    found: { href, ...(title === undefined || title === '' ? {} : { title }) },
    end: address.end + end[0].length,
  };
}

const bareAddress = /https?:\/\/[^\s<]{1,2048}/iy;

/** Closing brackets without an opening one, and marks that end a sentence, are not the address's. */
function withoutTail(address: string): string {
  let end = address.length;
  let spare = address.split(')').length - address.split('(').length;
  for (;;) {
    const last = address[end - 1] ?? '';
    if (last === ')' && spare > 0) spare -= 1;
    else if (last === '' || !'.,:;"\']'.includes(last)) return address.slice(0, end);
    end -= 1;
  }
}

/** Addresses have underscores in them: only the last one can be a mark. */
function stopOf(address: string, end: string): number {
  if (end !== '_') return address.indexOf(end);
  return address.endsWith('_') ? address.length - 1 : -1;
}

/** An address in running text; it ends where one of the `ends` stands. */
export function readBareAddress(
  text: string,
  at: number,
  ends: readonly string[],
): Found<string> | undefined {
  const [matched] = matchAt(bareAddress, text, at) ?? [];
  if (matched === undefined) return undefined;
  const stops = ends.map((end) => stopOf(matched, end)).filter((index) => index > 0);
  const address = withoutTail(matched.slice(0, Math.min(matched.length, ...stops)));
  const href = webAddress(address);
  return href === undefined ? undefined : { found: href, end: at + address.length };
}
