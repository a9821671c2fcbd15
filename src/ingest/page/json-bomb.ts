/** Feeds and pages have ten levels at most, and an object or list for each some hundred bytes. */
const deepest = 100;
const mostParts = 100_000;

/** Whether JSON is of more levels or parts than anyone means: a parser takes a hundred bytes and more for each. */
export function isJsonBomb(text: string): boolean {
  let depth = 0;
  let parts = 0;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at];
    if (char === '"') at = endOfString(text, at);
    else if (char === '{' || char === '[') {
      depth += 1;
      parts += 1;
    } else if (char === '}' || char === ']') depth -= 1;
    if (depth > deepest || parts > mostParts) return true;
  }
  return false;
}

function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at;
}
