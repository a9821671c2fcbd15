import type { Digest } from '../../domain/digest.ts';
import type { WordsProblem } from '../../domain/errors.ts';

/** So many of each, and so long each. */
const most = 20;
const longest = 60;

type Words = Pick<Digest, 'words' | 'exceptWords'>;

/** A word or phrase as it was written; `isExcept`: with a minus before it. */
interface WrittenWord {
  readonly words: string;
  readonly isExcept: boolean;
}

const mark = '["“”„«»]';
const minus = '[-–−]';
/** A quoted phrase, or what stands before the next comma, quotation mark, or minus before such a mark. */
const item = new RegExp(
  ` ?(${minus}?) ?(?:${mark}([^"“”„«»]*)${mark}|(?!${minus} ?${mark})([^,;"“”„«»]+?)(?= ?${minus} ?${mark}|[,;]|${mark}|$))`,
  'gu',
);

/** 'night train' in single marks, which are apostrophes elsewhere. */
const singly = /(?<=^|[\s,;–−-])['‘’]([^'‘’"“”„«»,;\s]{1,60}\s[^'‘’"“”„«»,;]{1,60})['’](?=$|[\s,;])/gu;

/**
 * Words and phrases that stories are to hold, and those with a minus that they are not to: `ferry, "night train",
 * -football`. Commas part them; where there is none, blanks do, but for what is quoted. Each once. "and" and "or" between
 * them are not looked for: nearly every article holds these.
 */
export function parseWords(written: string): Words | { readonly problem: WordsProblem } {
  const found = writtenWords(tidy(written.normalize('NFC')).replace(singly, '“$1”'));
  const words = eachOnce(found.filter(({ isExcept }) => !isExcept));
  const exceptWords = eachOnce(found.filter(({ isExcept }) => isExcept));
  const problem = problemOf(words, exceptWords);
  return problem === undefined ? { words, exceptWords } : { problem };
}

function writtenWords(written: string): readonly WrittenWord[] {
  const isListed = /[,;]/.test(written.replace(/["“„«][^"“”„«»]*["”“»]/gu, ''));
  return [...written.matchAll(item)].flatMap(([, sign = '', quoted, plain = '']): readonly WrittenWord[] => {
    if (quoted !== undefined) return [{ words: tidy(quoted), isExcept: sign !== '' }];
    const parts = isListed ? plain.split(/ (?=[-–−]\S)/u) : wordsApart(plain);
    return parts.map((part, index) => readPart(part.trim(), index === 0 && sign !== ''));
  });
}

/** "ferry or train", "ferry - football": a minus is its own word's, wherever it stands. */
function wordsApart(plain: string): readonly string[] {
  return plain
    .trim()
    .replace(/(?<=^| )[-–−] (?=[^ –−-])/gu, '-')
    .split(' ')
    .filter((part) => !joints.has(part.toLowerCase()));
}

const joints: ReadonlySet<string> = new Set(['and', 'or', '&']);

function readPart(part: string, isExcept: boolean): WrittenWord {
  const said = part.replace(/^(?:and|or)(?: |$)/iu, '');
  const bare = said.replace(/^[-–−] ?/u, '');
  return { words: tidy(bare), isExcept: isExcept || bare !== said };
}

const tidy = (words: string): string => words.replace(/\s+/g, ' ').trim();

const folded = (words: string): string => words.toLowerCase();

function eachOnce(found: readonly WrittenWord[]): readonly string[] {
  const byWords = new Map(found.toReversed().map(({ words }) => [folded(words), words]));
  const wanted = new Set(byWords.values());
  return [...new Set(found.map(({ words }) => words))].filter((words) => words !== '' && wanted.has(words));
}

function problemOf(words: readonly string[], exceptWords: readonly string[]): WordsProblem | undefined {
  const all = [...words, ...exceptWords];
  const unwanted = new Set(exceptWords.map(folded));
  const long = all.find((one) => one.length > longest);
  const empty = all.find((one) => !/[\p{L}\p{N}]/u.test(one));
  const both = words.find((one) => unwanted.has(folded(one)));
  if (all.length === 0) return { why: 'none' };
  if (words.length > most || exceptWords.length > most) return { why: 'many', most };
  if (long !== undefined) return { why: 'long', word: long, most: longest };
  if (empty !== undefined) return { why: 'empty', word: empty };
  return both === undefined ? undefined : { why: 'both', word: both };
}
