import type { ArticleStore } from '../../domain/article-store.ts';
import type { Scope } from '../../domain/scope.ts';
import type { Choice } from './choice.ts';

/** Which articles hold what a digest wants, or does not want. */
export interface Holders {
  /** Absent where no words are asked for. */
  readonly words?: { readonly anywhere: ReadonlySet<string>; readonly inTitle: ReadonlySet<string> };
  readonly exceptWords: readonly { readonly phrase: string; readonly ids: ReadonlySet<string> }[];
}

/** More than any time in question brings. */
const mostHolders = 20_000;

/** Asks the index of words, once for all that is wanted; for what is not wanted again by word, where there is some. */
export async function readHolders(
  articles: Pick<ArticleStore, 'holding'>,
  { words, exceptWords }: Pick<Choice, 'words' | 'exceptWords'>,
  { scope, since }: { readonly scope: Scope; readonly since: number },
): Promise<Holders> {
  const asked = { scopes: [scope], since, limit: mostHolders };
  const holding = (phrases: readonly string[], inTitle = false) =>
    articles.holding({ ...asked, phrases, ...(inTitle && { inTitle }) });
  const unwanted = exceptWords.length === 0 ? new Set<string>() : await holding(exceptWords);
  const ofPhrase = async (phrase: string) => ({
    phrase,
    ids: exceptWords.length === 1 ? unwanted : await holding([phrase]),
  });
  return {
    ...(words.length > 0 && {
      words: { anywhere: await holding(words), inTitle: await holding(words, true) },
    }),
    exceptWords: unwanted.size === 0 ? [] : await Promise.all(exceptWords.map(ofPhrase)),
  };
}
