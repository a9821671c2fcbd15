import type { Wanted } from '../../types.ts';
import { helpingVerbs, joiningWords } from '../words/plain-words.ts';
import { readWords, type Word } from '../words/words.ts';
import { classOfNoun, type NounClass, unitsFor } from './ask-nouns.ts';

/** What is asked, read off the question alone. */
export interface Question {
  readonly text: string;
  readonly words: readonly Word[];
  readonly wanted: Wanted;
  /** The finer sort of a figure, a time or a person, where the question says it. */
  readonly sort: AskedSort;
  /** The noun asked for ("what river", "how many soldiers"), as an index into the words. */
  readonly focus: number | undefined;
  /** Stems of the units a figure may have: "how long", "how old". */
  readonly units: ReadonlySet<string> | undefined;
  /** The words that name whose words are wanted. */
  readonly speaker: WordRange | undefined;
}

interface WordRange {
  readonly from: number;
  readonly to: number;
}

export type AskedSort = NounClass | 'year' | 'count' | 'measure' | 'much' | 'definition' | 'event' | 'none';

const questionWord = /^(?:who|whom|whose|what|which|when|where|why|how)$/;
const asked: Readonly<Record<NounClass, Wanted>> = {
  person: 'person',
  body: 'thing',
  place: 'place',
  time: 'time',
  figure: 'figure',
  money: 'figure',
  share: 'figure',
  reason: 'reason',
  manner: 'manner',
  words: 'words',
};

type Reading = Pick<Question, 'wanted' | 'sort' | 'focus' | 'units' | 'speaker'>;

/** Reads a question in English, whole or terse; what fits no form wants a thing. */
export function readQuestion(text: string): Question {
  const words = readWords(text);
  return { text, words, ...readingOf(words) };
}

const reading = (
  wanted: Wanted,
  sort: AskedSort = 'none',
  focus?: number,
  units?: ReadonlySet<string>,
): Reading => ({
  wanted,
  sort,
  focus,
  units,
  speaker: undefined,
});

function readingOf(words: readonly Word[]): Reading {
  const at = questionWordAt(words);
  if (at === undefined) return withoutQuestionWord(words);
  switch (words[at]?.lower) {
    case 'who':
    case 'whom':
    case 'whose':
      return reading('person', isDefinition(words, at) && isName(words[at + 2]) ? 'definition' : 'person');
    case 'when':
      return reading('time', 'time');
    case 'where':
      return reading('place', 'place');
    case 'why':
      return reading('reason', 'reason');
    case 'how':
      return readHow(words, at);
    default:
      return readWhat(words, at);
  }
}

/** The first words of a question are asked first; else the last question word is the one ("… founded by who?"). */
function questionWordAt(words: readonly Word[]): number | undefined {
  const isAsking = ({ lower }: Word) => questionWord.test(lower);
  const early = words.slice(0, 4).findIndex(isAsking);
  if (early >= 0 && !isRelative(words, early)) return early;
  const late = words.findLastIndex((word, at) => isAsking(word) && !isRelative(words, at));
  return late >= 0 ? late : undefined;
}

/** "the man who …", "does it say when": a question word that only joins. */
function isRelative(words: readonly Word[], at: number): boolean {
  if (at === 0) return false;
  const before = words[at - 1]?.lower ?? '';
  const opensAsYesNo = helpingVerbs.has(words[0]?.lower ?? '');
  return (
    opensAsYesNo ||
    (!joiningWords.has(before) &&
      words[at]?.lower !== 'what' &&
      at < words.length - 1 &&
      words.slice(0, at).some(({ lower }) => questionWord.test(lower)))
  );
}

function readHow(words: readonly Word[], at: number): Reading {
  const next = words[at + 1]?.lower ?? '';
  if (next === 'many') return reading('figure', 'count', focusFrom(words, at + 2));
  if (next === 'much') return readMuch(words, at);
  if (next === 'come') return reading('reason', 'reason');
  const units = unitsFor(next);
  if (units !== undefined) return reading('figure', 'measure', undefined, units);
  return reading('manner', 'manner');
}

function readMuch(words: readonly Word[], at: number): Reading {
  const focus = focusFrom(words, at + 2);
  const isMoney = focus === undefined || words[focus]?.lower === 'money';
  return isMoney ? reading('figure', 'much') : reading('figure', 'figure', focus);
}

function readWhat(words: readonly Word[], at: number): Reading {
  const focus = focusFrom(words, at + 1) ?? predicateFrom(words, at + 1);
  const next = words[at + 1]?.lower ?? '';
  const speaker = speakerFrom(words, at);
  if (speaker !== undefined) return { ...reading('words', 'words'), speaker };
  if (/^(?:caused?|causes|led|triggered|prompted|motivated|made)$/.test(next))
    return reading('reason', 'reason');
  if (/^(?:happened|happens|occurred|became)$/.test(next)) return reading('thing', 'event');
  if (focus === undefined) return reading('thing', isDefinition(words, at) ? 'definition' : 'none');
  const noun = classOfNoun(words[focus]?.stem ?? '');
  if (noun === undefined) return reading('thing', 'none', focus);
  const sort = noun === 'time' && words[focus]?.lower === 'year' ? 'year' : noun;
  return reading(asked[noun], sort, focus);
}

/** "What did the mayor say about …", "what was said", "what does X think". */
function speakerFrom(words: readonly Word[], at: number): WordRange | undefined {
  if (!/^(?:did|does|do|was|is|has|have|had|are|were)$/.test(words[at + 1]?.lower ?? '')) return undefined;
  const from = at + 2;
  const verb = words.findIndex(
    ({ stem }, index) => index >= from && index < from + 12 && askedSayings.has(stem),
  );
  return verb < 0 ? undefined : { from, to: verb };
}

const askedSayings: ReadonlySet<string> = new Set(
  'say tell claim announc remark argu respond repli comment tweet think believ admit warn promis'.split(' '),
);

const isName = (word: Word | undefined): boolean => word?.isCapital === true;

const isDefinition = (words: readonly Word[], at: number): boolean =>
  /^(?:is|are|was|were)$/.test(words[at + 1]?.lower ?? '') && words.length - at <= 6;

const nameOf = /^(?:name|type|kind|sort|form|number)s?$/;

const phraseWord = /^(?:the|a|an|other|more|different|new|first|last|two|three|main|major)$/;

/** The head of the noun phrase that begins at `from`; none where a verb stands there. */
function focusFrom(words: readonly Word[], from: number): number | undefined {
  let head: number | undefined;
  for (let at = from; at < words.length && at < from + 5; at += 1) {
    const lower = words[at]?.lower ?? '';
    if (lower === 'of' && nameOf.test(words[head ?? -1]?.lower ?? '')) head = undefined;
    else if (endsPhrase(lower, head)) break;
    else if (!phraseWord.test(lower)) head = at;
  }
  return head;
}

const endsPhrase = (lower: string, head: number | undefined): boolean =>
  !phraseWord.test(lower) && (joiningWords.has(lower) || (head !== undefined && looksLikeVerb(lower)));

/** "What is the population of …": the noun of the predicate, where something says which. */
function predicateFrom(words: readonly Word[], from: number): number | undefined {
  if (!/^(?:is|are|was|were|s)$/.test(words[from]?.lower ?? '')) return undefined;
  if (!/^(?:the|a|an|his|her|their|its|one|some)$/.test(words[from + 1]?.lower ?? '')) {
    const next = words[from + 2]?.lower ?? '';
    return next === 's' ? focusFrom(words, from + 3) : undefined;
  }
  return focusFrom(words, from + 2);
}

const looksLikeVerb = (lower: string): boolean =>
  lower.endsWith('ed') || helpingVerbs.has(lower) || commonVerbs.has(lower);

const commonVerbs: ReadonlySet<string> = new Set(
  `won lost made said got gave took went came saw found left led held ran built wrote sold bought began became kept
  fought fell rose grew flew drew drove paid met sent spent died killed owns makes says wants plays hosts runs allows
  leads contains produces uses provides causes attack attend take make give live play use win help die join`.split(
    /\s+/,
  ),
);

function withoutQuestionWord(words: readonly Word[]): Reading {
  if (helpingVerbs.has(words[0]?.lower ?? '')) return reading('yes-no');
  const focus = focusFrom(words, 0);
  const first = words[0]?.lower ?? '';
  if (first === 'number') return reading('figure', 'count', focus);
  for (const [at, word] of words.slice(0, 3).entries()) {
    const noun = classOfNoun(word.stem);
    const isAsked = words[at + 1]?.lower === 'of' || words[at + 1]?.lower === 'for' || words.length <= 2;
    if (noun !== undefined && isAsked) return reading(asked[noun], noun, at);
  }
  return reading('thing');
}
