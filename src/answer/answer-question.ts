import type { Answered, AnsweredLine } from '../domain/answer.ts';
import type { Article, Headline } from '../domain/article.ts';
import type { ArticleStore } from '../domain/article-store.ts';
import type { FindIn } from '../domain/brief.ts';
import type { Scope } from '../domain/scope.ts';
import type { StoryStore } from '../domain/story-store.ts';
import { createLineMaker } from './answered-lines.ts';
import { askAll } from './ask-all.ts';
import { askBare } from './ask-bare.ts';
import { askStory, type StoryAnswer, withArticles } from './ask-story.ts';
import { type CandidatePorts, candidates } from './candidates/candidates.ts';
import { heldWords, isWorthOf } from './held-words.ts';
import { headlinesWith, heldNowhere, newestHeadlines } from './nearest.ts';
import { type AskedWords, askedWords } from './question/asked-words.ts';
import { holdsAll, leavesFor } from './question/which-story.ts';
import { readArticles, type ToldStory, toldStory } from './story-articles.ts';

export interface AnswerPorts {
  readonly articles: CandidatePorts & Pick<ArticleStore, 'get' | 'count'>;
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
  /** Words that may name another story: `story` is asked only where it has most of them. */
  readonly mayBeOther?: boolean;
}

export type QuestionOutcome =
  | {
      readonly kind: 'answered';
      readonly answered: Answered;
      /** More lines that answer. */
      readonly further: readonly AnsweredLine[];
      /** How many articles its story has that are no copies; 0 where it is of none. */
      readonly inStory: number;
      /** What is talked of then: the id of an article, where there is one. */
      readonly talkOf?: string | undefined;
    }
  /** Two stories answer it, and each otherwise. */
  | { readonly kind: 'which'; readonly stories: readonly [Headline, Headline] }
  /** It names nothing, and there is no story that it could be about. */
  | { readonly kind: 'no-story' }
  /** It asks what somebody says who is not named. */
  | { readonly kind: 'said'; readonly story: Headline };

/** What of the whole store may answer. */
interface Near {
  readonly headlines: readonly Headline[];
  readonly articles: readonly Article[];
}

const mostOfWords = 0.6;
const candidateCount = 24;
/** Articles of the whole store whose words are read for an answer. */
const mostRead = 12;

/** What the stored articles say to a question: of the story it is about or, where none is known, of all. */
export async function answerQuestion(request: QuestionRequest, ports: AnswerPorts): Promise<QuestionOutcome> {
  const { question, scopes, since, story } = request;
  const known = story ?? request.talkedOf;
  const told = known === undefined ? undefined : await toldStory(known, scopes, ports, since);
  const asked = askedWords(question);
  if (told === undefined)
    return isOfTalk(asked)
      ? { kind: 'no-story' }
      : await askStore(request, await nearTo(request, ports), ports);
  if (asked.telling.length === 0) return bareOutcome(askBare(question, told, ports.find), told);
  const held = heldWords(told.articles);
  if (request.mayBeOther === true && !isWorthOf(asked.telling, held.everywhere, mostOfWords))
    return { kind: 'no-story' };
  if (story !== undefined || holdsAll(asked, held)) return await askTold(request, told, ports);
  const near = await nearTo(request, ports);
  return leavesFor(asked, held, near.articles)
    ? await askStore(request, near, ports)
    : await askTold(request, told, ports, near);
}

/** Whether a question names nothing but what was talked of. */
const isOfTalk = ({ telling, subjects, refers }: AskedWords): boolean =>
  telling.length === 0 || (refers && subjects.length === 0);

async function nearTo(
  { question, scopes, since }: QuestionRequest,
  { articles }: AnswerPorts,
): Promise<Near> {
  const headlines = await candidates(question, { scopes, since, limit: candidateCount }, articles);
  const ids = headlines.slice(0, mostRead).map(({ id }) => id);
  return { headlines, articles: await readArticles(ids, scopes, articles) };
}

function bareOutcome(said: StoryAnswer, told: ToldStory): QuestionOutcome {
  if (said.lines.length === 0 && said.wanted === 'words') return { kind: 'said', story: told.story.lead };
  return toldOutcome(said, told, []);
}

/** What a story's articles say, or that they do not say it. */
function toldOutcome(
  { further, lines, isDisputed, missing }: StoryAnswer,
  { story, articles }: ToldStory,
  nearest: readonly Headline[],
): QuestionOutcome {
  const dates = articles.map(({ publishedAt }) => publishedAt);
  const searched = {
    articleCount: articles.length,
    ...(dates.length === 0 ? {} : { since: Math.min(...dates) }),
  };
  const answered = { lines, isDisputed, missing, searched, story: story.lead, nearest };
  return { kind: 'answered', answered, further, inStory: articles.length, talkOf: story.lead.id };
}

/** Asks the articles of one story. */
async function askTold(
  request: QuestionRequest,
  told: ToldStory,
  ports: AnswerPorts,
  near?: Near,
): Promise<QuestionOutcome> {
  const { question, scopes } = request;
  const said = askStory(question, told.articles, ports.find);
  if (said.lines.length > 0) return toldOutcome(said, told, []);
  const { headlines } = near ?? (await nearTo(request, ports));
  const others = headlines.filter(({ id }) => told.story.articles.every((article) => article.id !== id));
  return toldOutcome(said, told, await headlinesWith(question, others, scopes, ports));
}

/** Asks all that is stored. */
async function askStore(request: QuestionRequest, near: Near, ports: AnswerPorts): Promise<QuestionOutcome> {
  const { question, scopes, since } = request;
  const stories = await ports.stories.ofArticles(
    near.articles.map(({ id }) => id),
    scopes,
  );
  const found = askAll(question, near.articles, stories, ports.find);
  if (found.kind === 'which') return found;
  const articleCount = await ports.articles.count(scopes);
  const searched = { articleCount, ...(since === undefined ? {} : { since }) };
  if (found.kind === 'nothing') {
    const missing = await heldNowhere(found.missing, scopes, ports);
    const titled = await headlinesWith(question, near.headlines, scopes, ports);
    // Where no headline has a word of the question, the one whose article has most of them.
    const nearest = titled.length > 0 ? titled : near.headlines.slice(0, 1);
    const newest = nearest.length > 0 ? [] : await newestHeadlines(scopes, ports);
    const answered = { lines: [], isDisputed: false, searched, missing, nearest, newest };
    return { kind: 'answered', answered, further: [], inStory: 0, talkOf: found.story?.lead.id };
  }
  if (found.kind === 'several') {
    const toLine = createLineMaker(ports.find);
    const lines = withArticles(found.answer.lines, near.articles).flatMap(
      (line) => toLine(line.article, line) ?? [],
    );
    const answered = { lines, isDisputed: false, searched, missing: [], nearest: [] };
    return { kind: 'answered', answered, further: [], inStory: 0, talkOf: lines[0]?.article.id };
  }
  const told = await toldStory(found.story.lead.id, scopes, ports, since);
  if (told === undefined) return { kind: 'no-story' }; // it was removed meanwhile
  const said = askStory(question, told.articles, ports.find);
  const outcome = toldOutcome(said, told, []);
  if (outcome.kind !== 'answered' || said.lines.length === 0) return outcome;
  return { ...outcome, answered: { ...outcome.answered, searched } };
}
