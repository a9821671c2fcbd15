import { describe, expect, it } from 'vitest';
import { keepLaw } from '../../src/brief/keep-law.ts';
import type { Article } from '../../src/domain/article.ts';
import type { Passage } from '../../src/domain/brief.ts';
import type { Line, Piece, Reply } from '../../src/domain/reply.ts';
import type { Scope } from '../../src/domain/scope.ts';
import { passage, quotation, small, strong, text } from '../../src/render/pieces.ts';
import { recordingLog } from '../recording-log.ts';

const body = 'The quay reopened on Monday. Nobody was hurt.';

const article: Article = {
  id: 'quay',
  title: 'Quay reopens',
  source: 'The Harbour Courier',
  publishedAt: 0,
  storedAt: 0,
  scope: 'guild:1',
  topics: [],
  raw: body,
  text: body,
  runs: [{ cleanStart: 0, cleanEnd: body.length, rawStart: 0, rawEnd: body.length }],
  removals: [],
  pullQuotes: [],
  version: 1,
};

const articles = {
  texts: async (ids: readonly string[], scopes: readonly Scope[]) =>
    new Map(ids.includes(article.id) && scopes.includes(article.scope) ? [[article.id, article]] : []),
};

const at = (start: number, end: number, words = body.slice(start, end)): Passage => ({
  articleId: 'quay',
  of: 'text',
  spans: [{ start, end }],
  text: words,
});

const saying = (...pieces: Piece[]): Reply => ({ blocks: [text('Heading'), text(...pieces)] });

async function kept(reply: Reply, scopes: readonly Scope[] = ['public', 'guild:1']) {
  const { log, events } = recordingLog();
  let droppedCount = 0;
  const metrics = {
    count(name: string, by: number) {
      expect(name).toBe('law.dropped');
      droppedCount += by;
    },
  };
  const { blocks } = await keepLaw(reply, scopes, { articles, log, metrics });
  return { count: blocks.length, events, droppedCount };
}

describe('the law of the source', () => {
  it('lets words through that stand in the article', async () => {
    expect(await kept(saying(passage(at(0, 28))))).toEqual({ count: 2, events: [], droppedCount: 0 });
  });

  it.each([
    ['one letter more', passage(at(0, 28, 'The quays reopened on Monday.'))],
    ['another place', passage(at(1, 28, body.slice(0, 28)))],
    ['a span past the end', passage(at(30, 400, body.slice(30)))],
    ['an empty span', passage(at(5, 5, ''))],
    ['an article that is not stored', passage({ ...at(0, 28), articleId: 'other' })],
    ['another of its texts', passage({ ...at(0, 28), of: 'title' })],
    ['made-up words in bold', strong(at(0, 28, 'The quay burned on Monday.  '))],
    ['made-up words of a link', { kind: 'link', url: 'https://a.example', of: at(0, 3, 'Two') } as const],
  ])('drops a line with %s, logs and counts it', async (_, piece) => {
    expect(await kept(saying('It said: ', piece))).toEqual({
      count: 1,
      events: ['law.broken'],
      droppedCount: 1,
    });
  });

  it('drops a picture whose words do not stand in the article, and its file with it', async () => {
    const showing = (shown: Passage): Reply => ({
      blocks: [
        text('Heading'),
        { kind: 'picture', file: { name: 'chart.png', bytes: new Uint8Array() }, alt: '', shows: [shown] },
      ],
    });
    expect(await kept(showing(at(0, 8)))).toMatchObject({ count: 2, droppedCount: 0 });
    expect(await kept(showing(at(0, 8, 'The pier')))).toMatchObject({ count: 1, droppedCount: 1 });
  });

  it('drops a quotation together with the lines that say who said it, and who said it with the quotation', async () => {
    const said = (words: Passage, speaker: Passage): Reply => ({
      blocks: [quotation('“', passage(words), '”'), small('— ', strong(speaker)), small('Another fact')],
    });
    const right = at(29, 45);
    const wrong = at(29, 45, 'Somebody was hurt');
    expect((await kept(said(right, at(0, 8)))).count).toBe(3);
    expect(await kept(said(wrong, at(0, 8)))).toMatchObject({ count: 1, droppedCount: 2 });
    expect(await kept(said(right, wrong))).toMatchObject({ count: 1, droppedCount: 2 });
  });

  describe('in a section', () => {
    const button = { label: 'Open', press: 'summary:open:quay' };
    const section = (...lines: readonly Line[]): Reply => ({
      blocks: [text('Heading'), { kind: 'section', lines, button }],
    });
    const title = text('1) ', passage(at(0, 8)));
    const source = small('The Harbour Courier');
    const right = text(passage(at(0, 28)));
    const wrong = text(passage(at(0, 28, 'The quays reopened on Monday.')));
    async function keptLines(reply: Reply) {
      const { log } = recordingLog();
      const ports = { articles, log, metrics: { count: () => undefined } };
      const { blocks } = await keepLaw(reply, ['guild:1'], ports);
      return blocks.flatMap((block) => (block.kind === 'section' ? [block.lines] : []));
    }

    it('drops the line alone, and says how many', async () => {
      expect(await keptLines(section(title, source, wrong, right))).toEqual([[title, source, right]]);
      expect((await kept(section(title, source, wrong, wrong))).droppedCount).toBe(2);
      expect((await kept(section(title, source, right))).droppedCount).toBe(0);
    });

    it('drops all of it where the line that names the source may not be shown', async () => {
      expect(await keptLines(section(wrong, source, right))).toEqual([]);
      expect(await kept(section(wrong, source, right))).toMatchObject({ count: 1, droppedCount: 3 });
    });

    it('drops all of it where no words of an article are left', async () => {
      expect(await keptLines(section(source, wrong, source))).toEqual([]);
    });
  });

  it('drops words of an article that the receivers may not see', async () => {
    expect((await kept(saying(passage(at(0, 28))), ['public', 'guild:2'])).count).toBe(1);
    expect((await kept(saying(passage(at(0, 28))), ['public', 'person:1'])).count).toBe(1);
  });

  it('checks each span of a passage and the ellipsis between them', async () => {
    const spans = [
      { start: 0, end: 8 },
      { start: 29, end: 45 },
    ];
    const split: Passage = { articleId: 'quay', of: 'text', spans, text: 'The quay … Nobody was hurt.' };
    expect((await kept(saying(passage(split)))).count).toBe(2);
    expect((await kept(saying(passage({ ...split, text: 'The quay Nobody was hurt.' })))).count).toBe(1);
  });
});
