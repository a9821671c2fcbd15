import { describe, expect, it } from 'vitest';
import type { ArticleItem } from '../../src/store/transfer/items.ts';
import { mergeArticle } from '../../src/store/transfer/merge-article.ts';

/** An article whose versions say these words; `storedAt` of each is its number, later by `laterBy`. */
function article(
  words: readonly string[],
  given: Partial<ArticleItem['facts']> = {},
  laterBy = 0,
): ArticleItem {
  const version = words.length;
  return {
    kind: 'article',
    facts: {
      kind: 'article',
      id: 'a',
      scope: 'public',
      version,
      source: 'The Brannoch Bell',
      publishedAt: 5,
      storedAt: version + laterBy,
      topics: [],
      feeds: [],
      ...given,
    },
    texts: words.map((text, index) => ({
      kind: 'text',
      id: 'a',
      version: index + 1,
      storedAt: index + 1 + laterBy,
      title: 'Ferry',
      text,
      raw: text,
      runs: [],
      removals: [],
      pullQuotes: [],
    })),
  };
}

/** The words of all versions after a merge, in their order. */
function merged(mine: ArticleItem, theirs: ArticleItem): readonly string[] | undefined {
  const found = mergeArticle(mine, theirs);
  if (found === undefined) return undefined;
  const texts = [...mine.texts, ...found.added].toSorted((one, other) => one.version - other.version);
  expect(texts.at(-1)?.version).toBe(found.facts.version);
  return texts.map(({ text }) => text);
}

const many = (count: number, word: string) => Array.from({ length: count }, (_, index) => `${word}${index}`);

describe('an article that comes to one of the same id', () => {
  it.each([
    ['brings nothing where both say the same', ['one'], ['one'], undefined],
    ['goes on where the one here ended', ['one'], ['one', 'two'], ['one', 'two']],
    ['brings nothing where it ended earlier', ['one', 'two'], ['one'], undefined],
  ])('%s', (_, mine, theirs, words) => {
    expect(merged(article(mine), article(theirs))).toEqual(words);
  });

  it.each([
    ['shows its words where they are newer', ['one', 'two'], ['three'], 9, ['one', 'two', 'three']],
    ['is kept as a version below the newer words here', ['one'], ['old'], -9, ['one', 'old', 'one']],
    [
      'brings all of its versions, the newer words last',
      ['one', 'two'],
      ['x', 'two', 'three'],
      9,
      ['one', 'two', 'x', 'three'],
    ],
    [
      'leaves versions out for which there is no room',
      many(20, 'a'),
      ['x', 'y'],
      99,
      [...many(20, 'a'), 'y'],
    ],
    ['brings nothing that is older where there is no room', many(20, 'a'), ['x'], -99, undefined],
  ])('went another way: %s', (_, mine, theirs, laterBy, words) => {
    expect(merged(article(mine), article(theirs, {}, laterBy))).toEqual(words);
  });

  it('brings the facts of the newer one, topics and feeds of both, and the later expiry', () => {
    const mine = article(['one'], { topics: ['sea'], feeds: ['f'], expiresAt: 7, source: 'Bell' });
    const theirs = article(['one', 'two'], {
      topics: ['towns', 'sea'],
      feeds: ['e'],
      expiresAt: 9,
      source: 'Gull',
    });
    expect(mergeArticle(mine, theirs)?.facts).toMatchObject({
      source: 'Gull',
      topics: ['sea', 'towns'],
      feeds: ['e', 'f'],
      expiresAt: 9,
    });
    const lasting = mergeArticle(mine, article(['one'], { source: 'Gull' }))?.facts;
    expect(lasting).toMatchObject({ source: 'Bell', topics: ['sea'] });
    expect(lasting).not.toHaveProperty('expiresAt');
  });

  it.each([
    [['one'], ['old'], -9],
    [['one', 'two'], ['x', 'two', 'three'], 9],
    [many(18, 'a'), many(5, 'b'), 99],
    [many(15, 'a'), many(9, 'b'), -99],
  ])('brings nothing a second time: %j and %j', (words, others, laterBy) => {
    const [mine, theirs] = [article(words), article(others, {}, laterBy)];
    const once = mergeArticle(mine, theirs);
    if (once === undefined) throw new Error('nothing was merged');
    const isKept = ({ version }: { readonly version: number }) =>
      version === 1 || version > once.facts.version - 19;
    const now = { ...mine, facts: once.facts, texts: [...mine.texts, ...once.added].filter(isKept) };
    expect(mergeArticle(now, theirs)).toBeUndefined();
  });

  it('is refused where the id is of another scope here', () => {
    const theirs = article(['one'], { scope: 'guild:1' });
    expect(() => mergeArticle(article(['one']), theirs)).toThrow('belongs to another scope');
  });
});
