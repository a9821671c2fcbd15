import { describe, expect, it } from 'vitest';
import { createDocumentReader, type ReadingLimits } from '../../src/ingest/document-reader.ts';
import type { IncomingDocument } from '../../src/ingest/read-document.ts';
import { newsPage, paragraphs } from './pages.ts';

const storedAt = Date.UTC(2026, 1, 4);

function documentOf(raw: string, kind: 'page' | 'text' = 'page'): IncomingDocument {
  return { kind, raw, source: 'ferry.html', scope: 'guild:1', storedAt };
}

const generous: ReadingLimits = { timeMs: 20_000, memoryMb: 256, atOnce: 2 };

describe('a reader of documents in processes of their own', () => {
  it('makes an article of a page', async () => {
    const reading = await createDocumentReader(generous)(documentOf(newsPage()));
    expect(reading).toMatchObject({
      ok: true,
      article: { raw: paragraphs.join('\n'), source: 'ferry.html', publishedAt: storedAt, scope: 'guild:1' },
    });
  });

  it('does not believe a page dated in the future', async () => {
    const head = '<meta property="article:published_time" content="2031-01-01T00:00:00Z">';
    const reading = await createDocumentReader(generous)(documentOf(newsPage({ head })));
    expect(reading).toMatchObject({ ok: true, article: { publishedAt: storedAt } });
  });

  it('reads more documents than it may at once, one after another', async () => {
    const read = createDocumentReader({ ...generous, atOnce: 1 });
    const readings = await Promise.all([newsPage(), '<p>', newsPage()].map((html) => read(documentOf(html))));
    expect(readings.map(({ ok }) => ok)).toEqual([true, false, true]);
  });

  it('fails, and works again, when a document cannot be sent', async () => {
    const read = createDocumentReader({ ...generous, atOnce: 1 });
    const uncloneable = { ...documentOf(newsPage()), topics: [() => 'a'] as unknown as string[] };
    await expect(read(uncloneable)).rejects.toThrow();
    expect((await read(documentOf(newsPage()))).ok).toBe(true);
  });

  const article = paragraphs.map((words) => `<p>${words}</p>`).join('');
  const hostile: readonly [string, string][] = [
    ['100,000 elements inside one another', `<html><body>${'<div>'.repeat(100_000)}${article}`],
    ['5 MB of opening tags', '<div>'.repeat(1_000_000)],
    ['half a million siblings', `<html><body>${'<p>a</p>'.repeat(500_000)}`],
    ['5 MB of unclosed comment', `<html><body>${article}<!--${'<!-'.repeat(1_600_000)}`],
    ['an element with half a million attributes', `<html><body ${'a=1 b '.repeat(250_000)}>${article}`],
  ];
  it.each(hostile)('ends in time on %s', async (_, html) => {
    const started = performance.now();
    const reading = await createDocumentReader({ timeMs: 2000, memoryMb: 128, atOnce: 1 })(documentOf(html));
    expect(typeof reading.ok).toBe('boolean');
    expect(performance.now() - started).toBeLessThan(15_000);
  });

  it('says that a page took too long', async () => {
    const reading = await createDocumentReader({ ...generous, timeMs: 300 })(
      documentOf('<div>'.repeat(1_000_000)),
    );
    expect(reading).toEqual({ ok: false, reason: 'too-slow' });
  });

  it('says that a page needed too much memory', async () => {
    const html = `<html><body>${'<p>a</p>'.repeat(500_000)}`;
    const reading = await createDocumentReader({ ...generous, memoryMb: 64 })(documentOf(html));
    expect(reading).toEqual({ ok: false, reason: 'too-big' });
  });

  it('leaves the event loop free while it reads', async () => {
    let ticks = 0;
    const ticking = setInterval(() => {
      ticks += 1;
    }, 10);
    await createDocumentReader({ ...generous, timeMs: 1000 })(documentOf('<div>'.repeat(1_000_000)));
    clearInterval(ticking);
    expect(ticks).toBeGreaterThan(5);
  });
});
