/** Shorter words say nothing of what was asked. */
const shortestTelling = 4;
const deepest = 4;

function tellingWords(said: readonly string[]): ReadonlySet<string> {
  const words = said.flatMap((text) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
  return new Set(words.filter(({ length }) => length >= shortestTelling));
}

/** The stack without its head, which repeats the message. */
const framesOf = (stack = ''): string =>
  stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');

function told(error: unknown, words: ReadonlySet<string>, depth: number): unknown {
  if (!(error instanceof Error)) return holds(String(error), words) ? 'words that are left out' : error;
  const { name, message, stack } = error;
  const cause =
    depth < deepest && error.cause !== undefined ? told(error.cause, words, depth + 1) : undefined;
  if (!holds(message, words) && cause === error.cause) return error;
  const shown = holds(message, words) ? 'its words are left out: they repeat what was asked' : message;
  return Object.assign(new Error(shown, { cause }), {
    name,
    stack: `${name}: ${shown}\n${framesOf(stack)}`,
    ...('code' in error ? { code: error.code } : {}),
  });
}

function holds(message: string, words: ReadonlySet<string>): boolean {
  return (message.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).some((word) => words.has(word));
}

/**
 * A fault as the log may have it: where its message, or a cause's, repeats words that a person said, that message is left
 * out and the place where it happened stays. What people ask is kept nowhere.
 */
export function unspoken(error: unknown, said: readonly string[]): unknown {
  return told(error, tellingWords(said), 0);
}
