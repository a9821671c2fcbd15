interface Mending {
  readonly parts: string[];
  /** What closes the objects and lists that are open. */
  readonly open: string[];
  /** How much there was, and what was open, when the last object or list was closed. */
  whole: { readonly length: number; readonly open: readonly string[] };
}

/**
 * JSON as its writer meant it: without commas before a closing bracket, with the line ends and tabs in its strings
 * escaped, without what follows its end, and closed after its last whole object or list where it breaks off. Takes
 * time linear in its length times its depth, which the caller bounds.
 */
export function mendedJson(text: string): string {
  const mending: Mending = { parts: [], open: [], whole: { length: 0, open: [] } };
  const { parts, open } = mending;
  for (const token of tokensOf(text)) {
    if (token === '}' || token === ']') close(mending, token);
    else add(mending, token);
    if (open.length === 0) break;
  }
  return parts.slice(0, mending.whole.length).join('') + mending.whole.open.toReversed().join('');
}

function close(mending: Mending, token: string): void {
  const { parts, open } = mending;
  if (parts.at(-1) === ',') parts.pop();
  parts.push(token);
  open.pop();
  mending.whole = { length: parts.length, open: [...open] };
}

const closing: Readonly<Record<string, string>> = { '{': '}', '[': ']' };

function add({ parts, open }: Mending, token: string): void {
  parts.push(token.startsWith('"') ? escaped(token) : token);
  const end = token.length === 1 ? closing[token] : undefined;
  if (end !== undefined) open.push(end);
}

/** Strings, signs, and what stands between them; white space is left out. */
function* tokensOf(text: string): Generator<string> {
  const token = /"(?:[^"\\]|\\[\s\S])*(?:"|$)|[{}[\],:]|[^\s"{}[\],:]+/g;
  for (const [written] of text.matchAll(token)) yield written;
}

const escaped = (string: string): string =>
  string.replaceAll('\n', '\\n').replaceAll('\r', '\\r').replaceAll('\t', '\\t');
