import type { Headline } from '../domain/article.ts';
import type { Passage } from '../domain/brief.ts';

/** An article's title as words of that article. */
export function titlePassage({ id, title }: Pick<Headline, 'id' | 'title'>): Passage {
  return { articleId: id, of: 'title', spans: [{ start: 0, end: title.length }], text: title };
}
