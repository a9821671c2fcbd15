import type { Answered, AnsweredLine } from '../domain/answer.ts';
import type { Article, Headline } from '../domain/article.ts';
import type { ArticleStore } from '../domain/article-store.ts';
import type { FindIn } from '../domain/brief.ts';
import type { Scope } from '../domain/scope.ts';
import type { StoryStore } from '../domain/story-store.ts';
import { createLineMaker } from './answered-lines.ts';
import { askAll } from './ask-all.ts';
import { askStory, withArticles } from './ask-story.ts';
import { askedWords } from './asked-words.ts';
import { candidates } from './candidates.ts';
import { heldWords } from './held-words.ts';
import { readArticles, type ToldStory, toldStory } from './story-articles.ts';
import { holdsAll, leavesFor } from './which-story.ts';

export interface AnswerPorts {
  readonly articles: Pick<ArticleStore, 'get' | 'search' | 'count'>;
  readonly stories: Pick<StoryStore, 'get' | 'latest' | 'ofArticles'>;
  readonly find: FindIn;
}

/** A question, and where it is asked. Stories are ids of theirs or of an article in them. */
export interface QuestionRequest {
  readonly question: string;
  readonly scopes: readonly Scope[];
  /** The story that it is about. */
  readonly story?: string | undefined;
  /** The story that is talked of: the question is about that or about another. */
  readonly talkedOf?: string | undefined;
  /** Of when articles came out, UTC milliseconds. */
  readonly since?: number | undefined;
}

export type QuestionOutcome =
  | {
      readonly kind: 'answered';
      readonly answered: Answered;
      /** More lines that answer. */
      readonly further: readonly AnsweredLine[];
      /** How many articles its story has that are no copies; 0 where it is of none. */
      readonly inStory: number;
    }
  /** Two stories answer it, and each otherwise. */
  | { readonly kind: 'which'; readonly stories: readonly [Headline, Headline] }
  /** It names nothing, and there is no story that it could be about. */
  | { readonly kind: 'no-story' };

/** What of the whole store may answer. */
interface Near {
  readonly headlines: readonly Headline[];
  readonly articles: readonly Article[];
}

const candidateCount = 24;
/** Articles of the whole store whose words are read for an answer. */
const mostRead = 12;
const nearestCount = 3;
/** Words of which it is said that no article has them. */
const mostMissing = 3;

/** What the stored articles say to a question: of the story it is about or, where none is known, of all. */
export async function answerQuestion(request: QuestionRequest, ports: AnswerPorts): Promise<QuestionOutcome> {
  const { question, scopes, since, story } = request;
  const known = story ?? request.talkedOf;
  const told = known === undefined ? undefined : await toldStory(known, scopes, ports, since);
  const asked = askedWords(question);
  if (asked.telling.length === 0)
    return told === undefined ? { kind: 'no-story' } : await askBare(request, told, ports);
  const held = heldWords(told?.articles ?? []);
  if (told !== undefined && (story !== undefined || holdsAll(asked, held)))
    return await askTold(request, told, ports);
  const near = await nearTo(request, ports);
  if (told !== undefined && !leavesFor(asked, held, near.articles))
    return await askTold(request, told, ports);
  return await askStore(request, near, ports);
}

async function nearTo(
  { question, scopes, since }: QuestionRequest,
  { articles }: AnswerPorts,
): Promise<Near> {
  const headlines = await candidates(question, { scopes, since, limit: candidateCount }, articles);
  const ids = headlines.slice(0, mostRead).map(({ id }) => id);
  return { headlines, articles: await readArticles(ids, scopes, articles) };
}

/** "When?" and "how many?" of a story are asked about what its headline says: a line tells where words in it answer. */
async function askBare(
  request: QuestionRequest,
  told: ToldStory,
  ports: AnswerPorts,
): Promise<QuestionOutcome> {
  const question = `${request.question.replace(/[?!.\s]+$/u, '')} ${told.story.lead.title}?`;
  const outcome = await askTold({ ...request, question }, told, ports);
  if (outcome.kind !== 'answered' || outcome.answered.lines[0]?.answer !== undefined) return outcome;
  return { ...outcome, answered: { ...outcome.answered, lines: [], isDisputed: false, missing: [] } };
}

/** Asks the articles of one story. */
async function askTold(
  request: QuestionRequest,
  { story, articles }: ToldStory,
  ports: AnswerPorts,
): Promise<QuestionOutcome> {
  const { further, ...found } = askStory(request.question, articles, ports.find);
  const dates = articles.map(({ publishedAt }) => publishedAt);
  const searched = {
    articleCount: articles.length,
    ...(dates.length === 0 ? {} : { since: Math.min(...dates) }),
  };
  const isOther = ({ id }: Headline) => !story.articles.some((article) => article.id === id);
  const near = found.lines.length > 0 ? [] : (await nearTo(request, ports)).headlines.filter(isOther);
  const nearest = await oneOfEachStory(near, request.scopes, ports);
  return {
    kind: 'answered',
    answered: { ...found, searched, story: story.lead, nearest },
    further,
    inStory: articles.length,
  };
}

/** Asks all that is stored. */
async function askStore(request: QuestionRequest, near: Near, ports: AnswerPorts): Promise<QuestionOutcome> {
  const { question, scopes, since } = request;
  const ids = near.articles.map(({ id }) => id);
  const stories = await ports.stories.ofArticles(ids, scopes);
  const found = askAll(question, near.articles, stories, ports.find);
  if (found.kind === 'which') return found;
  const articleCount = await ports.articles.count(scopes);
  const searched = { articleCount, ...(since === undefined ? {} : { since }) };
  const nothing = { lines: [], isDisputed: false, nearest: [], missing: [] };
  if (found.kind === 'nothing') {
    const missing = await heldNowhere(found.missing, request, ports);
    const nearest = await nearestTo(near, request, ports);
    return {
      kind: 'answered',
      answered: { ...nothing, searched, missing, nearest },
      further: [],
      inStory: 0,
    };
  }
  if (found.kind === 'several') {
    const toLine = createLineMaker(ports.find);
    const lines = withArticles(found.answer.lines, near.articles).flatMap(
      (line) => toLine(line.article, line) ?? [],
    );
    return { kind: 'answered', answered: { ...nothing, searched, lines }, further: [], inStory: 0 };
  }
  const told = await toldStory(found.story.lead.id, scopes, ports, since);
  const whole = askStory(question, told?.articles ?? [], ports.find);
  const { further, ...said } =
    whole.lines.length > 0 ? whole : askStory(question, found.story.articles, ports.find);
  const story = told?.story.lead ?? found.story.lead;
  const inStory = told?.articles.length ?? 0;
  return { kind: 'answered', answered: { ...said, searched, story, nearest: [] }, further, inStory };
}

/** Those of the words that no article has at all. */
async function heldNowhere(
  words: readonly string[],
  { scopes }: QuestionRequest,
  { articles }: AnswerPorts,
): Promise<readonly string[]> {
  const held = await Promise.all(
    words
      .slice(0, mostMissing)
      .map(async (word) => (await articles.search({ scopes, words: word, match: 'all', limit: 1 })).length),
  );
  return words.slice(0, mostMissing).filter((_, index) => held[index] === 0);
}

/** The nearest headlines, or the newest where none is near. */
async function nearestTo(
  { headlines }: Near,
  { scopes }: QuestionRequest,
  ports: AnswerPorts,
): Promise<readonly Headline[]> {
  if (headlines.length > 0) return await oneOfEachStory(headlines, scopes, ports);
  return (await ports.stories.latest({ scopes, limit: nearestCount })).map(({ lead }) => lead);
}

async function oneOfEachStory(
  headlines: readonly Headline[],
  scopes: readonly Scope[],
  { stories }: AnswerPorts,
): Promise<readonly Headline[]> {
  if (headlines.length === 0) return [];
  const homes = await stories.ofArticles(
    headlines.map(({ id }) => id),
    scopes,
  );
  const firsts = new Map<string, Headline>();
  for (const headline of headlines) {
    const home = homes.get(headline.id)?.id ?? headline.id;
    if (!firsts.has(home)) firsts.set(home, headline);
  }
  return [...firsts.values()].slice(0, nearestCount);
}
