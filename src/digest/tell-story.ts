import type { Article } from '../domain/article.ts';
import type { FindIn } from '../domain/brief.ts';
import type { Scope } from '../domain/scope.ts';
import { isStub } from '../domain/stub.ts';
import { tellsMore } from './tells-more.ts';
import type { Tellable } from './told-stories.ts';

/** So many of a story's articles are looked at: where they all are stubs, the others hardly are more. */
const mostTellers = 3;

export interface Telling {
  readonly find: FindIn;
  article(id: string, scope: Scope): Promise<Article | undefined>;
}

/** The article that tells a story, or why none does. */
export async function tellStory(
  { tellers, scope, before }: Tellable,
  { article, find }: Telling,
): Promise<{ readonly told: Article } | { readonly refusal: 'stub' | 'told' }> {
  const told = await Promise.all(
    (before?.articleIds ?? []).slice(-mostTellers).map((id) => article(id, scope)),
  );
  const toldArticles = told.filter((one) => one !== undefined);
  for (const { id } of tellers.slice(0, mostTellers)) {
    const whole = await article(id, scope);
    if (whole === undefined || isStub(whole)) continue;
    if (before === undefined || tellsMore(whole, toldArticles, find)) return { told: whole };
  }
  return { refusal: before === undefined ? 'stub' : 'told' };
}
