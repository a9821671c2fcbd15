import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addChannel } from '../../emulator/build-world.ts';
import { type Emulator, startEmulator } from '../../emulator/start.ts';
import type { Channel } from '../../emulator/world.ts';
import { describeInBrowser } from './browser.ts';

describeInBrowser('with ten channels of a thousand messages each, the page', ({ visit }) => {
  let emulator: Emulator;
  let channels: readonly Channel[];

  function write(channel: Channel, from: number, count: number): void {
    const admin = emulator.person(emulator.first.admin).in(channel);
    for (let number = from; number < from + count; number += 1)
      admin.say(`tide ${number} of ${channel.name}`);
  }

  beforeAll(async () => {
    emulator = await startEmulator({ page: true });
    channels = Array.from({ length: 10 }, (_, number) =>
      addChannel(emulator.world, emulator.first.guild, `busy-${number}`),
    );
    for (const channel of channels) write(channel, 0, 1000);
  });
  afterAll(() => emulator.close());

  const shown = (page: Page, number: number, { name }: Channel) =>
    page.locator('.message-item').getByText(`tide ${number} of ${name}`, { exact: true });
  const scrollTo = (page: Page, top: number) =>
    page.evaluate(`document.querySelector('#message-scroller').scrollTop = ${top}`);
  const countItems = (page: Page) => page.locator('.message-item').count();
  const countElements = (page: Page) => page.evaluate('document.querySelectorAll("*").length');

  async function open(page: Page, channel: Channel): Promise<number> {
    const from = performance.now();
    await page.getByRole('button', { name: new RegExp(`^${channel.name},`) }).click();
    await shown(page, 999, channel).waitFor();
    return performance.now() - from;
  }

  it('shows the newest of each, and holds few elements', async () => {
    const { page, troubles } = await visit(emulator, 'robin');
    const times: number[] = [];
    for (const channel of channels) {
      times.push(await open(page, channel));
      expect(await countItems(page)).toBeLessThanOrEqual(150);
    }
    times.sort((one, other) => one - other);
    process.stdout.write(
      `ten channels of 1,000 messages: ${await countElements(page)} elements; opening one takes ${times[5]?.toFixed(0)} ms, the slowest ${times[9]?.toFixed(0)}\n`,
    );
    expect(troubles()).toEqual([]);
    await page.context().close();
  });

  it('takes a thousand more at once, and leads back to the first of them and to the newest again', async () => {
    const { page, troubles } = await visit(emulator, 'robin');
    const [channel] = channels;
    if (channel === undefined) throw new Error('there are channels');
    await open(page, channel);
    const from = performance.now();
    write(channel, 1000, 1000);
    await shown(page, 1999, channel).waitFor();
    process.stdout.write(`1,000 more messages are there after ${(performance.now() - from).toFixed(0)} ms\n`);
    await expect
      .poll(
        async () => {
          await scrollTo(page, 0);
          expect(await countItems(page)).toBeLessThanOrEqual(150);
          return await shown(page, 0, channel).count();
        },
        { interval: 20, timeout: 20_000 },
      )
      .toBe(1);
    await page.getByText(`This is the start of ${channel.name}.`).waitFor();
    await page.getByRole('button', { name: 'Jump to the newest message' }).click();
    await shown(page, 1999, channel).waitFor();
    expect(await countItems(page)).toBeLessThanOrEqual(150);
    expect(troubles()).toEqual([]);
    await page.context().close();
  });

  it('does not move what is read when messages come', async () => {
    const { page } = await visit(emulator, 'robin');
    const [, channel] = channels;
    if (channel === undefined) throw new Error('there are channels');
    await open(page, channel);
    await page.evaluate("document.querySelector('#message-scroller').scrollTop -= 400");
    await page.getByRole('button', { name: 'Jump to the newest message' }).waitFor();
    const read = page.locator('.message-item:has-text("tide 960 of")');
    const before = await read.boundingBox();
    write(channel, 1000, 200);
    await expect.poll(() => page.locator('#log p').last().textContent()).toContain('tide 1199');
    expect(await read.boundingBox()).toEqual(before);
    await page.context().close();
  });
});
