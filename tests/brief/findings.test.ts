import { describe, expect, it } from 'vitest';
import { createFinder, findIn } from '../../src/brief/findings.ts';
import type { Article } from '../../src/domain/article.ts';
import { sampleArticles } from '../sample-articles.ts';

const articles = await sampleArticles();
const [article = articles[0], other = articles[1]] = articles;
if (article === undefined || other === undefined) throw new Error('there are no samples');

/** Room for this article and no more. */
const roomFor = ({ text, title, pullQuotes }: Article): number =>
  JSON.stringify([title, pullQuotes, text]).length;

function all(find: typeof findIn, of: Article) {
  const found = find(of);
  return {
    sentences: found.sentences(),
    quotations: found.quotations(),
    figures: found.figures(),
    summaries: (['line', 'short', 'medium', 'long'] as const).map((length) =>
      found.summary(length, undefined),
    ),
    focused: found.summary('short', 'money'),
  };
}

describe('a finder', () => {
  it('finds what the engine finds, in every sample, asked once or twice', () => {
    const find = createFinder(1_000_000);
    for (const sample of articles) {
      expect(all(find, sample)).toEqual(all(findIn, sample));
      expect(all(find, sample)).toEqual(all(findIn, sample));
    }
  });

  it('remembers an article by its words, not by the object', () => {
    const find = createFinder(1_000_000);
    expect(find({ ...article }).figures()).toBe(find(article).figures());
  });

  it.each(['text', 'title'] as const)('reads an article anew when its %s has changed', (part) => {
    const find = createFinder(1_000_000);
    const before = find(article);
    const after = find({ ...article, [part]: `${article[part]} The pier cost £3m.` });
    expect(after).not.toBe(before);
    expect(find(article)).toBe(before);
  });

  it('tells summaries of different length and focus apart', () => {
    const found = findIn(article);
    const short = found.summary('short', undefined);
    found.summary('short', 'police');
    expect(found.summary('line', undefined)).toHaveLength(1);
    expect(found.summary('short', undefined)).toBe(short);
  });

  it('forgets those asked about longest ago when it is full', () => {
    const find = createFinder(roomFor(article) + roomFor(other));
    const first = find(article);
    const second = find(other);
    expect(find(article)).toBe(first);
    find({ ...other, title: `${other.title}!` });
    expect(find(other)).not.toBe(second);
  });

  it('reads an article that is larger than all its room, and remembers nothing of it', () => {
    const find = createFinder(100);
    expect(find(article).sentences()).toEqual(findIn(article).sentences());
    expect(find(article)).not.toBe(find(article));
  });
});
