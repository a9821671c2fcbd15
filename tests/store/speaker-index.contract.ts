import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { NewArticle } from '../../src/domain/article.ts';
import type { Scope } from '../../src/domain/scope.ts';
import type { QuotedName } from '../../src/domain/speaker-index.ts';
import type { Store } from '../../src/store/store.ts';
import { dayMs, everyone, newArticle, type StoreBench, start } from './bench.ts';

const edition = 1;

function named(name: string, role?: string): QuotedName {
  return { name, words: name.toLowerCase(), ...(role !== undefined && { role }) };
}

/** What every index of speakers must do, whatever it is kept in. */
export function speakerIndexContract(makeBench: () => Promise<StoreBench>): void {
  describe('an index of speakers', () => {
    let bench: StoreBench;
    let store: Store;
    beforeEach(async () => {
      bench = await makeBench();
      store = await bench.open();
    });
    afterEach(() => bench.clean());

    async function putQuoting(names: readonly QuotedName[], given: Partial<NewArticle> = {}) {
      const article = newArticle(given);
      await store.articles.put(article);
      await store.speakers.note(article.id, names, edition);
      return article;
    }

    const namesOf = async (words: readonly string[], scopes: readonly Scope[] = everyone) =>
      (await store.speakers.names({ scopes, words, match: 'begun', limit: 9 })).map(({ name }) => name);

    const quoting = (
      names: readonly string[],
      given: { since?: number; until?: number; limit?: number } = {},
    ) => store.speakers.articles({ scopes: everyone, names, limit: 9, ...given });

    it('finds names by words begun or whole, those of most articles first', async () => {
      await putQuoting([named('Ines Marlow'), named('Ina Poe')]);
      await putQuoting([named('Ina Poe', 'the mayor')]);
      await putQuoting([named('the Inn of Sula')]);
      expect(await namesOf(['in'])).toEqual(['Ina Poe', 'Ines Marlow', 'the Inn of Sula']);
      expect(await namesOf(['in', 'p'])).toEqual(['Ina Poe']);
      expect(await namesOf([])).toHaveLength(3);
      const whole = (words: readonly string[]) =>
        store.speakers.names({ scopes: everyone, words, match: 'whole', limit: 9 });
      expect(await whole(['po'])).toEqual([]);
      expect(await whole(['poe'])).toEqual([{ name: 'Ina Poe', role: 'the mayor', articleCount: 2 }]);
    });

    it('keeps to the limit, over several scopes together', async () => {
      await putQuoting([named('Ina Poe')], { scope: 'guild:1' });
      await putQuoting([named('Ina Poe'), named('Ines Marlow')]);
      const ask = (limit: number) =>
        store.speakers.names({ scopes: ['public', 'guild:1'], words: ['in'], match: 'begun', limit });
      expect(await ask(1)).toEqual([{ name: 'Ina Poe', articleCount: 2 }]);
      expect(await ask(0)).toEqual([]);
    });

    it('takes words as words, never as syntax of a query', async () => {
      await putQuoting([named('Ina Poe')]);
      for (const words of [['"'], ['ina" OR "x'], ['NEAR('], ['*'], ["'; drop table speaker; --"]])
        expect(await namesOf(words)).toEqual([]);
      expect(await namesOf(['ina'])).toEqual(['Ina Poe']);
    });

    it('gives the articles that quote one of several names, newest first, each once', async () => {
      const first = await putQuoting([named('Ina Poe'), named('Ms Poe')], { publishedAt: start });
      const second = await putQuoting([named('Ms Poe')], { publishedAt: start + dayMs });
      await putQuoting([named('Ines Marlow')]);
      expect(await quoting(['Ina Poe', 'Ms Poe'])).toEqual([second.id, first.id]);
      expect(await quoting(['Ina Poe', 'Ms Poe'], { limit: 1 })).toEqual([second.id]);
      expect(await quoting(['Ms Poe'], { since: start + 1 })).toEqual([second.id]);
      expect(await quoting(['Ms Poe'], { until: start })).toEqual([first.id]);
      expect(await quoting(['Poe'])).toEqual([]);
      expect(await quoting([])).toEqual([]);
    });

    it('shows nothing of another scope, nor of what has expired', async () => {
      const secret = await putQuoting([named('Ina Poe')], { scope: 'guild:1', expiresAt: start + dayMs });
      const read = async (scopes: readonly Scope[]) => [
        await namesOf(['ina'], scopes),
        await namesOf([], scopes),
        await store.speakers.articles({ scopes, names: ['Ina Poe'], limit: 9 }),
      ];
      for (const scopes of [everyone, ['public', 'guild:2'], ['public', 'person:1'], []] as const)
        expect(await read(scopes)).toEqual([[], [], []]);
      expect(await read(['guild:1'])).toEqual([['Ina Poe'], ['Ina Poe'], [secret.id]]);
      bench.clock.at = start + dayMs + 1;
      expect(await read(['guild:1'])).toEqual([[], [], []]);
    });

    it('replaces what was noted of an article, and loses what the store loses', async () => {
      const article = await putQuoting([named('Ina Poe')]);
      const other = await putQuoting([named('Ina Poe')]);
      await store.speakers.note(article.id, [named('Ines Marlow')], edition);
      expect(await namesOf([])).toEqual(['Ina Poe', 'Ines Marlow']);
      await store.articles.put({ ...article, text: 'Nobody said a word.' });
      expect(await namesOf([])).toEqual(['Ina Poe']);
      await store.articles.remove(other.id);
      expect(await namesOf([])).toEqual([]);
      expect(await namesOf(['ina'])).toEqual([]);
      await store.speakers.note(other.id, [named('Ina Poe')], edition);
      expect(await namesOf([])).toEqual([]);
    });

    it('forgets a scope whole', async () => {
      await putQuoting([named('Ina Poe')], { scope: 'guild:1' });
      await putQuoting([named('Ina Poe')]);
      await store.articles.removeScope('guild:1');
      expect(await namesOf(['ina'], ['guild:1'])).toEqual([]);
      expect(await namesOf(['ina'])).toEqual(['Ina Poe']);
    });

    it('says which articles nobody has noted in this edition, newest first', async () => {
      const noted = await putQuoting([], { publishedAt: start - 2 * dayMs });
      const [older, newer] = [newArticle({ publishedAt: start - dayMs }), newArticle({ scope: 'person:7' })];
      for (const article of [newer, older]) await store.articles.put(article);
      const unnoted = async (now: number, limit = 9) =>
        (await store.speakers.unnoted(now, limit)).map(({ id }) => id);
      expect(await unnoted(edition)).toEqual([newer.id, older.id]);
      expect(await unnoted(edition, 1)).toEqual([newer.id]);
      expect(await unnoted(edition + 1)).toHaveLength(3);
      await store.articles.put({ ...noted, text: 'It was said again.' });
      expect(await unnoted(edition)).toContain(noted.id);
    });

    it('is there again when the store is opened anew', async () => {
      const article = await putQuoting([named('Ina Poe')]);
      store = await bench.open();
      expect(await namesOf(['poe'])).toEqual(['Ina Poe']);
      expect(await quoting(['Ina Poe'])).toEqual([article.id]);
      expect(await store.speakers.unnoted(edition, 9)).toEqual([]);
    });
  });
}
