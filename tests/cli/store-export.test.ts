import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { text as textOf } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { importStore } from '../../src/cli/store/import-store.ts';
import { exportText } from '../../src/cli/store/item-lines.ts';
import { perhapsPosted } from '../../src/cli/store/never-twice.ts';
import { createProgress } from '../../src/cli/store/progress.ts';
import type { DeliveryItem, DigestItem, StoreItem } from '../../src/store/transfer/items.ts';
import { newDigest, start } from '../store/bench.ts';

const clock = { now: () => start };
const hourMs = 3_600_000;

const digest = (given: Partial<DigestItem> = {}): DigestItem => ({
  kind: 'digest',
  ...newDigest(),
  ...given,
});

/** An article that says these words. */
function article(id: string, text: string): StoreItem {
  return {
    kind: 'article',
    facts: {
      kind: 'article',
      id,
      scope: 'public',
      version: 1,
      source: 'The Brannoch Bell',
      publishedAt: start,
      storedAt: start,
      topics: ['sea'],
      feeds: [],
    },
    texts: [
      {
        kind: 'text',
        id,
        version: 1,
        storedAt: start,
        title: 'Night ferry',
        text,
        raw: text,
        runs: [],
        removals: [],
        pullQuotes: [],
      },
    ],
  };
}

const pending: DeliveryItem = {
  kind: 'delivery',
  digestId: 'd1',
  slot: start - hourMs,
  channelId: '200',
  guildId: '100',
  isAsked: false,
  state: 'pending',
  attempts: 0,
  articleIds: [],
};

const items = [
  [digest({ id: 'd1', nextRunAt: start + hourMs })],
  [article('a1', 'The ferry stops.')],
  [article('a2', 'The pier stays.')],
];

async function exported(pages: readonly (readonly StoreItem[])[] = items): Promise<string> {
  async function* all() {
    yield* pages;
  }
  return await textOf(Readable.from(exportText(all(), start, () => undefined)));
}

/** Imports what is read in chunks into a store that only counts. */
async function imported(chunks: Iterable<Buffer | string> | AsyncIterable<Buffer>) {
  const loaded: StoreItem[] = [];
  const notes: string[] = [];
  const lines: string[] = [];
  const progress = createProgress({ write: (text) => notes.push(text) }, clock);
  const status = importStore('-', {
    upkeep: {
      load: async (some) => {
        loaded.push(...some);
        return some.map(() => 'new' as const);
      },
    },
    clock,
    progress,
    terminal: { write: async (line) => void lines.push(line), note: (line) => void notes.push(line) },
    input: Readable.from(chunks),
    signal: new AbortController().signal,
  });
  return { status: await status.catch(String), loaded, notes, lines };
}

const lineOf = (text: string, number: number) => text.split('\n')[number - 1] ?? '';
const bytesOf = (text: string) => [Buffer.from(text)];

const strangersFeed = {
  kind: 'feed',
  id: 'f1',
  address: 'https://bell.example/key',
  scope: 'guild:100',
  title: 'Bell',
  addedAt: start,
  state: {},
  followers: [{ guildId: '200', addedBy: '300', addedAt: start, groups: [] }],
};

describe('an export', () => {
  it('is read as it was written, in whatever chunks it comes, packed or not', async () => {
    const text = await exported();
    const small = Array.from(Buffer.from(text), (byte) => Buffer.of(byte));
    for (const chunks of [bytesOf(text), small, [gzipSync(text)]]) {
      const { status, loaded, lines } = await imported(chunks);
      expect([status, loaded]).toEqual([0, items.flat()]);
      expect(lines).toEqual(['imported 3 items: 3 new, 0 completed, 0 known']);
    }
  });

  it('is read by a version that knows more kinds of items than the one that wrote it', async () => {
    const lines = (await exported()).split('\n').slice(0, -2);
    const sha256 = createHash('sha256')
      .update(`${lines.join('\n')}\n`)
      .digest('hex');
    const end = JSON.stringify({ kind: 'end', counts: { digest: 1, article: 2 }, sha256 });
    expect(await imported(bytesOf([...lines, end, ''].join('\n')))).toMatchObject({ status: 0 });
    const wrong = JSON.stringify({ kind: 'end', counts: { article: 2 }, sha256 });
    expect((await imported(bytesOf([...lines, wrong, ''].join('\n')))).status).toContain(
      'line 11: its counts are not those of what stands above',
    );
  });

  it('of the time when a digest had one time a day is read as well', async () => {
    const common = {
      kind: 'digest',
      guildId: '100',
      channelId: '200',
      name: 'News',
      days: [1, 2],
      timezone: 'UTC',
      topics: ['ferries'],
      stories: 5,
      style: 'cards',
      skipEmpty: true,
      createdBy: '300',
      createdAt: start,
      nextRunAt: start + hourMs,
    } as const;
    const now = { ...common, sources: [], words: [], exceptWords: [], chart: false, publish: false };
    const whole = async (rows: readonly object[]) => {
      const head = lineOf(await exported([]), 1);
      const text = [head, ...rows.map((row) => JSON.stringify(row)), ''].join('\n');
      const sha256 = createHash('sha256').update(text).digest('hex');
      const counts = { digest: rows.length - 1, delivery: 1 };
      return bytesOf(`${text}${JSON.stringify({ kind: 'end', counts, sha256 })}\n`);
    };
    const { isAsked: _, ...delivered } = pending;
    const old = [
      { ...common, id: 'd1', time: '18:30' },
      { ...common, id: 'd2', time: '07:00', pausedAt: start },
    ];
    const { status, loaded } = await imported(await whole([...old, delivered]));
    expect(status).toBe(0);
    expect(loaded).toEqual([
      { ...now, id: 'd1', times: ['18:30'] },
      { ...now, id: 'd2', times: ['07:00'], pause: { at: start, by: 'person' } },
      { ...pending, firstTriedAt: pending.slot },
    ]);
    const timeless = await imported(await whole([{ ...common, id: 'd1' }, delivered]));
    expect(timeless.status).toContain('line 2: times: it has no time');
  });

  it('of an empty store is one, too', async () => {
    expect(await imported(bytesOf(await exported([])))).toMatchObject({ status: 0, loaded: [] });
  });

  const withLine = (text: string, number: number, line: string) =>
    text
      .split('\n')
      .toSpliced(number - 1, 1, line)
      .join('\n');

  it.each<[what: string, change: (text: string) => string | Buffer, complaint: string, loaded: number]>([
    ['that is empty', () => '', 'the input: there is nothing in it', 0],
    ['that is none', () => '{"a":1}\n', 'the input: this is no export of a store of Standfirst', 0],
    [
      'of another version',
      (text) => text.replace('"version":1', '"version":2'),
      'version 2 of the format',
      0,
    ],
    [
      'that was cut within a line',
      (text) => text.slice(0, -9),
      'line 11: it ends here, without its last line',
      3,
    ],
    [
      'that was cut between lines',
      (text) => text.slice(0, text.indexOf(lineOf(text, 8))),
      'line 7: it ends here',
      2,
    ],
    [
      'with other words',
      (text) => text.replace('The ferry', 'The Ferry'),
      'line 7: what stands above, from line 5 on',
      1,
    ],
    [
      'whose line is no JSON',
      (text) => text.replace('"topics":["sea"]', '"topics":['),
      'line 5: the line is no JSON',
      1,
    ],
    ['that lacks a field', (text) => text.replace('"source":', '"sauce":'), 'line 5: source: ', 1],
    [
      'of an unknown kind',
      (text) => text.replace('"kind":"digest"', '"kind":"poem"'),
      'line 3: the line is of no kind',
      0,
    ],
    [
      'without a line',
      (text) => withLine(text, 6, lineOf(text, 9)),
      'line 6: the text of a2 does not stand behind',
      1,
    ],
    ['without a text', (text) => text.replace(`${lineOf(text, 6)}\n`, ''), 'line 6: ', 1],
    [
      'in which a guild follows another’s feed',
      (text) => withLine(text, 3, JSON.stringify(strangersFeed)),
      'line 3: it is followed by another guild than its own',
      0,
    ],
    [
      'that goes on behind its end',
      (text) => `${text}{}\n`,
      'line 12: something stands behind the last line',
      3,
    ],
    [
      'with a line of 20 MB',
      (text) => withLine(text, 5, 'x'.repeat(20_000_000)),
      'line 5: the line is no JSON',
      1,
    ],
    [
      'whose packing was cut',
      (text) => gzipSync(text).subarray(0, -20),
      'it ends too soon: it was cut off',
      3,
    ],
    [
      'with lines that are ended otherwise',
      (text) => text.replaceAll('\n', '\r\n'),
      'is not as it was written',
      0,
    ],
  ])('%s is refused, with the line', async (_, change, complaint, count) => {
    const { status, loaded } = await imported([Buffer.from(change(await exported()))]);
    expect(status).toContain(complaint);
    expect(loaded.length).toBeLessThanOrEqual(count);
  });

  it('with a line longer than any is refused before all of it is read', async () => {
    const [head = ''] = (await exported()).split('\n');
    let read = 0;
    async function* endless() {
      yield Buffer.from(`${head}\n`);
      for (; ; read += 1) yield Buffer.alloc(1_000_000, 'x');
    }
    expect((await imported(endless())).status).toContain('line 2: the line is longer than 64 MB');
    expect(read).toBeLessThan(80);
  });
});

describe('a copy of a store whose bot has perhaps gone on', () => {
  it('has its open deliveries looked for in the channel before they are sent', () => {
    const posted: DeliveryItem = { ...pending, state: 'posted' };
    expect(perhapsPosted([pending, posted], start)).toEqual([
      { ...pending, firstTriedAt: pending.slot },
      posted,
    ]);
    const tried = { ...pending, firstTriedAt: start };
    expect(perhapsPosted([tried], start)).toEqual([tried]);
  });

  it('has the digests that came due since looked for as well, and no others', () => {
    const due = digest({
      id: 'd1',
      times: ['08:00'],
      days: [0, 1, 2, 3, 4, 5, 6],
      timezone: 'UTC',
      nextRunAt: start,
    });
    const now = start + hourMs;
    expect(perhapsPosted([due], now)).toEqual([
      { ...due, nextRunAt: start + 24 * hourMs },
      { ...pending, slot: start, firstTriedAt: start },
    ]);
    const others = [
      { ...due, nextRunAt: now + 1 },
      { ...due, pause: { at: start, by: 'person' as const } },
      { ...due, timezone: 'Nowhere/Land' },
    ];
    expect(perhapsPosted(others, now)).toEqual(others);
    // So late a post is no news: the bot skips it.
    expect(perhapsPosted([due], start + 7 * hourMs)).toEqual([due]);
  });
});

describe('progress', () => {
  function told(isTTY: boolean) {
    const time = { at: 0, now: () => time.at };
    const written: string[] = [];
    const progress = createProgress({ isTTY, columns: 9, write: (text) => written.push(text) }, time);
    for (const [at, words] of [
      [0, 'one'],
      [50, 'two'],
      [10_000, 'three of ten'],
    ] as const) {
      time.at = at;
      progress.tell(words);
    }
    progress.note('a note');
    progress.end();
    return written;
  }

  it('is one line that is written over on a terminal', () => {
    expect(told(true)).toEqual(['\r\u001b[Kone', '\r\u001b[Kthree of', '\r\u001b[K', 'a note\n']);
  });

  it('is a line now and then elsewhere', () => {
    expect(told(false)).toEqual(['three of ten\n', 'a note\n']);
  });
});
