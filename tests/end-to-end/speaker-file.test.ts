import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addChannel, addGuild } from '../../emulator/build-world.ts';
import { type Component, flatten } from '../../emulator/component.ts';
import type { PersonHere } from '../../emulator/people/person.ts';
import { type Emulator, startEmulator } from '../../emulator/start.ts';
import type { Message } from '../../emulator/world.ts';
import { type Bot, makeUsedFolder, startBot } from './bot.ts';

let emulator: Emulator;
let bot: Bot;
let folder: Awaited<ReturnType<typeof makeUsedFolder>>;
let avery: PersonHere;
/** The same person in another guild that has the bot. */
let averyElsewhere: PersonHere;

beforeAll(async () => {
  folder = await makeUsedFolder();
  emulator = await startEmulator();
  const { admin, channels } = emulator.first;
  const elsewhere = addGuild(emulator.world, 'Elsewhere', admin.id);
  avery = emulator.person(admin).in(channels.general);
  averyElsewhere = emulator.person(admin).in(addChannel(emulator.world, elsewhere, 'general'));
  bot = await startBot(emulator, { STORE_URL: folder.storeUrl });
});

afterAll(async () => {
  expect(await bot.stop()).toBe(0);
  await emulator.close();
  await folder.remove();
});

const wordsOf = (message: Message): string =>
  flatten(message.components)
    .flatMap(({ content }: Component) => content ?? [])
    .join('\n');

const quoted = (message: Message): readonly string[] =>
  wordsOf(message)
    .split('\n')
    .filter((line) => line.startsWith('> '));

/** A speech of which each article may show a half at most. */
const speech = Array.from(
  { length: 18 },
  (_, at) =>
    `“The tide table of year ${1900 + at} was kept by hand,” said Odo Fenwright, the keeper of the lock.\nNobody at the lock could say how many more of these books there are in the cellar of the house.`,
).join('\n');

const ask = (who: PersonHere, speaker: string) =>
  who.run({ name: 'quotes', options: { speaker, since: '2 days' } }).reply();

describe('over the wire, the file of a speaker', () => {
  let first: Message;

  it('has the words of an attached file, page by page', async () => {
    const files = { file: { filename: 'lock.txt', bytes: Buffer.from(speech) } };
    await avery.run({ name: 'summary', files }).reply();
    first = await ask(avery, 'Fenwright');
    expect(wordsOf(first)).toMatch(
      /^### Odo Fenwright\n-# 18 quotes in 1 article · page 1 · since <t:\d+:f>/,
    );
    const second = await avery.press(first, 'Older').reply();
    const third = await avery.press(second, 'Older').reply();
    const all = [first, second, third].flatMap(quoted);
    expect(new Set(all).size).toBe(18);
    expect(all).toHaveLength(18);
    expect(quoted(await avery.press(second, 'Newer').reply())).toEqual(quoted(first));
  });

  it('is offered while its name is typed, and shown to nobody of another guild', async () => {
    const half = { name: 'quotes', option: 'speaker', typed: 'fenw' };
    expect(await avery.complete(half)).toEqual([
      { name: 'Odo Fenwright, the keeper of the lock', value: 'Odo Fenwright' },
    ]);
    expect(await averyElsewhere.complete(half)).toEqual([]);
    expect(wordsOf(await ask(averyElsewhere, 'Fenwright'))).toMatch(
      /^No stored article quotes anyone called “Fenwright”\./,
    );
  });

  it('has buttons that work when the bot has been started again', async () => {
    expect(await bot.stop()).toBe(0);
    bot = await startBot(emulator, { STORE_URL: folder.storeUrl });
    const second = await avery.press(first, 'Older').reply();
    expect(quoted(second)).toHaveLength(8);
    expect(quoted(second)).not.toEqual(quoted(first));
  });
});
