import { type Topic, topics, topicWords } from './topic-words.ts';
import { stem, wordsOf } from './words.ts';

/** A topic, and the words that told it. */
export interface ToldTopic {
  readonly topic: Topic;
  readonly weight: number;
  readonly words: readonly string[];
}

/** The rest of a long article strays. */
const wordsRead = 220;
const weights = { telling: 2, usual: 1, category: 6 } as const;
const titleTimes = 2;
/** Rather none than a wrong one: less than this is no topic, nor is what has under half of the best one's weight. */
const leastWeight = 5;
const shareOfBest = 0.55;
const fewestWords = 2;
const mostTopics = 3;

/** Words that stand in every few lines of English and in hardly another language. */
const english = new Set('the and that with of said from which this their they were been would'.split(' '));
/** English has more than twice as many of them. */
const leastEnglish = 0.04;

type Cue = readonly [topic: Topic, weight: number];

const cues = readCues();
const categoryTopics = readCategories();

/** The topics of an article, best first, by its feed's own categories, and by its words where they are English. */
export function topicsOf(title: string, text: string, categories: readonly string[]): readonly Topic[] {
  return toldTopics(title, text, categories).map(({ topic }) => topic);
}

/** The same with what told each of them. */
export function toldTopics(title: string, text: string, categories: readonly string[]): readonly ToldTopic[] {
  const told = new Map<Topic, { weight: number; words: Set<string> }>();
  const tell = (topic: Topic, word: string, weight: number): void => {
    const before = told.get(topic) ?? { weight: 0, words: new Set<string>() };
    told.set(topic, { weight: before.weight + weight, words: before.words.add(word) });
  };
  for (const [word, times] of tellingWords(title, text))
    for (const [topic, weight] of cues.get(word) ?? []) tell(topic, word, weight * times);
  const named = new Set<Topic>();
  for (const word of wordsOf(categories.slice(0, 20).join(' ').slice(0, 1000))) {
    const topic = categoryTopics.get(word);
    if (topic === undefined || named.has(topic)) continue;
    named.add(topic);
    tell(topic, word, weights.category);
  }
  return best(
    [...told].map(([topic, { weight, words }]) => ({ topic, weight, words: [...words] })),
    named,
  );
}

/** The words that are read, stemmed, and how often each counts; none where they are not English. */
function tellingWords(title: string, text: string): ReadonlyMap<string, number> {
  const inTitle = wordsOf(title);
  const inText = wordsOf(text.slice(0, 4000)).slice(0, wordsRead);
  if (!isEnglish([...inTitle, ...inText])) return new Map();
  return new Map([
    ...inText.map((word): [string, number] => [stem(word), 1]),
    ...inTitle.map((word): [string, number] => [stem(word), titleTimes]),
  ]);
}

/** Words of other languages look like ours and mean something else: "war", "rate", "patient". */
function isEnglish(words: readonly string[]): boolean {
  return words.filter((word) => english.has(word)).length >= words.length * leastEnglish;
}

function best(all: readonly ToldTopic[], named: ReadonlySet<Topic>): readonly ToldTopic[] {
  const most = Math.max(0, ...all.map(({ weight }) => weight));
  return all
    .filter(
      ({ topic, weight, words }) =>
        named.has(topic) ||
        (weight >= leastWeight && weight >= most * shareOfBest && words.length >= fewestWords),
    )
    .toSorted((one, other) => other.weight - one.weight)
    .slice(0, mostTopics);
}

function readCues(): ReadonlyMap<string, readonly Cue[]> {
  const all = new Map<string, Cue[]>();
  for (const topic of topics) {
    const { telling, usual } = topicWords[topic];
    const add = (words: string, weight: number): void => {
      for (const word of new Set(words.split(' ').map(stem)))
        all.set(word, [...(all.get(word) ?? []), [topic, weight]]);
    };
    add(telling, weights.telling);
    add(usual, weights.usual);
  }
  return all;
}

function readCategories(): ReadonlyMap<string, Topic> {
  return new Map(
    topics.flatMap((topic) =>
      topicWords[topic].categories.split(' ').map((name): [string, Topic] => [name, topic]),
    ),
  );
}
