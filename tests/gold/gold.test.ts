import { describe, expect, it } from 'vitest';
import { segment } from '../../src/summarize-text/segment/segment.ts';
import { fallen, newFloors, readFloors } from './floors.ts';
import { measureGold } from './measures.ts';
import { corpusHash, goldSamples } from './samples.ts';

const measures = measureGold();

describe('the gold', () => {
  it('is the corpus that the floors were measured on (npm run gold -- --write)', () => {
    expect(readFloors().corpus).toBe(corpusHash());
  });

  it.each(Object.entries(measures))('%s: %d, not below its floor', (name) => {
    expect(fallen(measures, readFloors())).not.toContain(name);
  });

  it('has no floor without its measure', () => {
    expect(Object.keys(readFloors().floors).toSorted()).toEqual(Object.keys(measures).toSorted());
  });

  it.each(goldSamples)('$slug: an editor takes three sentences of the body', ({ body, summary }) => {
    const sentences = segment(body.join('\n\n')).map(({ text }) => text);
    for (const alternatives of summary)
      for (const sentence of alternatives) expect(sentences).toContain(sentence);
    const all = summary.flat();
    expect(new Set(all).size).toBe(all.length);
  });
});

describe('floors', () => {
  const before = { corpus: 'a', floors: { one: 0.5, two: 0.9 } };

  it('rise to what was measured, and never fall by themselves', () => {
    expect(newFloors({ one: 0.6667, two: 0.8 }, before, 'b', false)).toEqual({
      corpus: 'b',
      floors: { one: 0.666, two: 0.9 },
    });
  });

  it('fall and go only when that is allowed', () => {
    expect(newFloors({ two: 0.8 }, before, 'b', true)).toEqual({ corpus: 'b', floors: { two: 0.8 } });
    expect(newFloors({ two: 0.8 }, before, 'b', false).floors).toEqual({ one: 0.5, two: 0.9 });
  });

  it('are broken by a lower measure, a measure of none, and a measure that is gone', () => {
    expect(fallen({ one: 0.4, two: 0.95, three: 1 }, before)).toEqual(['one', 'three']);
    expect(fallen({ one: 0.5 }, before)).toEqual(['two']);
  });
});
