import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');

/** Who may import whom. An edge that is not listed fails; "summarize-text" is the package of that name. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  'summarize-text': [],
  domain: ['summarize-text'],
  config: ['domain'],
  app: ['domain'],
  ingest: ['domain', 'summarize-text'],
  store: ['domain', 'summarize-text'],
  story: ['domain', 'summarize-text'],
  brief: ['domain', 'summarize-text'],
  /** Questions: which story is meant, and what articles say to it. */
  answer: ['domain', 'story', 'brief', 'summarize-text'],
  digest: ['domain', 'summarize-text'],
  render: ['domain', 'summarize-text'],
  observe: ['domain'],
  commands: ['domain', 'app', 'answer', 'brief', 'story', 'digest', 'render', 'summarize-text'],
  discord: ['domain', 'app', 'render'],
  main: [
    'check-node',
    'keep-compiled',
    'domain',
    'app',
    'config',
    'commands',
    'ingest',
    'store',
    'story',
    'brief',
    'answer',
    'digest',
    'render',
    'discord',
    'observe',
  ],
  'check-node': [],
  'keep-compiled': [],
  cli: [
    'check-node',
    'keep-compiled',
    'domain',
    'app',
    'config',
    'commands',
    'ingest',
    'store',
    'story',
    'brief',
    'answer',
    'digest',
    'render',
    'observe',
    'summarize-text',
  ],
  emulator: [],
  bench: [
    'keep-compiled',
    'domain',
    'app',
    'config',
    'commands',
    'ingest',
    'store',
    'story',
    'brief',
    'answer',
    'digest',
    'render',
    'observe',
    'summarize-text',
    'emulator',
  ],
};

/** Packages that belong to one part of the house only. */
const packageHomes: Readonly<Record<string, readonly string[]>> = {
  'discord.js': ['discord', 'main', 'bench'],
  'node:sqlite': ['store'],
  keyv: ['store', 'bench'],
  pg: ['store'],
  'node-cron': ['digest'],
  pino: ['observe'],
  ws: ['emulator'],
  linkedom: ['ingest'],
  undici: ['ingest'],
  'ipaddr.js': ['ingest'],
  'robots-parser': ['ingest'],
  htmlparser2: ['ingest'],
  jschardet: ['ingest'],
  '@resvg/resvg-js': ['render'],
  '@mozilla/readability': ['ingest'],
};

interface SourceFile {
  readonly path: string;
  readonly room: string;
  readonly text: string;
}

function roomOf(path: string): string {
  const [top = '', second = ''] = path.split('/');
  return top === 'src' ? second.replace(/\.\w+$/, '') : top;
}

const files: readonly SourceFile[] = globSync(
  ['src/**/*.{ts,mjs}', 'commands/**/*.ts', 'emulator/**/*.ts', 'bench/**/*.ts'],
  {
    cwd: root,
    exclude: (name) => name === 'node_modules',
  },
).map((path) => ({ path, room: roomOf(path), text: readFileSync(join(root, path), 'utf8') }));

const importPattern = /^\s*(?:import|export)\s(?:[^'";]*?\sfrom\s)?\s*'([^']+)'|\bimport\(\s*'([^']+)'/gm;

function importsOf({ text }: SourceFile): string[] {
  return [...text.matchAll(importPattern)].map((match) => match[1] ?? match[2] ?? '');
}

function targetRoom(file: SourceFile, specifier: string): string | undefined {
  if (specifier === 'summarize-text') return 'summarize-text';
  return specifier.startsWith('.') ? roomOf(normalize(join(dirname(file.path), specifier))) : undefined;
}

const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

describe('the house', () => {
  it('has every room in the import table', () => {
    expect(files.length).toBeGreaterThan(50);
    expect(
      [...new Set(files.map(({ room }) => room))].filter((room) => mayImport[room] === undefined),
    ).toEqual([]);
  });

  it('imports only along the table', () => {
    const strangers = files.flatMap((file) =>
      importsOf(file)
        .filter((specifier) => {
          const target = targetRoom(file, specifier);
          return (
            target !== undefined && target !== file.room && mayImport[file.room]?.includes(target) !== true
          );
        })
        .map((specifier) => `${file.path} imports ${specifier}`),
    );
    expect(strangers).toEqual([]);
  });

  it('opens the emulator from outside by its start file only', () => {
    const strangers = files
      .filter(({ room }) => room !== 'emulator')
      .flatMap((file) =>
        importsOf(file)
          .filter((specifier) => targetRoom(file, specifier) === 'emulator')
          .filter((specifier) => !specifier.endsWith('/emulator/start.ts'))
          .map((specifier) => `${file.path} imports ${specifier}`),
      );
    expect(strangers).toEqual([]);
  });

  it('keeps packages in the part of the house that is theirs', () => {
    const strangers = files.flatMap((file) =>
      importsOf(file)
        .filter((specifier) => packageHomes[packageOf(specifier)]?.includes(file.room) === false)
        .map((specifier) => `${file.path} imports ${specifier}`),
    );
    expect(strangers).toEqual([]);
  });

  it('reads the environment in the composition root and the entries of commands only', () => {
    const readers = files.filter(({ text }) => /\bprocess\.env\b/.test(text)).map(({ path }) => path);
    expect(readers.sort()).toEqual([
      'src/cli/doctor.ts',
      'src/cli/ingest.ts',
      'src/cli/store.ts',
      'src/main.ts',
      'src/summarize-text/bin.ts',
    ]);
  });

  it('has an index in commands/ and summarize-text/ only', () => {
    const indexes = files.filter(({ path }) => /(?:^|\/)index\.ts$/.test(path)).map(({ path }) => path);
    expect(indexes.sort()).toEqual(['commands/index.ts', 'src/summarize-text/index.ts']);
  });

  it('keeps files below 300 lines', () => {
    expect(files.filter(({ text }) => text.split('\n').length > 300).map(({ path }) => path)).toEqual([]);
  });

  it('keeps the text engine free of input and output, clocks and chance', () => {
    const engine = files.filter(
      ({ path }) => path.startsWith('src/summarize-text/') && !path.endsWith('/bin.ts'),
    );
    const impure = engine.filter(
      (file) =>
        /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bperformance\.now\b|\bfetch\(/.test(file.text) ||
        importsOf(file).some((specifier) =>
          /^node:(?:fs|http|https|net|child_process|timers)/.test(specifier),
        ),
    );
    expect(impure.map(({ path }) => path)).toEqual([]);
  });

  it('lists every command file in the menu', async () => {
    const { commands } = await import('../commands/index.ts');
    const commandFiles = files.filter(
      ({ room, text }) => room === 'commands' && /export const \w+: Command = \{/.test(text),
    );
    expect(commands.map(({ data }) => `commands/${data.name}.ts`).sort()).toEqual(
      commandFiles.map(({ path }) => path).sort(),
    );
  });
});
