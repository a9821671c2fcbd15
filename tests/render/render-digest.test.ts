import { describe, expect, it } from 'vitest';
import { cardShape, makeBrief } from '../../src/brief/make-brief.ts';
import type { Digest } from '../../src/domain/digest.ts';
import { lineToMarkdown } from '../../src/render/markdown.ts';
import { renderDigest } from '../../src/render/render-digest.ts';
import { sampleArticles } from '../sample-articles.ts';

const articles = await sampleArticles();

const digest: Digest = {
  id: 'a'.repeat(22),
  guildId: '1',
  channelId: '2',
  name: 'Morning',
  time: '08:00',
  days: [1, 3],
  timezone: 'Asia/Tokyo',
  topics: [],
  stories: 5,
  style: 'cards',
  skipEmpty: true,
  createdBy: '3',
  createdAt: 0,
  nextRunAt: Date.UTC(2026, 10, 26, 23),
};

function linesOf(count: number, given: Partial<Digest> = {}): readonly string[] {
  const briefs = articles.slice(0, count).map((article) => makeBrief(article, cardShape));
  const occasion = {
    digest: { ...digest, ...given },
    at: Date.UTC(2026, 10, 25, 23),
    reference: 'abc123',
    sourceCounts: new Map([[articles[0]?.id ?? '', 3]]),
  };
  const reply = renderDigest(briefs, occasion);
  return (reply?.blocks ?? []).flatMap((block) => ('pieces' in block ? [lineToMarkdown(block)] : []));
}

describe('a digest', () => {
  it('is headed by the date where it is read, and ends with the next time and its reference', () => {
    const lines = linesOf(1);
    expect(lines[0]).toBe('### Morning · Thursday, 26 November 2026');
    expect(lines.at(-1)).toBe(`-# Next <t:${digest.nextRunAt / 1000}:R> · ref abc123`);
  });

  it('has for a story its linked headline, source and age, a sentence, a quote with its speaker, and figures', () => {
    const words = linesOf(1).join('\n');
    expect(words).toMatch(/\n1\\?\) \[[^\]]+\]\(<https:/);
    expect(words).toMatch(/\n-# [^\n]+ · <t:\d+:R> · and 2 more sources\n/);
    expect(words).toMatch(/\n> “[^\n]+”\n(?:-# In: [^\n]+\n)?-# — \*\*/);
    expect(words).toMatch(/\n• .*\*\*/);
  });

  it('leaves out whole lines of the cards when there are many, never a story and never a part of a line', () => {
    const few = linesOf(2);
    const many = linesOf(7);
    expect(many.filter((line) => /^\d\\?\) \[/.test(line))).toHaveLength(7);
    expect(many.join('\n').length).toBeLessThanOrEqual(4000);
    for (const line of few.filter((one) => one.startsWith('> '))) expect(line).toMatch(/”$/);
    expect(many.filter((line) => line.startsWith('> ')).length).toBeLessThan(7);
  });

  it('in lines is headlines alone', () => {
    expect(linesOf(3, { style: 'lines' })).toHaveLength(1 + 2 * 3 + 1);
  });

  it('says of a story that one source alone tells nothing of others', () => {
    const [, , source, , second] = linesOf(2, { style: 'lines' });
    expect(source).toMatch(/ · and 2 more sources$/);
    expect(second).toMatch(/ · <t:\d+:R>$/);
  });

  it('with nothing new is no post, or one line', () => {
    expect(linesOf(0)).toEqual([]);
    expect(linesOf(0, { skipEmpty: false })[1]).toBe('Nothing new since the last digest.');
  });
});
