import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { compiled } from '../compiled.ts';
import { makeFolder, root } from './bot.ts';

let folder: Awaited<ReturnType<typeof makeFolder>>;
beforeEach(async () => {
  folder = await makeFolder();
});
afterEach(() => folder.remove());

interface Run {
  readonly status: number;
  readonly output: string;
}

/** Runs the demo as npm does, in UTC; `typed` is what comes from the terminal. */
async function demo(lines: readonly string[], typed = ''): Promise<Run> {
  const child = spawn(process.execPath, [join(root, 'emulator/demo.ts'), ...lines], {
    env: { ...compiled, TZ: 'UTC' },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk) => {
    output += chunk;
  });
  child.stderr.on('data', (chunk) => {
    output += chunk;
  });
  child.stdin.end(typed);
  const [status]: unknown[] = await once(child, 'close');
  return { status: Number(status), output };
}

/** The samples grow older than they were when the README was written. */
const ageless = (text: string): string => text.replace(/\b\d+ (?:day|month|year)s? ago\b/g, 'a while ago');

describe('the demo', () => {
  it('prints what the README shows, and stops', async () => {
    const readme = await readFile(join(root, 'README.md'), 'utf8');
    const call = /npm run demo -- ".*/.exec(readme)?.[0] ?? '';
    const lines = [...call.matchAll(/"([^"]+)"/g)].map(([, line = '']) => line);
    const shown = /```text\n([\s\S]*?)```/.exec(readme)?.[1];
    const { status, output } = await demo(lines);
    expect([status, ageless(output)]).toEqual([0, ageless(`${shown}\n`)]);
  });

  it('reads lines from the terminal when asked to do without the page, and keeps the conversation over them', async () => {
    const { status, output } = await demo(
      ['--no-page'],
      `help
/summary story:library plan share:True
press: All quotes
dm: what about the deep-sea worm?
/digest add channel:general time:8am skip-empty:False
/digest run
/latest count:1
exit
`,
    );
    expect(status).toBe(0);
    expect(output).toContain('/summary  A story in its own words');
    expect(output).toContain('Thornwick council backs');
    expect(output).toMatch(/\d+ of \d+ quotes/);
    expect(output).toMatch(/worm[\s\S]*sentences/);
    expect(output).toMatch(/Posted in #general\.\n\n#general:\nNews · /);
    expect(output).toMatch(/Latest\n1\) /);
  });

  it('attaches a file that stands in place of a story, and says what is wrong with a line, goes on, and ends with status 1', async () => {
    const text = join(folder.path, 'my article.txt');
    await copyFile(join(root, 'data/articles/skelder-patrol-boats.txt'), text);
    const page = join(folder.path, 'page.html');
    await writeFile(
      page,
      '<!doctype html><title>Tram returns to Elmsby | The Bell</title><article><h1>Tram returns to Elmsby</h1><p>The tram will run again in Elmsby from May, after forty years without one.</p><p>It costs the town £12m, and the fares are to pay for half of it.</p><p>“I drove the last one,” said Ada Finch, 81, who will drive the first.</p><p>The line goes from the harbour to the hospital, and takes nine minutes from end to end.</p></article>',
    );
    const { status, output } = await demo([
      '/summaries story:x',
      '/latest count:99',
      `/quotes story:${text}`,
      `dm: ${page}`,
    ]);
    expect(status).toBe(1);
    expect(output).toContain('There is no command /summaries. There are: /summary, ');
    expect(output).toMatch(/count[\s\S]*10/);
    expect(output).toContain('“Protecting Halvia’s waters is protecting every harbour on this sea.');
    expect(output).not.toMatch(/ā|gift/);
    expect(output).toContain('The tram will run again in Elmsby from May');
  });

  it('serves the page when no line is given, says where, and stops at Ctrl+C', async () => {
    const child = spawn(process.execPath, [join(root, 'emulator/demo.ts')], {
      env: { ...compiled, TZ: 'UTC' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const closed = once(child, 'close');
    let output = '';
    child.stderr.on('data', (chunk) => {
      output += chunk;
    });
    for await (const line of createInterface({ input: child.stdout })) {
      output += `${line}\n`;
      if (!line.includes('Ctrl+C')) continue;
      const address = /^http:\/\/127\.0\.0\.1:\d+\/$/m.exec(output)?.[0] ?? '';
      expect(await (await fetch(address)).text()).toContain('<main');
      expect((await fetch(new URL('/page/main.ts', address))).headers.get('content-type')).toContain(
        'javascript',
      );
      child.kill('SIGINT');
    }
    expect(await closed).toEqual([0, null]);
    expect(output.trim().split('\n')).toHaveLength(2);
  });
});
