import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { compiled } from '../compiled.ts';
import { makeFolder, root } from '../end-to-end/bot.ts';
import { newsPage } from '../ingest/page/pages.ts';

interface Ended {
  readonly status: unknown;
  readonly output: string;
  readonly complaints: string;
}

/** Runs a tool as its npm script does, with these variables and no others. */
async function run(
  script: 'ingest' | 'doctor',
  words: readonly string[],
  { env = {}, input = '' }: { readonly env?: Record<string, string>; readonly input?: string } = {},
): Promise<Ended> {
  const child = spawn(process.execPath, [join(root, `src/cli/${script}.ts`), ...words], {
    cwd: root,
    env: { ...compiled, ...env },
  });
  child.stdin.end(input);
  const [output, complaints, [status]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ]);
  return { status, output, complaints };
}

describe('the tools as processes', () => {
  it('end with status 2 where they are called wrongly, and 78 where the configuration is wrong', async () => {
    const [none, teeth, config] = await Promise.all([
      run('ingest', []),
      run('doctor', ['teeth']),
      run('ingest', ['https://bell.example/'], { env: { STORE_URL: 'mongodb://secret' } }),
    ]);
    expect(none).toMatchObject({ status: 2, output: '' });
    expect(none.complaints).toBe('ingest: name a URL or a file, or - for the input (--help says more)\n');
    expect(teeth.status).toBe(2);
    expect(config).toEqual({
      status: 78,
      output: '',
      complaints: 'ingest: STORE_URL must be sqlite:PATH or postgres://…\n',
    });
  });

  it('say in a line that the server of the store is not there', async () => {
    const env = { STORE_URL: 'postgres://127.0.0.1:1/news' };
    const { status, complaints } = await run('ingest', ['--public', '-'], { env, input: 'A ferry stops.' });
    expect([status, complaints]).toEqual([1, 'ingest: connect ECONNREFUSED 127.0.0.1:1\n']);
  });

  it('read the input, and need neither a token nor a store where nothing is stored', async () => {
    const { status, output, complaints } = await run('ingest', ['--json', '--dry-run', '-'], {
      env: { STORE_URL: 'sqlite:/dev/null/store' },
      input: newsPage(),
    });
    expect([status, complaints]).toEqual([0, '']);
    expect(JSON.parse(output)).toMatchObject({ file: '-', ok: true, title: 'Night ferry to Sula will stop' });
  });

  it('store beside a bot that runs on the same file', async () => {
    const folder = await makeFolder();
    const store = await openStore(folder.storeUrl, { now: Date.now });
    const lock = store.takeBotLock();
    onTestFinished(async () => {
      lock?.release();
      await store.close();
      await folder.remove();
    });
    const page = join(folder.path, 'ferry.html');
    await writeFile(page, newsPage());
    const env = { STORE_URL: folder.storeUrl };
    const { status, output } = await run('ingest', ['--public', page], { env });
    expect([status, output]).toEqual([
      0,
      `${page}: new: Night ferry to Sula will stop (ferry.html, 5 sentences)\n`,
    ]);
    const query = { scopes: ['public'] as const, words: 'ferry', match: 'all' as const, limit: 9 };
    expect(await store.articles.search(query)).toHaveLength(1);
    const names = await store.speakers.names({ scopes: ['public'], words: [], match: 'whole', limit: 9 });
    expect(names.map(({ name }) => name)).toContain('Tam Reddick');
  });
});
