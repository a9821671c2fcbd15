import axe from 'axe-core';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Emulator, startEmulator } from '../../emulator/start.ts';
import { describeInBrowser, type Visit } from './browser.ts';
import { lookedAt, people, sampleMessages } from './sample-messages.ts';

const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** Draws messages in the place of the page's own, and keeps what they tell in `told`. */
const drawAll = `async ({ messages, people, now }) => {
  const { drawMessage } = await import('/page/message/draw-message.ts');
  Object.assign(window, { told: [], now });
  const tell = (what) => (...given) => void told.push([what, ...given.map((one) => one?.id ?? one)]);
  const context = {
    personId: people.robin.id,
    userName: (id) => Object.values(people).find((user) => user.id === id)?.username,
    channelName: (id) => (id === '2000000000000000001' ? 'newsroom' : undefined),
    roleName: () => undefined,
    rows: ({ options = [] }) => options.map((option) => ({ ...option, isChosen: false })),
    pressOf: (id) =>
      ({ 20: { customId: 'Share', state: 'waiting' }, 21: { customId: 'Try', state: 'failed' } })[id],
    onPress: tell('press'),
    onChoose: tell('choose'),
    onMore: tell('more'),
    onDismiss: tell('dismiss'),
    onChannel: tell('channel'),
    onCommand: tell('command'),
    now: () => window.now,
    locale: 'en-GB',
    timeZone: 'Europe/London',
  };
  const list = document.createElement('ol');
  list.className = 'message-list';
  for (const message of messages) {
    const item = document.createElement('li');
    item.className = 'message-item';
    item.append(drawMessage(message, context));
    list.append(item);
  }
  const main = document.createElement('main');
  main.append(list);
  document.body.replaceChildren(main);
}`;

describeInBrowser('a drawn message', ({ visit }) => {
  let emulator: Emulator;
  let seen: Visit;
  let page: Page;

  beforeAll(async () => {
    emulator = await startEmulator({ page: true });
    const said = emulator
      .person(emulator.first.admin)
      .in(emulator.first.channels.general)
      .say({ content: 'the pier', files: [{ filename: 'pier.png', bytes: picture }] });
    const url = said.message.attachments[0]?.url ?? '';
    seen = await visit(emulator, 'robin');
    page = seen.page;
    const given = JSON.stringify({ messages: sampleMessages(url), people, now: lookedAt });
    await page.evaluate(`(${drawAll})(${given})`);
  });
  afterAll(async () => {
    await page?.context().close();
    await emulator.close();
  });

  const article = (id: number): Locator => page.locator(`#message-${id}`);
  const told = (): Promise<unknown> => page.evaluate('told.splice(0)');

  it('is an article with a name, a writer and a time', async () => {
    const drawn = page.getByRole('article', { name: 'Standfirst, 14:04' });
    expect(await drawn.count()).toBeGreaterThan(5);
    expect(await article(16).locator('.app-badge').textContent()).toBe('App');
    expect(await article(11).locator('.message-header .app-badge').count()).toBe(0);
    const time = article(11).locator('.message-header time');
    expect(await time.getAttribute('datetime')).toBe('2026-11-19T14:04:30.000Z');
    expect(await article(11).locator('.markdown > :last-child').textContent()).toMatch(/\(edited\)$/);
  });

  it('has Discord’s headings, lists, quotations and code', async () => {
    const words = article(11);
    for (const name of ['The harbour', 'What was said', 'Who said it'])
      expect(await words.getByRole('heading', { name, exact: true }).count(), name).toBe(1);
    expect(await words.locator('.subtext').textContent()).toBe('read at noon');
    expect(await words.locator('blockquote').textContent()).toBe('first line\nsecond line');
    expect(await words.locator('ul > li > ul > li').textContent()).toBe('crane');
    expect(await words.locator('ol').getAttribute('start')).toBe('7');
    expect(await words.locator('pre').textContent()).toBe('let tide = "<b>high</b>";');
    for (const [tag, text] of [
      ['strong', 'bold'],
      ['em', 'slanted'],
      ['u', 'under'],
      ['s', 'struck'],
      ['code.inline-code', 'code'],
    ])
      expect(await words.locator(`p ${tag}`).textContent(), tag).toBe(text);
    expect(await article(17).locator('.markdown').getAttribute('data-jumbo')).toBe('');
  });

  it('opens links beside the page and tells the other side nothing', async () => {
    const link = article(11).getByRole('link', { name: 'the tide table' });
    expect(await link.getAttribute('href')).toBe('https://tides.example/today');
    expect(await link.getAttribute('title')).toBe('https://tides.example/today');
    expect(await article(11).getByRole('link', { name: 'https://tides.example/all' }).count()).toBe(1);
    const outward = await page.locator('a:not([href^="#"])').all();
    for (const one of outward) {
      expect(await one.getAttribute('rel')).toBe('noopener noreferrer');
      expect(await one.getAttribute('target')).toBe('_blank');
      expect(await one.getAttribute('href')).toMatch(/^https?:/);
    }
  });

  it('names people, channels and commands, and leads to those that can be opened', async () => {
    const mentions = article(11).locator('.mention');
    expect(await mentions.allTextContents()).toEqual([
      '@robin',
      '@unknown-user',
      '#newsroom',
      '#unknown',
      '/summary',
    ]);
    expect(await mentions.first().getAttribute('data-own')).toBe('');
    await article(11).getByRole('button', { name: '#newsroom' }).click();
    await article(11).getByRole('button', { name: '/summary' }).click();
    expect(await told()).toEqual([
      ['channel', '2000000000000000001'],
      ['command', 'summary'],
    ]);
  });

  it('says times in the reader’s zone and keeps relative ones true', async () => {
    const [exact, relative] = await article(11).locator('.timestamp').all();
    expect(await exact?.textContent()).toBe('13:05');
    expect(await exact?.getAttribute('title')).toMatch(/^Thursday,? 19 November 2026 at 13:05$/);
    expect(await relative?.textContent()).toBe('3 seconds ago');
    await page.evaluate(`window.now += 7_200_000`);
    await expect.poll(() => relative?.textContent()).toBe('2 hours ago');
    await page.evaluate(`window.now -= 7_200_000`);
  });

  it('hides a spoiler from everyone until it is asked for', async () => {
    const spoiler = article(11).locator('.spoiler');
    expect(await spoiler.locator('.spoiler-words').getAttribute('inert')).toBe('');
    await spoiler.getByRole('button', { name: 'Spoiler, show it' }).press('Enter');
    expect(await spoiler.locator('.spoiler-words').getAttribute('inert')).toBeNull();
    expect(await page.evaluate('document.activeElement.textContent')).toBe('the ferry sank');
    expect(await spoiler.getByRole('button').count()).toBe(0);
    const box = article(22).locator('.spoiler-box').last();
    await box.click();
    expect(await box.getAttribute('data-open')).toBe('');
  });

  it('shows whom it answers, and which command brought it', async () => {
    const originOf = (id: number) => article(id).locator('.message-origin').textContent();
    expect(await originOf(13)).toMatch(/Robin @everyone is the ferry running\? ▒▒▒$/);
    expect(await originOf(14)).toBe('Original message was deleted');
    expect(await originOf(15)).toMatch(/Robin used \/summary$/);
    expect(await article(12).locator('.message-origin').count()).toBe(0);
  });

  it('draws the components of the second version', async () => {
    const box = article(15).locator('.container');
    expect(await box.getAttribute('data-accent')).toBe('');
    expect(await box.getAttribute('style')).toContain('#2b8a3e');
    expect(await box.getByRole('link', { name: 'Ferry runs again' }).count()).toBe(1);
    expect(await box.locator('.section').count()).toBe(2);
    expect(await box.locator('.section-accessory').first().getByRole('link', { name: 'Open' }).count()).toBe(
      1,
    );
    expect(await box.getByRole('separator').count()).toBe(1);
    expect(await box.locator('.separator').count()).toBe(2);
    const buttons = await box.locator('button.component-button').all();
    const styles = await Promise.all(buttons.map((one) => one.getAttribute('data-style')));
    expect(styles).toEqual(['primary', 'secondary', 'success', 'danger', 'secondary']);
    expect(await box.getByRole('button', { name: 'Off' }).isDisabled()).toBe(true);
    await box.getByRole('button', { name: 'Success' }).click();
    expect(await told()).toEqual([['press', '15', 'Success']]);
  });

  it('lets several rows of a select be chosen', async () => {
    const select = article(15).getByRole('combobox', { name: 'Choose a topic' });
    await select.click();
    await article(15).getByRole('option', { name: 'World' }).click();
    await article(15).getByRole('option', { name: 'Sport' }).click();
    await select.press('Escape');
    expect(await told()).toEqual([['choose', '15', 'topic', ['world', 'sport']]]);
  });

  it('waits for the bot after a press, and says when it failed', async () => {
    const share = article(20).getByRole('button', { name: 'Share' });
    expect(await share.getAttribute('aria-busy')).toBe('true');
    await share.click({ force: true });
    await article(20).getByRole('button', { name: 'Other' }).click({ force: true });
    expect(await told()).toEqual([]);
    expect(await article(21).getByRole('alert').textContent()).toBe('This interaction failed');
  });

  it('draws embeds of the older kind', async () => {
    const embed = article(16).locator('.embed');
    expect(await embed.getAttribute('style')).toContain('#e67e22');
    expect(await embed.getByRole('link', { name: 'Tide table' }).getAttribute('href')).toBe(
      'https://tides.example',
    );
    expect(await embed.getByRole('link', { name: 'Harbour office' }).count()).toBe(1);
    expect(await embed.locator('.embed-field[data-inline]').count()).toBe(2);
    expect(await embed.locator('.embed-field').last().textContent()).toBe('NoteSprings on Friday');
    expect(await embed.locator('.embed-footer').textContent()).toBe('Measured at the pier • 08:00');
  });

  it('loads pictures of its own server alone, and says what the others show and where they are', async () => {
    const own = page.getByRole('img', { name: 'A pier at dusk' });
    await own.waitFor();
    await expect.poll(() => page.evaluate('document.querySelector("img").naturalWidth')).toBe(1);
    const others = page.locator('.picture-placeholder');
    expect(await others.count()).toBe(4);
    expect(await others.first().textContent()).toMatch(/^A thumbnail of a pierpictures\.example/);
    expect(await page.locator('img').count()).toBe(2);
    expect(await page.locator('.gallery').last().getAttribute('data-count')).toBe('3');
  });

  it('shows files with their sizes', async () => {
    const cards = article(17).locator('.file-card');
    expect(await cards.first().textContent()).toBe('plan.txt2.0 KB');
    expect(await article(17).locator('.spoiler-box .file-card').count()).toBe(1);
  });

  it('says what only one person sees, and lets them put it out of sight', async () => {
    const only = article(18);
    expect(await only.getByText('Only you can see this').count()).toBe(1);
    await only.getByRole('button', { name: 'Dismiss message' }).click();
    expect(await told()).toEqual([['dismiss', '18']]);
    expect(await article(19).textContent()).toMatch(/Standfirst is thinking…/);
    expect(await article(12).getByText('Only you can see this').count()).toBe(0);
  });

  it('leaves what looks like markup as it was written', async () => {
    const words = await article(12).locator('.message-body').textContent();
    expect(words).toContain('<script>window.broken = 1</script><img src=x onerror="window.broken = 2">');
    expect(words).toContain('[click](javascript:window.broken=3)');
    expect(words).toContain('</article></li>');
    const made = 'main :is(script, iframe, img[src="x"], [onerror], [onmouseover], a[href^="javascript:"])';
    expect(await page.locator(made).count()).toBe(0);
    expect(await page.evaluate('window.broken')).toBeUndefined();
  });

  it('asks nobody outside for anything and breaks no rule', () => {
    expect(seen.troubles()).toEqual([]);
  });

  it.each(['light', 'dark'] as const)(
    'has no serious fault for those who see it otherwise, %s',
    async (colorScheme) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.evaluate(axe.source);
      const { violations }: axe.AxeResults = await page.evaluate('axe.run({ preload: false })');
      const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
      expect(
        serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`),
      ).toEqual([]);
    },
  );
});
