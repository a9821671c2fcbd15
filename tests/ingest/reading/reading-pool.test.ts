import { execFile } from 'node:child_process';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import type { IncomingDocument } from '../../../src/ingest/read-document.ts';
import { createReadingPool, type ReadingLimits } from '../../../src/ingest/reading/reading-pool.ts';
import { newsPage, paragraphs } from '../page/pages.ts';

const storedAt = Date.UTC(2026, 1, 4);

function documentOf(raw: string, kind: IncomingDocument['kind'] = 'page'): IncomingDocument {
  return { kind, raw, source: 'ferry.html', scope: 'guild:1', storedAt };
}

/** A pool until the test ends; patient, as the machine may be busy. */
function openPool(limits: Partial<ReadingLimits> = {}) {
  const pool = createReadingPool({ timeMs: 20_000, ...limits });
  onTestFinished(() => pool.close());
  return pool;
}

/** For tests that ask for nothing special: a process takes a while to start. */
const usual = createReadingPool({ timeMs: 20_000 });
afterAll(() => usual.close());

describe('a pool of processes that read', () => {
  it('makes an article of a page', async () => {
    expect(await usual.readDocument(documentOf(newsPage()))).toMatchObject({
      ok: true,
      article: { raw: paragraphs.join('\n'), source: 'ferry.html', publishedAt: storedAt, scope: 'guild:1' },
    });
  });

  it('does not believe a page dated in the future', async () => {
    const head = '<meta property="article:published_time" content="2031-01-01T00:00:00Z">';
    const reading = await usual.readDocument(documentOf(newsPage({ head })));
    expect(reading).toMatchObject({ ok: true, article: { publishedAt: storedAt } });
  });

  it('reads more documents than it may at once, one after another, in one process', async () => {
    let started = 0;
    const count = () => {
      started += 1;
    };
    subscribe('child_process', count);
    onTestFinished(() => void unsubscribe('child_process', count));
    const pool = openPool({ atOnce: 1 });
    const pages = [newsPage(), '<p>', newsPage(), newsPage()];
    const readings = await Promise.all(pages.map((html) => pool.readDocument(documentOf(html))));
    expect(readings.map(({ ok }) => ok)).toEqual([true, false, true, true]);
    expect(started).toBe(1);
  });

  it('replaces its process after so many documents, and one that has ended for want of work', async () => {
    for (const limits of [{ tasksPerProcess: 1 }, { idleMs: 0 }]) {
      const pool = openPool({ atOnce: 1, ...limits });
      for (let count = 0; count < 2; count += 1) {
        expect((await pool.readDocument(documentOf(newsPage()))).ok).toBe(true);
        await new Promise((resolve) => setImmediate(resolve));
      }
    }
  });

  it('reads feeds too', async () => {
    const feed =
      '<rss><channel><title>The Bell</title><item><title>Ferry stops</title></item></channel></rss>';
    const source = {
      bytes: Buffer.from(feed),
      contentType: 'application/rss+xml',
      url: 'https://bell.example/',
    };
    expect(await usual.readFeed(source)).toMatchObject({
      ok: true,
      feed: { format: 'rss', title: 'The Bell', entries: [{ title: 'Ferry stops' }] },
    });
  });

  it('reads the content of a feed’s entry as an article of its own', async () => {
    const raw = paragraphs.map((words) => `<p>${words}</p>`).join('');
    expect(await usual.readDocument(documentOf(raw, 'fragment'))).toMatchObject({
      ok: true,
      article: { raw: paragraphs.join('\n') },
    });
  });

  it('fails, and works again, when a document cannot be sent', async () => {
    const pool = openPool({ atOnce: 1 });
    const uncloneable = { ...documentOf(newsPage()), topics: [() => 'a'] as unknown as string[] };
    await expect(pool.readDocument(uncloneable)).rejects.toThrow('did not reach');
    expect((await pool.readDocument(documentOf(newsPage()))).ok).toBe(true);
  });

  it('fails what it is reading when it is closed, and what comes later', async () => {
    const pool = openPool();
    const reading = pool.readDocument(documentOf(newsPage()));
    pool.close();
    await expect(reading).rejects.toThrow();
    await expect(pool.readDocument(documentOf(newsPage()))).rejects.toThrow('closed');
  });

  it('kills what takes too long, says so, and reads the next', async () => {
    const pool = openPool({ atOnce: 1, timeMs: 1_000 });
    const links = `<html><body>${'<a href="/a">More</a> '.repeat(200_000)}`;
    expect(await pool.readDocument(documentOf(links))).toEqual({ ok: false, reason: 'too-slow' });
    const short = documentOf(paragraphs.join('\n'), 'text');
    // On a busy machine it may take too long as well.
    await expect.poll(async () => (await pool.readDocument(short)).ok, { timeout: 50_000 }).toBe(true);
  });

  it('says that a page needed too much memory, and reads the next', async () => {
    const pool = openPool({ atOnce: 1, memoryMb: 64 });
    const named = `<html><body><div class="${'ad '.repeat(1_500_000)}"><p>a`;
    expect(await pool.readDocument(documentOf(named))).toEqual({ ok: false, reason: 'too-big' });
    expect((await pool.readDocument(documentOf(newsPage()))).ok).toBe(true);
  });

  it('leaves the event loop free while it reads', async () => {
    let ticks = 0;
    const ticking = setInterval(() => {
      ticks += 1;
    }, 10);
    await usual.readDocument(documentOf('<div>'.repeat(1_000_000)));
    clearInterval(ticking);
    expect(ticks).toBeGreaterThan(5);
  });

  it('keeps nobody from ending who has read something', async () => {
    const module = fileURLToPath(new URL('../../../src/ingest/reading/reading-pool.ts', import.meta.url));
    const program = `import { createReadingPool } from ${JSON.stringify(module)};
      const text = 'The board met on Tuesday. It voted at noon. Nobody spoke against it.';
      const document = { kind: 'text', raw: text, source: 'a', scope: 'public', storedAt: 0 };
      console.log((await createReadingPool().readDocument(document)).ok);`;
    const run = promisify(execFile);
    const ended = await run(process.execPath, ['--input-type=module', '-e', program], { timeout: 20_000 });
    expect(ended.stdout.trim()).toBe('true');
  });
});
