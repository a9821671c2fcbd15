import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { createTerminal } from '../../emulator/demo/say-line.ts';
import { startDemo } from '../../emulator/demo/start-demo.ts';
import { launchChromium } from './chromium.ts';

/** Takes the README's pictures of the demo's page: a shared answer with its chart, dark and light. */
const folder = fileURLToPath(new URL('../../docs/images/', import.meta.url));
const line = '/summary story:Skelder Sound patrol boats share:True';

const demo = await startDemo(true);
const { world, first } = demo.emulator;
const terminal = createTerminal({
  emulator: demo.emulator,
  user: first.admin,
  channel: first.channels.newsroom,
});
const { ok, text } = await terminal.say(line);
if (!ok) throw new Error(text);

const browser = await launchChromium();
await mkdir(folder, { recursive: true });
for (const colorScheme of ['dark', 'light'] as const) {
  const context = await browser.newContext({
    colorScheme,
    viewport: { width: 1200, height: 1320 },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.goto(`${world.origin}/`);
  await page.getByRole('button', { name: /^newsroom,/ }).click();
  await page.locator('.message-item img').last().waitFor();
  await page.screenshot({ path: `${folder}demo-${colorScheme}.png` });
  process.stdout.write(`docs/images/demo-${colorScheme}.png\n`);
  await context.close();
}
await browser.close();
await demo.stop();
