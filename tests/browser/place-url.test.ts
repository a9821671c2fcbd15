import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { placeCases } from '../render/place-cases.ts';
import { describeInBrowser } from './browser.ts';

const style = '::target-text { background: rgb(255, 0, 0); color: rgb(255, 0, 0) }';

/** A page on which the case stands far below what is seen at first. */
function pageOf(html: string): string {
  const space = '<div style="height: 3000px"></div>';
  return `<!doctype html><meta charset="utf-8"><title>Page</title><style>${style}</style>${space}<main>${html}</main>${space}`;
}

/** In the page: the rows of a picture, given as base64, that have a pixel of the highlight's colour. */
const findRows = `async (picture) => {
  const image = new Image();
  image.src = 'data:image/png;base64,' + picture;
  await image.decode();
  const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d');
  canvas.drawImage(image, 0, 0);
  const { data, width } = canvas.getImageData(0, 0, image.width, image.height);
  const rows = new Set();
  for (let at = 0; at < data.length; at += 4)
    if (data[at] === 255 && data[at + 1] === 0 && data[at + 2] === 0) rows.add(Math.floor(at / 4 / width));
  return [...rows];
}`;

/** The rows of the window that are highlighted. */
async function highlighted(page: Page): Promise<readonly number[]> {
  const picture = (await page.screenshot()).toString('base64');
  return await page.evaluate<number[]>(`(${findRows})(${JSON.stringify(picture)})`);
}

describeInBrowser('in a browser, the address of a place', ({ blank }) => {
  let server: Server;
  let origin = '';
  let page: Page;
  beforeAll(async () => {
    server = createServer((request, response) => {
      const { html } = placeCases[Number(request.url?.slice(1))] ?? { html: '' };
      response.writeHead(200, { 'content-type': 'text/html' }).end(pageOf(html));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
    page = await blank();
  });
  afterAll(async () => {
    await page.context().close();
    server.closeAllConnections();
    server.close();
  });

  it.each(placeCases.map((one, at) => ({ ...one, at })))('scrolls to $name', async ({ at, terms, words }) => {
    await page.goto('about:blank');
    await page.goto(`${origin}/${at}#:~:text=${terms}`);
    await page.waitForFunction('scrollY > 0', undefined, { timeout: 30_000 });
    const rows = await highlighted(page);
    const blocks = page.locator('main > *, main li');
    const count = await blocks.count();
    const first = await blocks.nth(count - Math.min(count, words.split(/\n{2,}/).length)).boundingBox();
    const last = await blocks.nth(count - 1).boundingBox();
    if (first === null || last === null) throw new Error('the page is empty');
    expect(Math.min(...rows)).toBeGreaterThanOrEqual(Math.floor(first.y));
    expect(Math.max(...rows)).toBeLessThanOrEqual(Math.ceil(last.y + last.height));
    expect(rows.length).toBeGreaterThan(5);
  });
});
