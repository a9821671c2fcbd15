import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { clean } from '../../src/summarize-text/clean/clean.ts';
import { expectRunLaw } from './run-law.ts';

const articles = new URL('../../data/articles/', import.meta.url);
const golds = new URL('../../data/gold/', import.meta.url);

const goldSchema = z.object({
  title: z.string(),
  standfirst: z.string().optional(),
  furniture: z.array(z.string()),
  pullQuotes: z.array(z.string()).default([]),
  body: z.array(z.string()),
});

const samples = readdirSync(golds).map((file) => {
  const slug = file.replace(/\.json$/, '');
  const gold = goldSchema.parse(JSON.parse(readFileSync(new URL(file, golds), 'utf8')));
  return { slug, gold, raw: readFileSync(new URL(`${slug}.txt`, articles), 'utf8') };
});

/** Letters and digits only: damaged marks make no difference. */
const fold = (text: string) => text.replaceAll(/[^a-z0-9]+/gi, '').toLowerCase();

it('there are at least a dozen samples', () => {
  expect(samples.length).toBeGreaterThanOrEqual(12);
});

describe.each(samples)('the sample $slug', ({ gold, raw }) => {
  const body = gold.body.join('\n\n');

  it('is cleaned to its body, to the letter, with its title known or not', () => {
    expect(clean(raw).text).toBe(body);
    expect(clean(raw, { title: gold.title }).text).toBe(body);
  });

  it('has title, standfirst and pull quotes told apart', () => {
    const { title, standfirst, pullQuotes } = clean(raw);
    expect({ title, standfirst, pullQuotes }).toEqual({
      title: gold.title,
      standfirst: gold.standfirst,
      pullQuotes: gold.pullQuotes,
    });
  });

  it('has all its furniture among the removals, and nothing of its body', () => {
    const removed = clean(raw).removals.map(({ text }) => fold(text));
    const missing = gold.furniture.filter((line) => !removed.join('\n').includes(fold(line)));
    expect(missing).toEqual([]);
    const lost = gold.body.filter((line) => removed.includes(fold(line)));
    expect(lost).toEqual([]);
  });

  it('is mapped to its raw text', () => {
    const { text, runs } = clean(raw);
    expectRunLaw(raw, text, runs);
  });
});

describe('the same article in other spellings', () => {
  const healthy = samples.map(({ slug, gold, raw }) => {
    const { text } = clean(raw, {
      skip: ['share bars', 'paragraphs', 'title', 'furniture', 'pull quotes', 'fragments', 'datelines'],
    });
    return { slug, gold, text };
  });
  const asWindows1252 = (text: string) =>
    new TextDecoder('windows-1252').decode(new TextEncoder().encode(text));
  const withEntities = (text: string) =>
    text.replaceAll(/[’‘“”–—£é€]/g, (mark) => `&#${mark.codePointAt(0)};`);

  it.each([
    ['with line ends of Windows', (text: string) => text.replaceAll('\n', '\r\n')],
    ['with single line ends', (text: string) => text.replaceAll('\n\n', '\n')],
    ['as HTML entities', withEntities],
    ['read in another encoding', asWindows1252],
    ['cut into short lines', (text: string) => text.replaceAll(/(.{60,72}) /g, '$1\n')],
  ])('%s gives the same body', (_, change) => {
    const wrong = healthy.filter(({ gold, text }) => clean(change(text)).text !== gold.body.join('\n\n'));
    expect(wrong.map(({ slug }) => slug)).toEqual([]);
  });
});
