import fc from 'fast-check';
import type { Article } from '../../src/domain/article.ts';
import type { Brief, BriefFigure, BriefQuotation, BriefSentence, Passage } from '../../src/domain/brief.ts';

/** The parts of an article that a card may show, as its text holds them, one after the other. */
interface Parts {
  readonly title: string;
  readonly source: string;
  readonly url: string | undefined;
  readonly sentence: string;
  readonly quotation: string;
  readonly speaker: string | undefined;
  readonly figures: readonly string[];
}

const words = (most: number) =>
  fc.oneof(
    { weight: 4, arbitrary: fc.lorem({ maxCount: Math.max(1, Math.floor(most / 8)) }) },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: most }) },
    { weight: 1, arbitrary: fc.constantFrom('*_[](<>)`|~'.repeat(Math.ceil(most / 11)), '<@&1> @everyone') },
  );

const url = fc.oneof(
  fc.webUrl({ withQueryParameters: true }),
  fc.integer({ min: 1, max: 900 }).map((length) => `https://long.example/${'x'.repeat(length)}`),
);

const parts: fc.Arbitrary<Parts> = fc.record({
  title: words(250),
  source: words(60),
  url: fc.option(url, { nil: undefined }),
  sentence: fc.oneof({ weight: 6, arbitrary: words(300) }, { weight: 1, arbitrary: words(4_500) }),
  quotation: words(300),
  speaker: fc.option(words(30), { nil: undefined }),
  figures: fc.array(words(12), { maxLength: 4 }),
});

/** A brief that shows these parts. */
function briefOf({ title, source, url: address, ...shown }: Parts, id: string): Brief {
  let text = '';
  const place = (part: string): Passage => {
    const start = text.length;
    text += `${part}\n`;
    return { articleId: id, of: 'text', spans: [{ start, end: start + part.length }], text: part };
  };
  const sentenceAt = (number: number, passage: Passage): BriefSentence => ({ passage, number });
  const summary = [sentenceAt(1, place(shown.sentence))];
  const said = place(shown.quotation);
  const quotation: BriefQuotation = {
    passage: said,
    quotation: { text: said.text, spans: said.spans, kind: 'direct', confidence: 1 },
    ...(shown.speaker === undefined ? {} : { speaker: { name: place(shown.speaker) } }),
  };
  const figures = shown.figures.map((surface, index): BriefFigure => {
    const passage = place(surface);
    const [{ start, end } = { start: 0, end: 1 }] = passage.spans;
    return {
      passage,
      figure: {
        text: surface,
        start,
        end,
        kind: 'number',
        value: 1,
        unit: '',
        modifier: '=',
        concept: '',
        label: [],
      },
      sentence: sentenceAt(index + 2, passage),
    };
  });
  const article: Article = {
    id,
    title,
    source,
    ...(address === undefined ? {} : { url: address }),
    publishedAt: 0,
    storedAt: 0,
    scope: 'public',
    topics: [],
    raw: text,
    text,
    runs: [{ cleanStart: 0, cleanEnd: text.length, rawStart: 0, rawEnd: text.length }],
    removals: [],
    pullQuotes: [],
    version: 1,
  };
  return {
    article,
    sentenceCount: 10,
    summary,
    quotations: [quotation],
    figures,
    comparison: [],
    quotationCount: 1,
    figureCount: figures.length,
  };
}

/** Up to seven briefs of any articles, each of its own. */
export const anyBriefs: fc.Arbitrary<readonly Brief[]> = fc
  .array(parts, { minLength: 1, maxLength: 7 })
  .map((all) => all.map((each, index) => briefOf(each, `article-${index}`.padEnd(22, '_'))));
