import { stem, tellingStems, wordsOf } from '../../story/words.ts';
import { isRare } from '../held-words.ts';

/** What of a question can tell which story it is about. Words are stemmed. */
export interface AskedWords {
  /** All words that can name something. */
  readonly telling: readonly string[];
  /** Names, numbers and what is spoken of as known ("the ferry"): they name a subject, where a verb may fit any. */
  readonly subjects: readonly string[];
  /** It speaks of what is talked of: "it", "they", "and …". */
  readonly refers: boolean;
}

/** Words that ask for an amount, a person, a time of what is talked of: any story has them. */
const askedFor = new Set(
  (
    'people person man men woman women child children year month week day hour time date many much long old far ' +
    'number amount total share percent money cost price reason cause place name first last happen start begin end ' +
    'something anything somebody anybody someone anyone everybody everyone nobody mean think want plan exactly again really ever other else same different new'
  )
    .split(' ')
    .map(stem),
);

/** Whether a word only asks, and says nothing of what is asked about. */
export const asksOnly = (word: string): boolean => askedFor.has(stem(word));

const referring =
  /(?:^\s*(?:and|but|so|then|also)\b)|\b(?:he|she|it|they|him|her|them|his|hers|its|their|theirs|that|this|those|these|there)\s*(?:\?|$|\b)/iu;
const named = /(?<=[^.?!:“”"]\s)[“"'‘]?\p{Lu}[\p{L}\p{N}’'-]*|\p{N}[\p{N}.,]*/gu;
/** "The ferry that burned": what is known, or spoken of. */
const known = /\b(?:the|this|that|these|those|an?|about)\s+((?:[\p{L}\p{N}’'-]+\s?){1,3})/giu;
/** "In carrow": only a rare word can be a name that is typed small. */
const placed = /\b(?:of|in|at|on|from|with|for|against|by|near|to)\s+([\p{L}\p{N}’'-]+)/giu;

/** Reads a question for what names its story. */
export function askedWords(question: string): AskedWords {
  const telling = tellingStems(question).filter((word) => !askedFor.has(word));
  const namedOrKnown = [...(question.match(named) ?? []), ...groupsIn(question, known)];
  const subjects = new Set(wordsOf(namedOrKnown.join(' ')).map(stem));
  const places = new Set(wordsOf(groupsIn(question, placed).join(' ')).map(stem));
  return {
    telling,
    subjects: telling.filter((word) => subjects.has(word) || (places.has(word) && isRare(word))),
    refers: referring.test(question),
  };
}

const groupsIn = (text: string, form: RegExp): string[] =>
  [...text.matchAll(form)].map(([, words = '']) => words);
