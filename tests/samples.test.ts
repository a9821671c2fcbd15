import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';

const articlesFolder = new URL('../data/articles/', import.meta.url);
const goldFolder = new URL('../data/gold/', import.meta.url);

const topics = [
  'world',
  'politics',
  'business',
  'economy',
  'science',
  'health',
  'technology',
  'sport',
  'environment',
  'local',
  'courts',
  'education',
  'culture',
  'transport',
];

const entrySchema = z.strictObject({
  file: z.string().regex(/^[a-z0-9-]+\.txt$/),
  title: z.string().min(1),
  source: z.string().min(1),
  url: z.url({ protocol: /^https$/, hostname: /\.example$/ }),
  publishedAt: z.iso.datetime(),
  author: z.string().min(1).optional(),
  topics: z.array(z.enum(topics)).min(1),
});

const goldSchema = z.strictObject({
  title: z.string().min(1),
  standfirst: z.string().min(1).optional(),
  furniture: z.array(z.string().min(1)).min(1),
  pullQuotes: z.array(z.string().min(1)).optional(),
  body: z.array(z.string().min(1)).min(5),
  /** Three sentences that a good editor would take, each with those that would do as well. */
  summary: z.array(z.array(z.string().min(1)).min(1)).length(3),
  quotations: z
    .array(
      z.strictObject({
        text: z.string().min(1),
        speaker: z.string().min(1).nullable(),
        kind: z.enum(['direct', 'fragment']),
      }),
    )
    .min(5),
  notQuotations: z.array(z.string().min(1)),
  figures: z
    .array(
      z.strictObject({
        text: z.string().min(1),
        value: z.number(),
        value2: z.number().optional(),
        unit: z.string(),
        kind: z.enum([
          'percent',
          'percentage_points',
          'money',
          'count',
          'measure',
          'duration',
          'age',
          'fraction',
          'multiple',
          'number',
        ]),
        modifier: z.enum(['=', '~', '>', '<', 'up', 'down']),
        measures: z.string().min(1),
      }),
    )
    .min(5),
  keyFigures: z.array(z.string().min(1)).min(3).max(5),
  notFigures: z.array(z.string().min(1)),
});

const read = (folder: URL, name: string): string => readFileSync(new URL(name, folder), 'utf8');
const entries = z.array(entrySchema).parse(JSON.parse(read(articlesFolder, 'index.json')));
const samples = entries.map((entry) => {
  const slug = entry.file.replace(/\.txt$/, '');
  const gold = goldSchema.parse(JSON.parse(read(goldFolder, `${slug}.json`)));
  return { slug, entry, gold, raw: read(articlesFolder, entry.file), text: gold.body.join('\n\n') };
});

/** Letters and digits of ASCII only: what damage to marks leaves alone. */
const fold = (text: string): string => text.replace(/[^A-Za-z0-9]/g, '');

const wordsOf = (text: string): readonly string[] => text.split(/\s+/).filter((word) => word !== '');

/** The first place at or after `from` where the words stand by themselves, not inside a longer word or number. */
function findAlone(text: string, words: string, from: number): number {
  for (let at = text.indexOf(words, from); at !== -1; at = text.indexOf(words, at + 1)) {
    const before = text.slice(0, at);
    const after = text.slice(at + words.length);
    const cutsIn = /[\p{L}\p{N}]$/u.test(before) || /\p{N}[.,]$/u.test(before);
    const cutsOut = /^[\p{L}\p{N}]/u.test(after) || /^[.,]\p{N}/u.test(after);
    if (!cutsIn && !cutsOut) return at;
  }
  return -1;
}

/** Those of the surfaces that are not found one after the other. */
function outOfOrder(text: string, surfaces: readonly string[]): readonly string[] {
  let cursor = 0;
  return surfaces.filter((surface) => {
    const at = findAlone(text, surface, cursor);
    if (at !== -1) cursor = at + surface.length;
    return at === -1;
  });
}

describe('the sample articles', () => {
  test('are at least twelve, each with one entry in the index and one gold file', () => {
    const files = readdirSync(articlesFolder).filter((name) => name.endsWith('.txt'));
    expect(files.length).toBeGreaterThanOrEqual(12);
    expect(entries.map(({ file }) => file).sort()).toEqual(files.sort());
    expect(readdirSync(goldFolder).sort()).toEqual(samples.map(({ slug }) => `${slug}.json`).sort());
  });

  test('have addresses and times of their own, in November 2026 up to the 20th', () => {
    expect(new Set(entries.map(({ url }) => url)).size).toBe(entries.length);
    expect(new Set(entries.map(({ publishedAt }) => publishedAt)).size).toBe(entries.length);
    for (const { publishedAt } of entries) {
      expect(publishedAt).toMatch(/^2026-11-(0[1-9]|1\d|20)T\d\d:\d\d:\d\dZ$/);
    }
  });

  test('come with damaged marks of both sorts and with healthy ones', () => {
    const lossy = samples.filter(({ raw }) => /[a-z][āâ][a-z]/.test(raw));
    const lossless = samples.filter(({ raw }) => /â€|Â£|Ã©/.test(raw));
    const healthy = samples.filter(({ raw }) => !/[āâÂÃ]/.test(raw));
    expect(lossy.length).toBeGreaterThanOrEqual(3);
    expect(lossless.length).toBeGreaterThanOrEqual(3);
    expect(healthy.length).toBeGreaterThanOrEqual(3);
  });
});

describe.each(samples)('the sample $slug', ({ entry, gold, raw, text }) => {
  test('begins with its title, and its standfirst where it has one', () => {
    const [title = '', standfirst = ''] = raw.split('\n');
    expect(entry.title).toBe(gold.title);
    expect(fold(title)).toBe(fold(gold.title));
    if (gold.standfirst !== undefined) expect(fold(standfirst)).toBe(fold(gold.standfirst));
  });

  test('has a body of 250 to 600 words', () => {
    expect(wordsOf(text).length).toBeGreaterThanOrEqual(250);
    expect(wordsOf(text).length).toBeLessThanOrEqual(600);
  });

  test('has every paragraph of the gold body in its raw text, in order', () => {
    expect(outOfOrderFolded(raw, gold.body)).toEqual([]);
  });

  test('has marks without damage in the gold body', () => {
    expect(text).not.toMatch(/[āâÂÃ\u0080-\u009f\ufffd]/);
  });

  test('has its furniture and pull quotes in the raw text and no furniture in the gold body', () => {
    for (const line of [...gold.furniture, ...(gold.pullQuotes ?? [])])
      expect(fold(raw)).toContain(fold(line));
    for (const line of gold.furniture) expect(fold(text)).not.toContain(fold(line));
  });

  test('repeats in its pull quotes words of a quotation', () => {
    for (const line of gold.pullQuotes ?? []) {
      const inQuotation = gold.quotations.some(({ text: words }) => holds(words, line));
      expect(inQuotation, line).toBe(true);
    }
  });

  test('has every part of every gold quotation in the gold body, in order', () => {
    const parts = gold.quotations.flatMap(({ text: words }) => words.split(' … '));
    expect(outOfOrder(text, parts)).toEqual([]);
  });

  test('names every speaker in words of the body', () => {
    const speakers = gold.quotations.flatMap(({ speaker }) => (speaker === null ? [] : [speaker]));
    for (const speaker of speakers) expect(text.toLowerCase()).toContain(speaker.toLowerCase());
  });

  test('has its words that are no quotation between marks in the raw text', () => {
    for (const words of gold.notQuotations) expect(fold(raw)).toContain(fold(words));
  });

  test('has every gold figure in the gold body, in order, and what it measures in its words', () => {
    const surfaces = gold.figures.map(({ text: surface }) => surface);
    expect(outOfOrder(text, surfaces)).toEqual([]);
    for (const { value, value2 } of gold.figures) {
      if (value2 !== undefined) expect(value2).toBeGreaterThan(value);
    }
  });

  test('has its key figures among its figures, and what is no figure in the body', () => {
    const surfaces = gold.figures.map(({ text: surface }) => surface);
    for (const key of gold.keyFigures) expect(surfaces).toContain(key);
    for (const words of gold.notFigures) expect(text).toContain(words);
  });

  test('keeps the name of this project out of the body', () => {
    expect(text).not.toContain('Standfirst');
  });
});

function outOfOrderFolded(raw: string, paragraphs: readonly string[]): readonly string[] {
  return outOfOrderPlain(fold(raw), paragraphs.map(fold));
}

function outOfOrderPlain(text: string, parts: readonly string[]): readonly string[] {
  let cursor = 0;
  return parts.filter((part) => {
    const at = text.indexOf(part, cursor);
    if (at !== -1) cursor = at + part.length;
    return at === -1;
  });
}

function holds(words: string, line: string): boolean {
  return words.toLowerCase().includes(line.toLowerCase());
}
