import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { stem } from '../../src/domain/porter.ts';

const endings =
  's es ies ss sses ed eed ing at bl iz ational tional enci anci izer logi bli alli entli eli ousli ization ation ator ' +
  'alism iveness fulness ousness aliti iviti biliti icate ative alize iciti ical ful ness al ance ence er ic able ible ' +
  'ant ement ment ent ion sion tion ou ism ate iti ous ive ize y e ll le';

it('stems words as the other engine does', () => {
  const db = new DatabaseSync(':memory:');
  db.exec(`create virtual table word using fts5 (text, tokenize = 'porter unicode61');
           create virtual table stem using fts5vocab (word, 'instance')`);
  const ending = fc.constantFrom('', ...endings.split(' '));
  const beginning = fc.stringMatching(/^[a-z]{0,6}$/);
  const words = [
    ...new Set(
      fc
        .sample(fc.tuple(beginning, ending, ending), { numRuns: 20_000, seed: 14 })
        .map((parts) => parts.join(''))
        .filter((word) => word !== ''),
    ),
  ];
  const insert = db.prepare('insert into word (rowid, text) values (?, ?)');
  db.exec('begin');
  for (const [index, word] of words.entries()) insert.run(index, word);
  const stems = z
    .array(z.object({ term: z.string(), doc: z.int() }))
    .parse(db.prepare('select term, doc from stem order by doc').all());
  db.close();
  expect(stems.length).toBeGreaterThan(10_000);
  expect(stems.filter(({ term, doc }) => stem(words[doc] ?? '') !== term)).toEqual([]);
});
