import { describe, expect, it } from 'vitest';
import { cardShape } from '../../src/brief/make-brief.ts';
import { makeBriefs } from '../../src/brief/make-briefs.ts';
import type { Article } from '../../src/domain/article.ts';
import { makeArticle } from '../../src/ingest/make-article.ts';
import { lineToMarkdown } from '../../src/render/markdown.ts';
import { quotationLines } from '../../src/render/render-brief.ts';

/** Words around the quotations, so that these are less than half of an article. */
const around = [
  'The harbour office has been at odds with the town about the new pier since the spring.',
  'Two surveys of the sea bed were made, and neither of them found what the town had hoped for.',
  'The cost has gone up twice, and the council will vote on it again before the end of the year.',
];

const article = (source: string, ...quoted: readonly string[]): Article => ({
  ...makeArticle({
    raw: ['The pier at Orme will be built after all, the council said on Monday.', ...quoted, ...around].join(
      '\n\n',
    ),
    title: `The pier at Orme (${source})`,
    source,
    url: `https://${source.toLowerCase().replaceAll(' ', '-')}.example/pier`,
    publishedAt: 1,
    scope: 'public',
    storedAt: 1,
  }),
  version: 1,
});

const echo = article(
  'The Orme Echo',
  '“We have asked the sea and the sea has answered us,” said Ines Marlow, the mayor.',
);
const daily = article(
  'Coast Daily',
  'Ines Marlow, the mayor, said: “We have asked the sea and the sea has answered us.”',
  '“No boat of mine will ever tie up there,” said Tom Ferrar, a fisherman.',
);
const rival = article(
  'The Rival',
  '“We have asked the sea and the sea has answered us,” said Tom Ferrar, a fisherman.',
);

const saidIn = (articles: readonly Article[]) =>
  makeBriefs(articles, cardShape).map(({ quotations }) =>
    quotations.map(({ passage }) => passage.text.replace(/[.,]$/, '')),
  );

describe('the briefs of one post', () => {
  it('show a quotation that two articles have once, and in the second its next best', () => {
    expect(saidIn([echo, daily])).toEqual([
      ['We have asked the sea and the sea has answered us'],
      ['No boat of mine will ever tie up there'],
    ]);
  });

  it('name every source of it, each linked to its place', () => {
    const [first] = makeBriefs([echo, daily], cardShape);
    const lines = (first?.quotations ?? []).flatMap((shown) => quotationLines(echo, shown, 'start'));
    expect(lines.map(lineToMarkdownOf).join('\n')).toMatch(
      / · \[in the article\]\(<https:\/\/the-orme-echo\.example\/pier#[^)]+>\) · also in \[Coast Daily\]\(<https:\/\/coast-daily\.example\/pier#:~:text=[^)]+>\)$/,
    );
  });

  it('show no words that two articles give to two speakers', () => {
    expect(saidIn([echo, rival])).toEqual([[], []]);
  });

  it('are those of the articles one by one where nothing is said twice', () => {
    expect(saidIn([daily])).toEqual(saidIn([daily, article('The Bell')]).slice(0, 1));
    expect(makeBriefs([daily], cardShape)[0]?.quotations[0]?.alsoIn).toBeUndefined();
  });
});

function lineToMarkdownOf(block: ReturnType<typeof quotationLines>[number]): string {
  return 'pieces' in block ? lineToMarkdown(block) : '';
}
