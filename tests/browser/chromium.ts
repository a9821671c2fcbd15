import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Where the system's Chromium is, if there is one. */
export const chromiumPath = places.find((place) => existsSync(place));

/** Without these it looks for hosts of its maker's at every start. */
const switches = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Throws where there is no Chromium. */
export async function launchChromium(): Promise<Browser> {
  if (chromiumPath === undefined) throw new Error(`there is no Chromium at ${places.join(', ')}`);
  return await chromium.launch({ executablePath: chromiumPath, args: switches });
}
