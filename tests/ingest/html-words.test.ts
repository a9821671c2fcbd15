import fc from 'fast-check';
import { expect, it } from 'vitest';
import { wordsOf } from '../../src/ingest/html-words.ts';
import { cpuMsOf } from '../cpu-time.ts';

it.each([
  ['<p>It <b>st</b>ops.</p><p>Soon</p>', 'It stops. Soon'],
  ['one<br>two<br/>three', 'one two three'],
  ['a &lt; b &amp;&nbsp;c &#8217;tis', 'a < b & c ’tis'],
  ['3 < 4 and 5 > 4', '3 < 4 and 5 > 4'],
  ['a<!-- <p>no</p> -->b', 'ab'],
  ['a<script>if (a<b) "</p>"</script>b', 'a b'],
  ['a<style>p{}</style  >b', 'a b'],
  ['a<STYLE>no', 'a'],
  ['<p class="x" data-views="12">a</p\n>b', 'a b'],
  ['', ''],
])('the words of %s are "%s"', (html, words) => expect(wordsOf(html)).toBe(words));

it('any text gives words, without white space at the ends or twice', () => {
  const parts = fc.constantFrom(
    '<',
    '>',
    '</',
    '<!--',
    '-->',
    '<p',
    '&',
    '&amp',
    '"',
    ' ',
    '\n',
    'a',
    '<script',
    '/',
  );
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 60 }), (some) => {
      const words = wordsOf(some.join(''));
      expect(words).toBe(words.replace(/\s+/g, ' ').trim());
    }),
    { seed: 7, numRuns: 300 },
  );
});

it.each(['<b>', '<div>x', '</b>', '<', '&', '<!--', '<svg>', '<script>', '<a b='])(
  'a hundred thousand times "%s" takes no longer than its length asks',
  (part) => {
    expect(cpuMsOf(() => wordsOf(part.repeat(100_000)))).toBeLessThan(2000);
  },
);
