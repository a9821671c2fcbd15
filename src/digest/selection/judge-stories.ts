import { setImmediate } from 'node:timers/promises';
import type { Verdict } from '../../domain/run-record.ts';
import type { Scope } from '../../domain/scope.ts';
import type { FreshArticle, FreshStory } from '../../domain/story.ts';
import { type Choice, foldedName } from './choice.ts';
import type { Holders } from './holders.ts';
import { type LeftOutStories, sumUp } from './record-run.ts';
import { worthOf } from './worth.ts';

/** What stories of one scope are judged by. */
export interface Rules {
  readonly scope: Scope;
  readonly choice: Choice;
  readonly holders: Holders;
  /** How old news is when it is worth half. */
  readonly halfLifeMs: number;
  /** UTC milliseconds. */
  readonly at: number;
  /** Articles that only feeds have brought which the guild has muted. */
  readonly muted?: ReadonlySet<string>;
}

/** A story that no rule leaves out, before any of it is read. */
export interface Candidate {
  readonly storyId: string;
  readonly scope: Scope;
  /** Those of its articles that are heard, those first that tell it best. */
  readonly tellers: readonly FreshArticle[];
  /** So many of them tell it as well as the first, but for their age. */
  readonly peerCount: number;
  /** Publishers that tell it, each once. */
  readonly sources: readonly string[];
  readonly sourceCount: number;
  readonly score: number;
}

/** A story that is left out. */
export interface LeftOut {
  readonly storyId: string;
  readonly articleId: string;
  readonly sourceCount: number;
  readonly verdict: Verdict;
  readonly detail?: string;
  /** What it would be worth, were there no rules. */
  readonly worth: number;
}

/** What became of the stories of a scope; candidates best first. */
export interface Judged {
  readonly candidates: readonly Candidate[];
  readonly leftOut: LeftOutStories;
}

/** Best first; of those that are worth the same, in the order in which the store has them: what was stored later. */
export const byScore = (one: Candidate, other: Candidate): number => other.score - one.score;

const foldedNames = new Map<string, string>();
const rememberedNames = 5_000;

function folded(name: string): string {
  const known = foldedNames.get(name);
  if (known !== undefined) return known;
  if (foldedNames.size >= rememberedNames) foldedNames.clear();
  const made = foldedName(name);
  foldedNames.set(name, made);
  return made;
}

type Test = (article: FreshArticle) => boolean;

const isOf =
  (topics: ReadonlySet<string>): Test =>
  (article) =>
    article.topics.some((topic) => topics.has(topic.toLowerCase()));

/** The rules that one of a story's articles must fulfil, in their order; those that are asked for. */
function testsOf({ choice, holders }: Rules): readonly { readonly verdict: Verdict; readonly test: Test }[] {
  const topics = new Set(choice.topics);
  const sources = new Set(choice.sources);
  const tests: { readonly verdict: Verdict; readonly test: Test }[] = [];
  if (topics.size > 0) tests.push({ verdict: 'topic', test: isOf(topics) });
  if (sources.size > 0) tests.push({ verdict: 'source', test: ({ source }) => sources.has(folded(source)) });
  if (holders.words !== undefined) {
    const { anywhere } = holders.words;
    tests.push({ verdict: 'words', test: ({ id }) => anywhere.has(id) });
  }
  return tests;
}

/** Why a story is left out, as far as the articles tell; `undefined` where they tell nothing against it. */
function refusalOf(
  articles: readonly FreshArticle[],
  tests: ReturnType<typeof testsOf>,
  { holders }: Rules,
): Pick<LeftOut, 'verdict' | 'detail'> | undefined {
  const failed = tests.find(({ test }) => !articles.some(test));
  if (failed !== undefined) return { verdict: failed.verdict };
  const unwanted = holders.exceptWords.find(({ ids }) => articles.some(({ id }) => ids.has(id)));
  return unwanted === undefined ? undefined : { verdict: 'except-words', detail: unwanted.phrase };
}

/** Copies and stubs tell a story where nothing else does, and what was asked for tells it rather than something else. */
function tellersOf(
  articles: readonly FreshArticle[],
  { choice, holders }: Rules,
): Pick<Candidate, 'tellers' | 'peerCount'> {
  const ids = new Set(articles.map(({ id }) => id));
  const sources = new Set(choice.sources);
  const isAskedFor = ({ id, source }: FreshArticle): boolean =>
    (sources.size === 0 || sources.has(folded(source))) && (holders.words?.anywhere.has(id) ?? true);
  const placeOf = (article: FreshArticle): number => {
    const isCopy = article.copyOf !== undefined && ids.has(article.copyOf);
    return (isCopy ? 2 : 0) + (article.isStub ? 4 : 0) + (isAskedFor(article) ? 0 : 1);
  };
  const placed = articles
    .map((article) => ({ article, place: placeOf(article) }))
    .sort((one, other) => one.place - other.place);
  return {
    tellers: placed.map(({ article }) => article),
    peerCount: placed.filter(({ place }) => place === placed[0]?.place).length,
  };
}

/** Judges one story; `undefined` where it has no articles. */
function judgeStory(
  { id, articles }: FreshStory,
  rules: Rules,
  tests: ReturnType<typeof testsOf>,
): Candidate | LeftOut | undefined {
  const { muted, scope } = rules;
  const heard = muted === undefined ? articles : articles.filter((article) => !muted.has(article.id));
  const { tellers, peerCount } = tellersOf(heard.length === 0 ? articles : heard, rules);
  const [first] = tellers;
  if (first === undefined) return undefined;
  const sources = [...new Set(tellers.map(({ source }) => source))];
  const sourceCount = sources.length;
  const worth = worthOf(tellers, rules);
  const why =
    refusalOf(tellers, tests, rules) ??
    (heard.length === 0 ? { verdict: 'muted' as const } : undefined) ??
    (tellers.every(({ isStub }) => isStub) ? { verdict: 'stub' as const } : undefined);
  if (why !== undefined) return { storyId: id, articleId: first.id, sourceCount, worth, ...why };
  const score = worth * fitOf(tellers, rules);
  return { storyId: id, scope, tellers, peerCount, sources, sourceCount, score };
}

/** Between so many stories others have a turn. */
const judgedAtOnce = 500;

/** Judges stories by what is known of them without reading them. */
export async function judgeStories(stories: readonly FreshStory[], rules: Rules): Promise<Judged> {
  const tests = testsOf(rules);
  const candidates: Candidate[] = [];
  const leftOut: LeftOut[] = [];
  for (const [place, story] of stories.entries()) {
    if (place % judgedAtOnce === judgedAtOnce - 1) await setImmediate();
    const judged = judgeStory(story, rules, tests);
    if (judged === undefined) continue;
    if ('verdict' in judged) leftOut.push(judged);
    else candidates.push(judged);
  }
  return { candidates: candidates.sort(byScore), leftOut: sumUp(leftOut) };
}

/** What is asked for in a title is what an article is about; a topic that most of a story's articles have is its own. */
function fitOf(articles: readonly FreshArticle[], { choice, holders }: Rules): number {
  const topics = new Set(choice.topics);
  const ofTopic = articles.filter(isOf(topics));
  const topicFit = topics.size === 0 ? 1 : 0.7 + (0.3 * ofTopic.length) / articles.length;
  const titled = holders.words?.inTitle;
  const wordFit = titled === undefined || articles.some(({ id }) => titled.has(id)) ? 1 : 0.5;
  return topicFit * wordFit;
}
