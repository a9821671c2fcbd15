import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { type Emulator, startEmulator } from '../../emulator/start.ts';
import { type Bot, makeFolder, root, startBot } from '../end-to-end/bot.ts';
import { describeInBrowser, type Visit } from './browser.ts';

describeInBrowser('with the bot behind the page, a person', ({ visit }) => {
  let emulator: Emulator;
  let bot: Bot;
  let folder: Awaited<ReturnType<typeof makeFolder>>;
  let robin: Visit;

  beforeAll(async () => {
    folder = await makeFolder();
    emulator = await startEmulator({ page: true, botName: 'Standfirst' });
    bot = await startBot(emulator, { STORE_URL: folder.storeUrl });
    robin = await visit(emulator, 'robin');
  });
  beforeEach(() => robin.comeAgain());
  afterEach(() => expect(robin.troubles()).toEqual([]));
  afterAll(async () => {
    await robin.page.context().close();
    expect(await bot.stop()).toBe(0);
    await emulator.close();
    await folder.remove();
  });

  const lastMessage = (page: Page) => page.locator('.message-item').last();
  const openChannel = (page: Page, name: string) =>
    page
      .getByRole('navigation')
      .getByRole('button', { name: new RegExp(`^${name},`) })
      .click();

  it('chooses a command and a story from the lists, by keyboard alone, and gets it in its own words', async () => {
    const { page } = robin;
    await page.getByRole('textbox', { name: 'Message #general' }).focus();
    await page.keyboard.type('/fig');
    await expect.poll(() => page.locator('.popup-row .row-name').allTextContents()).toEqual(['/figures']);
    await page.keyboard.press('Enter');
    const story = page.getByRole('combobox', { name: 'story' });
    await expect.poll(() => page.locator('.option-input:focus').count()).toBe(1);
    await page.keyboard.type('interest ra');
    // The list for all that was typed has this one alone; lists for less of it may come before.
    await expect
      .poll(() => page.locator('.popup-row').allTextContents())
      .toEqual([expect.stringContaining('holds interest rates')]);
    expect(await story.getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('Enter');
    expect(await story.inputValue()).toContain('interest rates');
    await page.keyboard.press('Enter');
    await lastMessage(page).getByText('4.25%').first().waitFor();
    await lastMessage(page).getByText('Only you can see this').waitFor();
    expect(await page.locator('textarea:focus').count()).toBe(1);
    expect(await page.locator('#log').textContent()).toContain('4.25%');
  });

  it('leaves a command with Escape and is back where they wrote', async () => {
    const { page } = robin;
    await page.getByRole('textbox', { name: 'Message #general' }).fill('/quotes ');
    await page.getByRole('combobox', { name: 'story' }).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.getByRole('textbox', { name: 'Message #general' }).waitFor();
    expect(await page.locator('textarea:focus').count()).toBe(1);
  });

  it('alone sees an ephemeral reply, shares it with a button, and puts the first one away', async () => {
    const { page } = robin;
    const avery = await visit(emulator, 'avery');
    await page.getByRole('textbox', { name: 'Message #general' }).fill('/summary Skelder patrol boats');
    await page.getByRole('option', { name: /patrol boats/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    const reply = lastMessage(page);
    await reply.getByText('Only you can see this').waitFor();
    await reply
      .getByText(/Owen Tarrant will urge Skelder/)
      .first()
      .waitFor();
    expect(await avery.page.locator('.message-item').count()).toBe(0);
    await reply.getByRole('button', { name: 'Share' }).click();
    await avery.page
      .getByText(/Owen Tarrant will urge Skelder/)
      .first()
      .waitFor();
    expect(await avery.page.getByText('Only you can see this').count()).toBe(0);
    const before = await page.locator('.message-item').count();
    await page.getByRole('button', { name: 'Dismiss message' }).last().click();
    await expect.poll(() => page.locator('.message-item').count()).toBe(before - 1);
    expect(avery.troubles()).toEqual([]);
    await avery.page.context().close();
  });

  it('is told in the client’s words what an option does not take', async () => {
    const { page } = robin;
    await page.getByRole('textbox', { name: 'Message #general' }).fill('/latest count:99');
    const count = page.getByRole('textbox', { name: 'count' });
    await count.press('Enter');
    await page
      .getByRole('alert')
      .getByText(/count takes at most 10/)
      .waitFor();
    expect(await count.getAttribute('aria-invalid')).toBe('true');
    await page.keyboard.press('Escape');
  });

  it('writes to it directly, and a file with a hostile title stays text', async () => {
    const { page } = robin;
    await openChannel(page, 'Standfirst');
    await page.keyboard.type('what about the worm?');
    await page.keyboard.press('Enter');
    await lastMessage(page)
      .getByText(/pale worm/)
      .first()
      .waitFor();
    const title = '<script>alert(1)</script> <img src=x onerror=alert(2)> comes to Elmsby';
    const escaped = title.replaceAll('<', '&lt;');
    const article = `<!doctype html><title>${escaped}</title><article><h1>${escaped}</h1><p>The tram will run again in Elmsby from May, after forty years without one.</p><p>It costs the town £12m, and the fares are to pay for half of it, the council said on Monday.</p><p>“I drove the last one,” said Ada Finch, 81, who will drive the first.</p><p>The line goes from the harbour to the hospital, and takes nine minutes from end to end.</p></article>`;
    await page.locator('.composer input[type=file]').setInputFiles({
      name: 'tram.html',
      mimeType: 'text/html',
      buffer: Buffer.from(article),
    });
    await page.locator('.file-chip').getByText('tram.html').waitFor();
    await page.keyboard.press('Enter');
    await lastMessage(page).getByText('The tram will run again').first().waitFor();
    expect(await lastMessage(page).textContent()).toContain(title);
    expect(await page.locator('.message-list :is(script, img[src="x"])').count()).toBe(0);
  });

  it('attaches a file to a command', async () => {
    const { page } = robin;
    await page.getByRole('textbox', { name: 'Message #general' }).fill('/quotes');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: /^Add file/ }).click();
    await page
      .locator('.command-form input[type=file]')
      .setInputFiles(join(root, 'data/articles/skelder-patrol-boats.txt'));
    await page.getByRole('button', { name: /^file: skelder-patrol-boats\.txt/ }).waitFor();
    await page.getByRole('button', { name: 'Send /quotes' }).click();
    await lastMessage(page)
      .getByText(/Protecting Halvia’s waters/)
      .first()
      .waitFor();
  });

  it('mentions it by name and is answered, which those elsewhere see as unread', async () => {
    const avery = await visit(emulator, 'avery');
    await openChannel(avery.page, 'newsroom');
    const { page } = robin;
    await page.getByRole('textbox', { name: 'Message #general' }).focus();
    await page.keyboard.type('@Stan');
    await page.getByRole('option', { name: '@Standfirst' }).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.type('the library vote?');
    await page.keyboard.press('Enter');
    await lastMessage(page)
      .getByText(/Thornwick/)
      .first()
      .waitFor();
    await avery.page.getByRole('button', { name: /^general, text channel, unread/ }).waitFor();
    await avery.page.context().close();
  });

  it('as the administrator is offered what others are not', async () => {
    const { page } = robin;
    await page.getByRole('textbox', { name: 'Message #general' }).fill('/digest add');
    await page.locator('.popup-note').getByText('No command fits.').waitFor();
    await page.getByRole('combobox', { name: 'You are' }).selectOption('avery');
    await page.getByRole('textbox', { name: 'Message #general' }).fill('/digest');
    await page.getByRole('option', { name: /^\/digest add/ }).click();
    await page.getByRole('combobox', { name: 'channel' }).fill('news');
    await page.getByRole('option', { name: '#newsroom' }).click();
    await page
      .getByRole('combobox', { name: 'time' })
      .or(page.getByRole('textbox', { name: 'time' }))
      .fill('8am');
    await page.keyboard.press('Enter');
    await lastMessage(page)
      .getByText(/First one/)
      .first()
      .waitFor();
  });
});
