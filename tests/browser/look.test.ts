import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Emulator, startEmulator } from '../../emulator/start.ts';
import { describeInBrowser } from './browser.ts';

const commands = [
  {
    name: 'weather',
    description: 'What the sky says',
    options: [
      {
        type: 3,
        name: 'place',
        description: 'Where',
        required: true,
        choices: [{ name: 'Bergen', value: 'b' }],
      },
      { type: 4, name: 'days', description: 'How many', min_value: 1 },
      { type: 11, name: 'map', description: 'A map' },
    ],
  },
  { type: 3, name: 'Read aloud' },
];

/** Text that is to stay what it is. */
const tricks = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(2)>',
  '[click](javascript:alert(3))',
  '[**b**](<https://a.example/"onmouseover="alert(4)>)',
  '||spoiler <b>bold</b>||',
  '```html\n</code></pre><script>alert(5)</script>\n```',
  `${'*'.repeat(300)}${'['.repeat(300)}${'>'.repeat(20)}`,
  '<t:99999999999999:R> <#1> <@1> <@&1> </x:1> <:smile:1>',
  '\u202Ereversed \u0000 \uD800 lone',
];

describeInBrowser('the page', ({ visit }) => {
  let emulator: Emulator;

  beforeAll(async () => {
    emulator = await startEmulator({ page: true });
    const response = await fetch(
      `${emulator.url}/v10/applications/${emulator.world.applicationId}/commands`,
      {
        method: 'PUT',
        headers: { authorization: `Bot ${emulator.token}`, 'content-type': 'application/json' },
        body: JSON.stringify(commands),
      },
    );
    expect(response.status).toBe(200);
  });
  afterAll(() => emulator.close());

  const general = () => emulator.person(emulator.first.admin).in(emulator.first.channels.general);

  /** Names of the rules that are broken badly. A preload of style sheets would break the policy: it writes styles into the page. */
  async function faults(page: Page): Promise<readonly string[]> {
    await page.evaluate(axe.source);
    const found: axe.AxeResults = await page.evaluate('axe.run({ preload: false })');
    return found.violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
  }

  it.each(['light', 'dark'] as const)(
    'has no serious fault for those who see it otherwise, %s',
    async (colorScheme) => {
      const file = { filename: 'plan.txt', bytes: Buffer.from('a plan') };
      general().say({
        content: 'Tide at **nine**, see [the table](https://tides.example) <@1>',
        files: [file],
      });
      const { page, troubles } = await visit(emulator, 'robin', { colorScheme });
      await page.getByText('plan.txt').first().waitFor();
      expect(await faults(page)).toEqual([]);
      await page.locator('textarea').fill('/w');
      await page.getByRole('option', { name: /weather/ }).waitFor();
      expect(await faults(page)).toEqual([]);
      await page.keyboard.press('Enter');
      await page.getByRole('option', { name: 'Bergen' }).waitFor();
      expect(await faults(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await page.locator('.message-item').last().click({ button: 'right' });
      await page.getByRole('menuitem', { name: 'Read aloud' }).waitFor();
      expect(await faults(page)).toEqual([]);
      expect(troubles()).toEqual([]);
      await page.context().close();
    },
  );

  it('shows text as text, whatever stands in it', async () => {
    const there = emulator.person(emulator.first.admin).in(emulator.first.channels.newsroom);
    for (const trick of tricks) there.say(trick);
    const { page, troubles } = await visit(emulator, 'robin');
    await page.getByRole('button', { name: /^newsroom,/ }).click();
    await expect.poll(() => page.locator('.message-item').count()).toBe(tricks.length);
    const words = await page.locator('.message-list').textContent();
    expect(words).toContain('<script>alert(1)</script>');
    expect(words).toContain('<img src=x onerror=alert(2)>');
    const made = '.message-list :is(script, b > b, img[src="x"], [onmouseover], a[href^="javascript:"])';
    expect(await page.locator(made).count()).toBe(0);
    expect(troubles()).toEqual([]);
    await page.context().close();
  });

  it('leads from a message to its thread, and from a forum to its posts', async () => {
    const { newsroom, forum } = emulator.first.channels;
    const { message } = emulator.person(emulator.first.admin).in(newsroom).say('Morning news');
    const { page, troubles } = await visit(emulator, 'robin');
    await page.getByRole('button', { name: /^newsroom,/ }).click();
    const thread = emulator.person(emulator.first.admin).in(newsroom).startThread(message, 'The rest');
    await page.locator('.message-item').getByRole('button', { name: 'Thread: The rest' }).click();
    await page.getByRole('heading', { level: 1, name: 'The rest' }).waitFor();
    emulator.person(emulator.first.admin).in(thread).say('More news');
    await page.locator('.message-item').getByText('More news').waitFor();
    const response = await fetch(`${emulator.url}/v10/channels/${forum.id}/threads`, {
      method: 'POST',
      headers: { authorization: `Bot ${emulator.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'Monday', message: { content: 'Posted news' } }),
    });
    expect(response.status).toBe(201);
    await page.getByRole('button', { name: 'reading-room, forum' }).click();
    await page.getByText('The posts of reading-room stand under it').waitFor();
    expect(await page.locator('#composer-input').isDisabled()).toBe(true);
    await page.getByRole('button', { name: /^Monday, thread/ }).click();
    await page.locator('.message-item').getByText('Posted news').waitFor();
    expect(await faults(page)).toEqual([]);
    expect(troubles()).toEqual([]);
    await page.context().close();
  });

  it('fits a phone: the channels are a drawer that comes and goes', async () => {
    const { page, troubles } = await visit(emulator, 'robin', {
      viewport: { width: 375, height: 667 },
      hasTouch: true,
      isMobile: true,
    });
    const channel = page.getByRole('button', { name: /^announcements,/ });
    expect(await channel.isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Channels' }).tap();
    await channel.tap();
    await page.getByRole('heading', { level: 1, name: 'announcements' }).waitFor();
    await expect.poll(() => channel.isVisible()).toBe(false);
    await page.getByRole('textbox', { name: 'Message #announcements' }).fill('from a phone');
    await page.getByRole('button', { name: 'Send' }).tap();
    await page.locator('.message-item').getByText('from a phone').waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(375);
    expect(await faults(page)).toEqual([]);
    expect(troubles()).toEqual([]);
    await page.context().close();
  });

  it('is whole by keyboard: to the writing, to a channel and back, to a button of a message', async () => {
    const { page, troubles } = await visit(emulator, 'robin');
    await page.locator('.message-item').first().waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.locator('textarea:focus').count()).toBe(1);
    await page.keyboard.type('by keyboard');
    await page.keyboard.press('Enter');
    await page.locator('.message-item').getByText('by keyboard').waitFor();
    const names: unknown[] = [];
    for (let step = 0; step < 60; step += 1) {
      await page.keyboard.press('Shift+Tab');
      names.push(await page.evaluate('document.activeElement.className'));
    }
    for (const name of ['channel', 'person-switch', 'message-scroller', 'skip-link'])
      expect(
        names.map(String).some((found) => found.split(' ').includes(name)),
        name,
      ).toBe(true);
    expect(troubles()).toEqual([]);
    await page.context().close();
  });
});
