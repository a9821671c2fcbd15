import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { segment } from '../../src/summarize-text/segment/segment.ts';
import { summarise } from '../../src/summarize-text/summary/summarise.ts';
import { summariseArticles } from '../../src/summarize-text/summary/summarise-articles.ts';
import { article, lead, never, paragraphs, pier } from './summary-lines.ts';

/** The same event in three papers, each with something that only it has. */
const herald = paragraphs(
  'A fire at the Brannock rope works killed two men on Monday night, the brigade said.',
  'Forty firefighters from three counties fought the flames for nine hours.',
  'The works, built in 1882, were to close for good in the spring.',
  'Neighbours in Tar Lane were taken to a school hall until noon.',
  'The brigade’s chief, Nora Pell, said the roof fell in before the first engine arrived.',
  'Trains through the town were held up until the smoke had gone.',
  'A fund for the men’s families has been opened at the town hall.',
  'Crowds stood on the bridge and watched the last wall come down.',
);
const courier = paragraphs(
  'Two men died on Monday night when fire broke out at Brannock’s rope works.',
  'They were named as Idris Vaughan, 44, and his cousin Tom Sayle, 29.',
  'Both had worked in the tarring shed since they left school.',
  'The owners said a machine that had failed twice this year may have started it.',
  'A vigil is to be held at the chapel on Sunday evening.',
  'Schools in the valley opened two hours late because of the smoke.',
  'The mayor asked people to keep their windows shut until the evening.',
  'Insurers put the damage at £14m, not counting the stock in the yard.',
);
const post = paragraphs(
  'Inspectors had warned the owners of Brannock rope works about its wiring three times.',
  'Letters that this paper has seen date from March, June and September.',
  'The works employed 120 people at its last count.',
  'The union wants a public inquiry into the deaths.',
  'An inspector’s report called the tarring shed a danger to all who worked there.',
  'The owners have not answered questions about the letters.',
  'Ministers will be asked about factory inspections in parliament on Thursday.',
  'The rope of Brannock was used on half the fishing fleet in its best years.',
);
const papers = [
  { id: 'herald', text: herald, title: 'Two die in fire at rope works' },
  { id: 'courier', text: courier, title: 'Cousins killed in rope works blaze' },
  { id: 'post', text: post, title: 'Rope works was warned about wiring' },
];
const wordsIn = (text: string) => text.match(/\S+/g)?.length ?? 0;

describe('a summary of several articles', () => {
  it('tells the shared fact once and what each paper alone has', () => {
    const found = summariseArticles(papers, { length: 'medium' });
    expect(found.filter(({ text }) => /killed two men|Two men died/.test(text))).toHaveLength(1);
    expect(new Set(found.map(({ articleId }) => articleId))).toEqual(new Set(['herald', 'courier', 'post']));
  });

  it('says nothing twice when an article comes twice', () => {
    const twice = summariseArticles([...papers, { id: 'again', text: herald }], { length: 'long' });
    expect(new Set(twice.map(({ text }) => text)).size).toBe(twice.length);
    const places = twice.filter(({ articleId }) => articleId === 'herald' || articleId === 'again');
    expect(new Set(places.map(({ index }) => index)).size).toBe(places.length);
  });

  it('of one article is the summary of that article', () => {
    const [alone] = summariseArticles([{ id: 'pier', text: article }], { length: 'line' });
    expect(alone).toEqual({ ...summarise(article, { length: 'line' })[0], articleId: 'pier' });
  });

  it('turns to the words asked about, in whichever article they stand', () => {
    const found = summariseArticles(papers, { length: 'line', focus: 'union inquiry' });
    expect(found).toMatchObject([
      { articleId: 'post', text: 'The union wants a public inquiry into the deaths.' },
    ]);
  });

  it('is nothing where there is nothing', () => {
    expect(summariseArticles([])).toEqual([]);
    expect(
      summariseArticles([
        { id: 'a', text: '' },
        { id: 'b', text: '\n' },
      ]),
    ).toEqual([]);
  });

  it('may take one sentence of an article that has no more to give', () => {
    const short = { id: 'short', text: lead };
    expect(
      summariseArticles([short, ...papers], { length: 'long' }).map(({ articleId }) => articleId),
    ).toContain('short');
  });
});

const part = fc.constantFrom(...pier, ...never.map(([, line]) => line), ...pier.map((line) => `But ${line}`));
const text = fc.oneof(
  fc.array(part, { maxLength: 16 }).map((lines) => paragraphs(...lines)),
  fc.string({ unit: 'grapheme', maxLength: 120 }),
);
const articles = fc
  .array(text, { maxLength: 5 })
  .map((texts) => texts.map((each, index) => ({ id: `a${index}`, text: each })));

describe('any summary of any articles', () => {
  it('is sentences of their articles, word for word, article by article in their orders', () => {
    fc.assert(
      fc.property(articles, fc.integer({ min: 0, max: 9 }), (given, sentences) => {
        const found = summariseArticles(given, { sentences });
        expect(found.length).toBeLessThanOrEqual(sentences);
        const places = found.map(({ articleId, ...sentence }) => {
          const at = given.findIndex(({ id }) => id === articleId);
          expect(segment(given[at]?.text ?? '')[sentence.index]).toEqual(sentence);
          return at * 1_000 + sentence.index;
        });
        expect(places).toEqual([...new Set(places)].toSorted((a, b) => a - b));
      }),
      { seed: 31, numRuns: 300 },
    );
  });

  it('is at most three tenths of each article, or one sentence of it', () => {
    fc.assert(
      fc.property(articles, (given) => {
        const found = summariseArticles(given, { sentences: 12 });
        for (const { id, text: whole } of given) {
          const own = found.filter(({ articleId }) => articleId === id).map((sentence) => sentence.text);
          if (own.length > 1) expect(wordsIn(own.join(' '))).toBeLessThanOrEqual(wordsIn(whole) * 0.3);
        }
      }),
      { seed: 32, numRuns: 300 },
    );
  });

  it('leans on no sentence of another article', () => {
    fc.assert(
      fc.property(articles, (given) => {
        const found = summariseArticles(given, { length: 'long' });
        found.forEach(({ text: words, index, articleId }, at) => {
          if (!/^(?:But|He|This) /.test(words) || index === 0) return;
          expect(found[at - 1]).toMatchObject({ articleId, index: index - 1 });
        });
      }),
      { seed: 33, numRuns: 300 },
    );
  });
});
