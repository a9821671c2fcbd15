import { describe, expect, it } from 'vitest';
import { encode } from '../../bench/parts/ingest/encode.ts';
import { feedCases } from '../../bench/parts/ingest/feed-cases.ts';
import { hostileFeeds, hostilePages } from '../../bench/parts/ingest/hostile-documents.ts';
import { samplePages } from '../../bench/parts/ingest/page-sets.ts';
import { wordsOf } from '../../src/ingest/html-words.ts';

const cases = await feedCases();

describe('the pages of the bench', () => {
  it('hold each paragraph of their article, and more than it', () => {
    const { pages } = samplePages();
    expect(pages.length).toBeGreaterThan(50);
    for (const { name, html, body } of pages) {
      const words = wordsOf(html);
      for (const paragraph of body.split('\n\n')) expect(words, name).toContain(paragraph);
      expect(words.length).toBeGreaterThan(body.length + 300);
    }
  });
});

describe('text in a charset of the web', () => {
  it.each([
    ['windows-1252', 'Größe “x” €'],
    ['koi8-r', 'Ночной паром'],
    ['shift_jis', '夜の船は止まる'],
    ['big5', '夜間渡輪'],
    ['euc-kr', '섬으로 가는 밤배'],
    ['utf-16be', 'Größe 夜'],
  ])('is read back from %s', (charset, text) => {
    expect(new TextDecoder(charset).decode(encode(text, charset))).toBe(text);
  });

  it('is refused where the charset does not have it', () => {
    expect(() => encode('夜', 'windows-1252')).toThrow('windows-1252 has no “夜”');
  });
});

describe('the feeds of the bench', () => {
  it('are of four kinds, each with something to be found', () => {
    expect([...new Set(cases.map(({ group }) => group))]).toEqual([
      'well-formed',
      'malformed',
      'relative addresses',
      'encodings',
    ]);
    for (const { name, expectations, titles } of cases) {
      expect(expectations.length, name).toBeGreaterThan(0);
      expect(titles.length, name).toBeGreaterThan(0);
    }
  });

  it('that are malformed differ each from the one that is not', () => {
    const [plain] = cases.filter(({ group }) => group === 'well-formed');
    const broken = cases.filter(({ group }) => group === 'malformed').map(({ input }) => input.bytes);
    const all = [plain?.input.bytes ?? new Uint8Array(), ...broken].map((bytes) =>
      Buffer.from(bytes).toString('base64'),
    );
    expect(new Set(all).size).toBe(broken.length + 1);
  });
});

it('hostile documents are no longer than what the bot fetches', () => {
  for (const [name, { bytes }] of Object.entries({ ...hostileFeeds(), ...hostilePages() })) {
    expect(bytes.length, name).toBeLessThanOrEqual(5 * 1024 * 1024);
    expect(bytes.length, name).toBeGreaterThan(500);
  }
});
