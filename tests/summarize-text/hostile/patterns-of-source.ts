import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A regular expression and the file it stands in. */
export interface FoundPattern {
  readonly file: string;
  readonly pattern: RegExp;
}

const engine = join(import.meta.dirname, '../../../src/summarize-text');
const files = globSync('**/*.ts', { cwd: engine, exclude: (name) => name === 'node_modules' });

/** What may stand before a literal; behind anything else a slash divides. */
const opensLiteral = /(?:^|[=(,:;!&|?[{}]|=>|\breturn)\s*$/;
const literal = /\/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n])+\/[dgimsuvy]*/y;
const skipped = /\/\/[^\n]*|\/\*[\s\S]*?\*\/|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`/y;

/** The literals of a source text, in order. */
export function literalsIn(code: string): readonly RegExp[] {
  const found: RegExp[] = [];
  for (let at = 0; at < code.length; ) {
    skipped.lastIndex = at;
    const past = skipped.exec(code)?.[0];
    literal.lastIndex = at;
    const words = past === undefined ? literal.exec(code)?.[0] : undefined;
    if (words !== undefined && opensLiteral.test(code.slice(Math.max(0, at - 40), at))) {
      const end = words.lastIndexOf('/');
      found.push(new RegExp(words.slice(1, end), words.slice(end + 1)));
      at += words.length;
    } else at += past?.length ?? 1;
  }
  return found;
}

/** All regular expressions of the text engine: its literals, and those it puts together as its files are loaded. */
export async function patternsOfEngine(): Promise<readonly FoundPattern[]> {
  const literals = files.flatMap((file) =>
    literalsIn(readFileSync(join(engine, file), 'utf8')).map((pattern) => ({ file, pattern })),
  );
  return [...literals, ...(await patternsMade())];
}

/** Loads the engine's files afresh while every call of the constructor is noted. */
async function patternsMade(): Promise<readonly FoundPattern[]> {
  const made: FoundPattern[] = [];
  const before = globalThis.RegExp;
  let file = '';
  globalThis.RegExp = new Proxy(before, {
    construct(target, args: [string | RegExp, string?]) {
      const pattern = new target(...args);
      if (file !== '') made.push({ file, pattern });
      return pattern;
    },
  });
  try {
    for (const path of files.filter((name) => name !== 'bin.ts')) {
      file = path;
      await import(`${join(engine, path)}?hostile`);
    }
  } finally {
    globalThis.RegExp = before;
  }
  return made;
}
