import { foldedWords, isSameSaying, mayBeOne, readName } from 'summarize-text';
import type { Article } from '../domain/article.ts';
import type { ArticleStore } from '../domain/article-store.ts';
import type { FindIn } from '../domain/brief.ts';
import type { Scope } from '../domain/scope.ts';
import type { OtherAttribution, SpeakerLine } from '../domain/speaker-file.ts';
import { attributed, sureSpeaker } from './brief-quotation.ts';

/** Fewer words than these are said by many. */
const tellingWords = 5;
const searchedWords = 16;
const mostArticles = 10;

/** Where stored articles give a line to somebody else than the speaker of these names; each article once. */
export async function otherSpeakers(
  line: SpeakerLine,
  names: readonly string[],
  scopes: readonly Scope[],
  ports: { readonly articles: Pick<ArticleStore, 'search' | 'get'>; readonly find: FindIn },
): Promise<readonly OtherAttribution[]> {
  const words = line.words.split(' ');
  if (words.length < tellingWords) return [];
  const hits = await ports.articles.search({
    scopes,
    words: words.slice(0, searchedWords).join(' '),
    match: 'all',
    limit: mostArticles,
  });
  const articles = await Promise.all(hits.map(({ id }) => ports.articles.get(id, scopes)));
  const own = names.map(readName);
  const isOther = (name: string) => !own.some((known) => mayBeOne(known, readName(name)));
  return articles
    .filter((article) => article !== undefined)
    .flatMap((article) => differing(article, line.words, isOther, ports.find));
}

function differing(
  article: Article,
  words: string,
  isOther: (name: string) => boolean,
  find: FindIn,
): readonly OtherAttribution[] {
  const same = find(article)
    .quotations()
    .find((quotation) => {
      const speaker = sureSpeaker(quotation);
      const said = foldedWords(quotation.text);
      const isSame = isSameSaying(said, words) || isSameSaying(words, said);
      return (
        isSame && said.split(' ').length >= tellingWords && speaker !== undefined && isOther(speaker.name)
      );
    });
  if (same === undefined) return [];
  const { passage, speaker } = attributed(article, same);
  return speaker === undefined ? [] : [{ article, passage, speaker }];
}
