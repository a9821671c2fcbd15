import type { NewArticle } from '../../../src/domain/article.ts';
import { idByText } from '../../../src/domain/article-id.ts';
import type { StoryGrouping } from '../../../src/domain/story-store.ts';
import type { Store } from '../../../src/store/store.ts';
import type { AskedText } from '../../../src/summarize-text/types.ts';
import { corpusNow, makeWords } from '../corpus.ts';
import { fillWithStories } from '../digests/build-store.ts';
import { createRandom } from '../numbers.ts';
import { type GoldQuestion, questionSets } from './question-sets.ts';

const storyCount = 1_000;
const hourMs = 60 * 60 * 1000;

const ours = questionSets.filter(({ kind }) => kind === 'stories');

/** Fills a store with made-up articles in their stories, and with those that our questions are about. */
export async function fillAsked(store: Store, count: number, seed: number): Promise<void> {
  await fillWithStories(store, { count, storyCount, seed });
  const stories = new Map(ours.map(({ texts }) => [texts.map(({ id }) => id).join(), texts] as const));
  let arrivedAt = corpusNow;
  for (const texts of stories.values()) {
    // A copy has its original's words, and is stored once.
    const articles = [...new Map(texts.map(toArticle).map((article) => [article.id, article])).values()];
    await store.articles.putAll(articles);
    const story = articles[0]?.id ?? '';
    const groupings = articles.map(({ id }): StoryGrouping => {
      arrivedAt += 1;
      return { articleId: id, version: 1, story, arrivedAt, moved: new Map(), taken: new Map() };
    });
    await store.stories.group(groupings);
  }
}

function toArticle({ id, title = '', text }: AskedText): NewArticle {
  const publishedAt = corpusNow - hourMs;
  return {
    id: idByText('public', text),
    title,
    source: 'The Sample',
    url: `https://sample.example/${id}`,
    publishedAt,
    storedAt: publishedAt,
    scope: 'public',
    topics: [],
    raw: text,
    text,
    runs: [{ cleanStart: 0, cleanEnd: text.length, rawStart: 0, rawEnd: text.length }],
    removals: [],
    pullQuotes: [],
  };
}

/** Ranks of the words of a question: the first of these is its subject. */
const ranks = {
  rare: [
    [5_000, 50_000],
    [1_000, 20_000],
    [200, 3_000],
  ],
  common: [
    [200, 1_000],
    [50, 300],
    [0, 200],
  ],
} as const;

const forms: readonly ((a: string, b: string, c: string) => string)[] = [
  (a, b, c) => `Who said that the ${a} ${b} would ${c}?`,
  (a, b, c) => `How many ${a} did the ${b} have in ${c}?`,
  (a, b, c) => `When was the ${a} of ${b} ${c}?`,
  (a, b, c) => `Why did ${a} ${b} the ${c}?`,
  (a, b, c) => `What did ${a} say about the ${b} and ${c}?`,
  (a, b, c) => `Where is the ${a} that ${b} ${c}?`,
];

/** Questions in words of the made-up articles. */
export function askedInCorpus(seed: number, count: number, kind: keyof typeof ranks): readonly string[] {
  const words = makeWords(createRandom(seed));
  const random = createRandom(seed + 1);
  const word = ([from, to]: readonly [number, number]) =>
    words[from + Math.floor(random() * (to - from))] ?? '';
  const [first, second, third] = ranks[kind];
  return Array.from({ length: count }, (_, place) => {
    const form = forms[place % forms.length] ?? ((a: string) => `${a}?`);
    return form(word(first), word(second), word(third));
  });
}

/** So many of the questions about our articles, of all of them alike. */
export function askedOfOurs(count: number): readonly GoldQuestion[] {
  const all = ours.flatMap(({ questions }) => questions);
  const step = Math.max(1, all.length / count);
  return Array.from(
    { length: Math.min(count, all.length) },
    (_, place) => all[Math.floor(place * step)],
  ).filter((gold) => gold !== undefined);
}
