import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { feedCarriesSecret } from '../src/ingest/carries-secret.ts';
import { webAddress } from '../src/ingest/fetch/web-address.ts';
import { readPacks } from '../src/ingest/follow/packs.ts';

const folder = new URL('../data/packs/', import.meta.url);

const packs = await readPacks(folder);

describe('the packs', () => {
  it('are of many subjects and countries', () => {
    expect(packs.length).toBeGreaterThanOrEqual(19);
    const names = packs.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['world', 'science', 'uk', 'germany', 'africa']));
    expect(new Set(packs.map(({ title }) => title)).size).toBe(packs.length);
  });

  it.each(packs)('$name has a name, and 6 to 15 feeds that anyone may follow', ({ name, title, feeds }) => {
    expect(name).toMatch(/^[a-z][a-z-]*$/);
    expect(title.length).toBeGreaterThan(1);
    expect(feeds.length).toBeGreaterThanOrEqual(6);
    expect(feeds.length).toBeLessThanOrEqual(15);
    expect(new Set(feeds.map(({ address }) => address)).size).toBe(feeds.length);
    for (const { address, title: feedTitle, groups } of feeds) {
      const place = webAddress(address, new Set());
      expect(place).toMatchObject({ ok: true, url: { protocol: 'https:', href: address } });
      expect([address, feedCarriesSecret(new URL(address))]).toEqual([address, false]);
      expect(feedTitle).toMatch(/\S/);
      expect(groups).toEqual([title]);
    }
  });

  it.each(packs)('$name says that nobody has verified it', async ({ name }) => {
    const text = await readFile(new URL(`${name}.opml`, folder), 'utf8');
    expect(text).toMatch(/<!-- (?:(?!--).)*was not verified from here(?:(?!--).)* -->/);
  });
});
