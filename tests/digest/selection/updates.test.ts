import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { selectStories } from '../../../src/digest/selection/select.ts';
import { newDigest } from '../../store/bench.ts';
import { createSelectBench, hourMs, type SelectBench } from './select-bench.ts';

const digest = newDigest({ guildId: '100', topics: [], stories: 3 });

/** Told first: a vote, two figures, a quotation. */
const first = `The council of Sula voted to close the old quay on Monday after a crack was found in its wall.
Repairs will cost £2m and take eight months, an engineer told the meeting in the town hall.
“We cannot let lorries over a wall that moves,” said Ina Poe, who leads the council.
Fishermen will land their catch at Brannoch instead until the wall has been mended.`;

const others = {
  'a new quotation': [
    true,
    `The council of Sula voted to close the old quay on Monday after a crack was found in its wall.
Repairs will cost £2m and take eight months, an engineer told the meeting.
“Nobody has asked those of us who have to live from the harbour,” said Tom Reeve, a fisherman.`,
  ],
  'a new figure': [
    true,
    `The council of Sula voted to close the old quay after a crack was found in its wall.
Repairs will cost £3.4m and take eight months, an engineer told the meeting.
Fishermen will land their catch at Brannoch instead until the wall has been mended.`,
  ],
  'sentences that were not told': [
    true,
    `The quay of Sula is closed, as the council voted on Monday.
Yesterday evening divers discovered that ancient timber foundations beneath the structure have rotted completely.
Archaeologists believe those beams belong to a forgotten medieval shipyard, mentioned in monastery chronicles.
The discovery means that conservation officers must examine everything before builders arrive.`,
  ],
  'the same in other words': [
    false,
    `Sula will close its old quay: the council voted for it on Monday, since a crack was found in the wall.
It takes eight months and £2m to mend, the meeting in the town hall was told by an engineer.
“We cannot let lorries over a wall that moves,” Ina Poe said, who leads the council.
Until then the catch of the fishermen will be landed at Brannoch instead.`,
  ],
  'part of it': [
    false,
    `The council of Sula voted to close the old quay on Monday after a crack was found in its wall.
Fishermen will land their catch at Brannoch instead until the wall has been mended.
“A wall that moves,” said Ina Poe, who leads the council, will be mended in eight months.`,
  ],
  'no more than a notice': [false, 'The quay has collapsed, and 40 people are missing.'],
} as const;

let bench: SelectBench;
beforeEach(async () => {
  bench = await createSelectBench();
});
afterEach(() => bench.store.close());

const chosen = async () =>
  (await selectStories(bench.stores, bench.run(digest))).stories.map(({ article: { id }, isUpdate }) => [
    id,
    isUpdate,
  ]);
const counts = async () => (await selectStories(bench.stores, bench.run(digest))).record.counts;

describe('a story that was told', () => {
  const tries = Object.entries(others).map(([what, [isTold, text]]) => ({
    name: `is ${isTold ? 'told again, as an update,' : 'not told again'} for ${what}`,
    isTold,
    text,
  }));
  it.each(tries)('$name', async ({ isTold, text }) => {
    const told = await bench.put({ text: first, source: 'Bell' });
    await bench.deliver(digest, [told]);
    bench.clock.at += hourMs;
    const later = await bench.put({ text, source: 'Wire' });
    await bench.together([told, later]);
    expect(await chosen()).toEqual(isTold ? [[later, true]] : []);
    expect(await counts()).toEqual(isTold ? { update: 1 } : { told: 1 });
  });

  it('is not told again by a copy, nor by what was there when it was told', async () => {
    const text = others['a new quotation'][1];
    const [told, before] = [await bench.put({ text: first }), await bench.put({ text, source: 'Wire' })];
    await bench.deliver(digest, [told]);
    bench.clock.at += hourMs;
    const copy = await bench.put({ text, source: 'Post' });
    await bench.together([told, before, copy], { [copy]: before });
    expect(await chosen()).toEqual([]);
    expect(await counts()).toEqual({ told: 1 });
  });

  it('is told again after months of posts only where it has changed', async () => {
    const told = await bench.put({ text: first });
    await bench.deliver(digest, [told]);
    for (let post = 0; post < 30; post += 1) {
      bench.clock.at += 24 * hourMs;
      await bench.deliver(digest, [await bench.put()]);
    }
    const again = await bench.put({ text: others['part of it'][1] });
    await bench.together([told, again]);
    expect(await chosen()).toEqual([]);
    const news = await bench.put({ text: others['a new figure'][1] });
    await bench.together([told, again, news]);
    expect(await chosen()).toEqual([[news, true]]);
  });

  it('is compared with all that was told of it, also where it has merged with another one since', async () => {
    const [told, also] = [
      await bench.put({ text: first }),
      await bench.put({ text: others['a new quotation'][1] }),
    ];
    await bench.deliver(digest, [told, also]);
    bench.clock.at += hourMs;
    const later = await bench.put({ text: others['a new quotation'][1].replace('voted', 'has voted') });
    await bench.together([told, also, later]);
    expect(await chosen()).toEqual([]);
  });

  it('stands behind one that is new and worth as much', async () => {
    const told = await bench.put({ text: first });
    await bench.deliver(digest, [told]);
    bench.clock.at += hourMs;
    const news = await bench.put();
    const later = await bench.put({ text: others['a new figure'][1] });
    await bench.together([told, later]);
    expect(await chosen()).toEqual([
      [news, false],
      [later, true],
    ]);
  });

  it('is told by a failed post to nobody', async () => {
    const lost = await bench.put({ text: first });
    await bench.deliver(digest, [lost], { state: 'failed', reason: 'no right to post' });
    expect(await chosen()).toEqual([[lost, false]]);
  });

  it('is known though hundreds of articles have come into it', async () => {
    const told = await bench.put({ text: first });
    await bench.deliver(digest, [told]);
    bench.clock.at += hourMs;
    const many: string[] = [];
    for (let count = 0; count < 205; count += 1) many.push(await bench.put({ text: first }));
    await bench.together([told, ...many]);
    expect(await counts()).toEqual({ told: 1 });
  });
});
