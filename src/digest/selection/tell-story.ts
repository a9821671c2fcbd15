import type { Article } from '../../domain/article.ts';
import type { FindIn } from '../../domain/brief.ts';
import type { Scope } from '../../domain/scope.ts';
import { tellsMore } from './tells-more.ts';
import type { Tellable } from './told-stories.ts';

/** So many of a story's articles are looked at: where they all are stubs, the others hardly are more. */
const mostTellers = 3;
/** An article that is older by no more than this may tell a story in place of one that quotes nobody. */
const sameAgeMs = 6 * 60 * 60 * 1000;
/** Whom a quotation is by is shown where that is surer than this. */
const sureEnough = 0.85;

export interface Telling {
  readonly find: FindIn;
  /** An article that is there and more than a stub. */
  article(id: string, scope: Scope): Promise<Article | undefined>;
}

/** What a card can show of an article beside its sentence: 2 for a quotation with a sure speaker, 1 for figures. */
function showsOf(article: Article, find: FindIn): number {
  const { quotations, figures } = find(article);
  const isQuoting = quotations().some(
    ({ speaker, confidence }) => speaker !== undefined && confidence >= sureEnough,
  );
  return (isQuoting ? 2 : 0) + (figures().some(({ rank }) => rank !== undefined) ? 1 : 0);
}

const showsAll = 3;

/** Articles of a story, whole, as far as they are asked for. */
async function* wholeOf(
  { tellers, scope }: Pick<Tellable, 'tellers' | 'scope'>,
  { article }: Telling,
): AsyncGenerator<Article> {
  for (const { id } of tellers.slice(0, mostTellers)) {
    const whole = await article(id, scope);
    if (whole !== undefined) yield whole;
  }
}

/** The first article that is more than a stub, or one that is as good and of about its age and has more to show. */
async function tellFirst(story: Tellable, telling: Telling): Promise<Article | undefined> {
  const peers = new Set(story.tellers.slice(0, story.peerCount).map(({ id }) => id));
  let best: { readonly article: Article; readonly shows: number } | undefined;
  let newest = Number.NEGATIVE_INFINITY;
  for await (const article of wholeOf(story, telling)) {
    newest = Math.max(newest, article.publishedAt);
    const isAsGood = peers.has(article.id) && newest - article.publishedAt <= sameAgeMs;
    if (best !== undefined && !isAsGood) break;
    const shows = showsOf(article, telling.find);
    if (best === undefined || shows > best.shows) best = { article, shows };
    if (shows === showsAll) break;
  }
  return best?.article;
}

/** The first article that says something which was not told. */
async function tellAgain(
  story: Tellable,
  articleIds: readonly string[],
  telling: Telling,
): Promise<Article | undefined> {
  const read = articleIds.slice(-mostTellers).map((id) => telling.article(id, story.scope));
  const told = (await Promise.all(read)).filter((one) => one !== undefined);
  if (told.length === 0) return undefined;
  for await (const article of wholeOf(story, telling))
    if (tellsMore(article, told, telling.find)) return article;
  return undefined;
}

/** The article that tells a story, or why none does. */
export async function tellStory(
  story: Tellable,
  telling: Telling,
): Promise<{ readonly told: Article } | { readonly refusal: 'stub' | 'told' }> {
  const { before } = story;
  const told = await (before === undefined
    ? tellFirst(story, telling)
    : tellAgain(story, before.articleIds, telling));
  if (told !== undefined) return { told };
  return { refusal: before === undefined ? 'stub' : 'told' };
}
