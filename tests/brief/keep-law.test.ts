import { describe, expect, it } from 'vitest';
import { keepLaw } from '../../src/brief/keep-law.ts';
import type { Article } from '../../src/domain/article.ts';
import type { Passage } from '../../src/domain/brief.ts';
import type { Piece, Reply } from '../../src/domain/reply.ts';
import type { Scope } from '../../src/domain/scope.ts';
import { passage, strong, text } from '../../src/render/pieces.ts';
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
