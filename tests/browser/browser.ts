import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { beforeAll, describe } from 'vitest';
import type { Emulator } from '../../emulator/start.ts';
import { chromiumPath, launchChromium } from './chromium.ts';

/** One for all files of a worker, with which it ends. */
let launched: Promise<Browser> | undefined;

const isRequired = process.env.CI_BROWSER === 'required';

/** A person's page, and what went wrong in it so far. */
export interface Visit {
  readonly page: Page;
  /** Errors, broken rules of the policy, and requests that left the emulator. */
  troubles(): readonly string[];
  /** Opens it anew in the same profile: to make another takes as long as a test does. */
  comeAgain(): Promise<void>;
}

export interface BrowserAtHand {
  /** Opens the page as a person, in a browser profile of its own. */
  visit(emulator: Emulator, username: string, options?: BrowserContextOptions): Promise<Visit>;
  /** An empty page in a profile of its own. */
  blank(): Promise<Page>;
}

function watchTroubles(page: Page, origin: string): () => readonly string[] {
  const troubles: string[] = [];
  page.on('console', (line) => {
    if (line.type() === 'error' || line.type() === 'warning') troubles.push(`${line.type()}: ${line.text()}`);
  });
  page.on('pageerror', (error) => troubles.push(`thrown: ${error.message}`));
  page.on('dialog', (dialog) => {
    troubles.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${origin}/`) && !url.startsWith('data:')) troubles.push(`left for ${url}`);
  });
  return () => troubles;
}

/** A group of tests in the system's Chromium; where there is none it is skipped, or fails if it is required. */
export function describeInBrowser(name: string, tests: (at: BrowserAtHand) => void): void {
  if (chromiumPath === undefined && !isRequired) {
    process.stderr.write(`skipped, as there is no Chromium in /usr/bin: ${name}\n`);
    const missing = () => Promise.reject(new Error('there is no browser'));
    describe.skip(name, () => tests({ visit: missing, blank: missing }));
    return;
  }
  describe(name, () => {
    let browser: Browser;
    beforeAll(async () => {
      launched ??= launchChromium();
      browser = await launched;
    });
    tests({
      async visit(emulator, username, options = {}) {
        const context = await browser.newContext({
          viewport: { width: 1200, height: 800 },
          locale: 'en-GB',
          timezoneId: 'Europe/London',
          ...options,
        });
        const page = await context.newPage();
        page.setDefaultTimeout(30_000);
        const troubles = watchTroubles(page, emulator.world.origin);
        const open = async () => {
          await page.goto(`${emulator.world.origin}/?as=${username}`);
          await page.locator('.channel').first().waitFor({ state: 'attached' });
        };
        await open();
        return { page, troubles, comeAgain: open };
      },
      async blank() {
        const context = await browser.newContext({ viewport: { width: 1000, height: 800 } });
        return await context.newPage();
      },
    });
  });
}
