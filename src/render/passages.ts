import type { Headline } from '../domain/article.ts';
import type { Passage } from '../domain/brief.ts';

type Titled = Pick<Headline, 'id' | 'title'>;

/** An article's title as words of that article. */
export const titlePassage = (article: Titled): Passage => beginningOf(article, article.title.length);

/** The first so many characters of a title as words of that article, cut before a blank where there is one. */
export function titleBeginning(article: Titled, most: number): Passage {
  const { title } = article;
  if (title.length <= most) return titlePassage(article);
  const blank = title.slice(0, most + 1).search(/\s\S*$/);
  const end = blank > 0 ? blank : most;
  return beginningOf(article, end - (/[\uD800-\uDBFF]/.test(title.charAt(end - 1)) ? 1 : 0));
}

function beginningOf({ id, title }: Titled, end: number): Passage {
  return { articleId: id, of: 'title', spans: [{ start: 0, end }], text: title.slice(0, end) };
}
