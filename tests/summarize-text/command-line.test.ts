import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UsageError } from '../../src/summarize-text/command-line.ts';
import { withNpmFlags } from '../../src/summarize-text/npm-flags.ts';
import { runCommand } from '../../src/summarize-text/run-command.ts';
import { compiled } from '../compiled.ts';

const entry = join(import.meta.dirname, '../../src/summarize-text/bin.ts');
const sample = join(import.meta.dirname, '../../data/articles/skelder-patrol-boats.txt');

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'standfirst-text-'));
});
afterAll(() => rm(folder, { recursive: true }));

interface Run {
  readonly status: unknown;
  readonly out: string;
  readonly complaint: string;
}

async function runProcess(args: readonly string[], input: string | Uint8Array = ''): Promise<Run> {
  const child = spawn(process.execPath, [entry, ...args], { env: compiled, stdio: 'pipe' });
  child.stdin.on('error', () => undefined); // it may end before it has read all
  child.stdin.end(input);
  const [out, complaint, [status]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ]);
  return { status, out, complaint };
}

/** Does what the process does, in this one. */
async function run(args: readonly string[], input: string | Uint8Array = ''): Promise<Run> {
  let out = '';
  const open = (file: string) =>
    file === '-' ? Readable.from([Buffer.from(input)]) : createReadStream(file);
  const write = async (words: string) => {
    out += words;
  };
  try {
    await runCommand({ args, env: {}, open, write });
    return { status: 0, out, complaint: '' };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return { status: 2, out, complaint: `summarize-text: ${error.message}\n` };
  }
}

const article = [
  'The harbour at Elmsby will close for repairs in May, the council has said.',
  'The works cost £3.5m and will take eight months.',
  '“We have waited ten years for this,” said Ruth Okafor, the harbour master.',
  'Fishing boats will land at Port Ansel until the autumn, when the new quay is to open to the public.',
].join('\n\n');

describe('summarize-text', () => {
  it('prints a brief to read, as a process', async () => {
    const { status, out, complaint } = await runProcess([sample]);
    expect({ status, complaint }).toEqual({ status: 0, complaint: '' });
    expect(out).toMatch(/^Owen Tarrant to urge Skelder to send more patrol boats to Halvia\n\n/);
    expect(out).toContain('\nSaid\n“');
    expect(out).toContain('\nFigures\n');
    expect(out).not.toMatch(/ā|gift/);
  });

  it('gives JSON with spans into the clean text', async () => {
    const { out } = await run(['--json', '-'], article);
    const brief = JSON.parse(out);
    expect(Object.keys(brief)).toEqual(['summary', 'quotations', 'figures', 'removals', 'clean']);
    for (const { text, start, end } of [...brief.summary, ...brief.figures])
      expect(brief.clean.slice(start, end)).toBe(text);
    expect(brief.quotations).toMatchObject([
      { text: 'We have waited ten years for this,', kind: 'direct', cue: 'said', rank: 1 },
    ]);
    const [{ spans, speaker }] = brief.quotations;
    expect(brief.clean.slice(...spans[0])).toBe('We have waited ten years for this,');
    expect(speaker).toMatchObject({ name: 'Ruth Okafor', role: expect.stringContaining('harbour master') });
    expect(brief.figures).toMatchObject(
      expect.arrayContaining([
        expect.objectContaining({ text: '£3.5m', kind: 'money', value: 3.5e6, unit: 'GBP', modifier: '=' }),
      ]),
    );
  });

  it('gives one line for each line of JSONL, same ids and order, whatever they hold, as a process', async () => {
    const lines = [
      { id: 'b', text: article, title: 'Harbour to close' },
      { id: 7, text: '' },
      { id: 'ü', text: '\u0000\ud800 “' },
    ];
    const { out, status } = await runProcess(
      ['--jsonl'],
      `${lines.map((line) => JSON.stringify(line)).join('\n')}\n\n`,
    );
    const briefs = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(status).toBe(0);
    expect(briefs.map(({ id }) => id)).toEqual(['b', 7, 'ü']);
    expect(briefs[1]).toEqual({ id: 7, summary: [], quotations: [], figures: [], removals: [], clean: '' });
  });

  it('reads damaged marks as they are, with spans into the text as given', async () => {
    const damaged = article.replaceAll(/[“”]/g, 'ā');
    const { out } = await run(['--json', '--as-is'], damaged);
    const brief = JSON.parse(out);
    expect(brief).not.toHaveProperty('clean');
    const [quotation] = brief.quotations;
    expect(damaged.slice(...quotation.spans[0])).toBe('We have waited ten years for this,');
    expect(quotation.speaker.name).toBe('Ruth Okafor');
  });

  it('reads damaged marks in a brief to read as well', async () => {
    const { out } = await run(['--as-is'], article.replaceAll(/[“”]/g, 'ā'));
    expect(out).toContain('“We have waited ten years for this,”\n  Ruth Okafor');
  });

  it('takes a length, a number of sentences, a title and a focus', async () => {
    const count = async (...args: string[]) =>
      JSON.parse((await run(['--json', ...args, sample])).out).summary;
    expect(await count('--length', 'line')).toHaveLength(1);
    expect(await count('--sentences', '2')).toHaveLength(2);
    const [focused] = await count('--length', 'line', '--focus', 'Ludo Karsk Tarsis');
    expect(focused.text).toContain('Ludo Karsk');
    expect((await run(['--title', 'A title of ours', '-'], article)).out).toMatch(/^A title of ours\n\n/);
  });

  describe('asked a question', () => {
    const asked = ['--question', 'How much do the works cost?'];

    it('prints the sentence that answers over its file, or says that the text does not say', async () => {
      const { status, out } = await run([...asked, '-'], article);
      expect({ status, out }).toEqual({
        status: 0,
        out: 'The works cost £3.5m and will take eight months.\n  -\n',
      });
      const silent = await run(['--question', 'What did Theo Brandt say in 1987?', '-'], article);
      expect(silent.out).toMatch(/^The text does not say\. It has nothing of: .*1987.*\n$/);
    });

    it('gives JSON with spans into the text as given', async () => {
      const given = article.replaceAll(/[“”]/g, 'ā');
      const { out } = await run(
        ['--question', 'Who has waited ten years?', '--always', '--json', '-'],
        given,
      );
      const { wanted, lines, confidence } = JSON.parse(out);
      expect({ wanted, confidence }).toEqual({ wanted: 'person', confidence: expect.any(Number) });
      const [line] = lines;
      expect(line).toMatchObject({ text_id: '-', before: null, speaker: { name: 'Ruth Okafor' } });
      expect(given.slice(line.start, line.end)).toBe(line.text);
      expect(given.slice(...line.answer)).toBe('Ruth Okafor');
    });

    it('answers the lines of JSONL that ask, each over its own texts', async () => {
      const lines = [
        { id: 1, question: 'When will the harbour close?', text: article },
        {
          id: 2,
          question: asked[1],
          texts: [
            { id: 'x', text: 'It rained.' },
            { id: 9, text: article },
          ],
        },
        { id: 3, text: article },
      ];
      const { out } = await run(['--jsonl'], lines.map((line) => JSON.stringify(line)).join('\n'));
      const [first, second, brief] = out
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line));
      expect(first).toMatchObject({
        id: 1,
        wanted: 'time',
        lines: [{ text: expect.stringContaining('May') }],
      });
      expect(second).toMatchObject({ id: 2, wanted: 'figure', lines: [{ text_id: 9 }], missing: [] });
      expect(brief).toHaveProperty('summary');
    });
  });

  describe('of several files', () => {
    const other = join(import.meta.dirname, '../../data/articles/maddle-flood.txt');

    it('prints one summary, each sentence over the name of its file', async () => {
      const { status, out } = await run(['--sentences', '4', sample, '-', other], article);
      expect(status).toBe(0);
      const [heading = '', ...rest] = out.trimEnd().split('\n\n');
      const [sentences, said] = [rest.slice(0, -1), rest.at(-1) ?? ''];
      expect(heading.split('\n')).toEqual([
        `Owen Tarrant to urge Skelder to send more patrol boats to Halvia (${sample})`,
        '-',
        expect.stringContaining(`(${other})`),
      ]);
      expect(sentences).toHaveLength(4);
      const files = sentences.map((sentence) => sentence.split('\n  ')[1]);
      expect(new Set(files)).toEqual(new Set([sample, '-', other]));
      expect(said).toMatch(/^Said\n(?:“[^\n]+”\n {2}[^\n]+\n {2}[^\n]+\n?)+$/);
    });

    it('gives the key quotations once each, with every file that has them and where', async () => {
      const { out } = await run(['--json', sample, '-', other], await readFile(sample, 'utf8'));
      const { quotations, files } = JSON.parse(out);
      expect(quotations.length).toBeGreaterThan(2);
      expect(new Set(quotations.map(({ text }: { text: string }) => text)).size).toBe(quotations.length);
      const cleanOf = (file: string): string =>
        files.find((one: { file: string }) => one.file === file).clean;
      const twice = quotations.filter(({ file }: { file: string }) => file === sample);
      expect(twice.length).toBeGreaterThan(0);
      for (const { text, sources } of twice) {
        expect(sources.map(({ file }: { file: string }) => file)).toEqual([sample, '-']);
        for (const { file, spans } of sources)
          expect(
            spans.map(([start, end]: [number, number]) => cleanOf(file).slice(start, end)).join(' … '),
          ).toBe(text);
      }
    });

    it.each([[[]], [['--as-is']]])('gives JSON with spans into the text of each file %j', async (flags) => {
      const { out } = await run(['--json', ...flags, sample, '-'], article.replaceAll(/[“”]/g, 'ā'));
      const { summary, files } = JSON.parse(out);
      const given = { [sample]: await readFile(sample, 'utf8'), '-': article.replaceAll(/[“”]/g, 'ā') };
      expect(summary).toHaveLength(3);
      for (const { file, text, start, end } of summary) {
        const clean = files.find((each: { file: string }) => each.file === file)?.clean ?? given[file];
        expect(clean.slice(start, end)).toBe(text);
      }
    });
  });

  it.each([
    [['--length', 'huge'], '', '--length is one of line, short, medium, long'],
    [['--sentences', '0'], '', '--sentences is a whole number, 1 or more'],
    [['--question', ' '], '', '--question is empty'],
    [['--jsonl'], '{"id":1,"text":"a","question":2}', 'the "question" of line 1 is no string'],
    [['--jsonl'], '{"id":1,"texts":2,"question":"who"}', 'the "texts" of line 1 are no list'],
    [['--colour'], '', "Unknown option '--colour'"],
    [['--jsonl', 'a', 'b'], '', '--jsonl reads one FILE'],
    [['--title', 'T', 'a', 'b'], '', '--title is the headline of one FILE'],
    [['-', '-'], '', 'standard input (-) can be read once'],
    [[sample, 'no-such-file.txt'], '', 'no-such-file.txt cannot be read'],
    [['no-such-file.txt'], '', 'no-such-file.txt cannot be read'],
    [['/'], '', '/ cannot be read'],
    [[], '  \n', 'the input has no text in it'],
    [[], 'a\0b', 'the input is not a text in UTF-8'],
    [[], Buffer.from([0xc3, 0x28]), 'the input is not a text in UTF-8'],
    [['--jsonl'], '{"id":1}', 'line 1 is no JSON object with "id" and "text"'],
    [['--jsonl'], 'hello', 'line 1 is no JSON object with "id" and "text"'],
    [['--jsonl'], '{"id":1,"text":2}', 'the "text" of line 1 is no string'],
  ])('refuses %j in one line, with status 2', async (args, input, reason) => {
    const { status, out, complaint } = await run(args, input);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(complaint).toMatch(/^summarize-text: [^\n]+\n$/);
    expect(complaint).toContain(reason);
  });

  it.each([
    [['no-such-file.txt'], '', 'no-such-file.txt cannot be read: is there such a file?'],
    [[], '  \n', 'the input has no text in it'],
  ])('refuses %j in one line, with status 2, as a process', async (args, input, reason) => {
    const refused = { status: 2, out: '', complaint: `summarize-text: ${reason}\n` };
    expect(await runProcess(args, input)).toEqual(refused);
    expect(await run(args, input)).toEqual(refused);
  });

  it('refuses a file over the limit', async () => {
    const path = join(folder, 'large.txt');
    await writeFile(path, 'word '.repeat(1_100_000));
    expect(await run([path])).toMatchObject({
      status: 2,
      complaint: `summarize-text: ${path} is over 5 MB\n`,
    });
  });

  it.each([
    [{ json: 'true', as_is: 'true' }, ['-'], ['--json', '--as-is', '-']],
    [{ jsonl: 'true' }, [], ['--jsonl']],
    [{ length: 'line' }, ['a.txt'], ['--length=line', 'a.txt']],
    [{ sentences: 'true' }, ['2', 'a.txt'], ['--sentences=2', 'a.txt']],
    [{}, ['--json', 'a.txt'], ['--json', 'a.txt']],
  ])('understands the options that npm took for itself: %j', (taken, args, typed) => {
    const env = Object.fromEntries(
      Object.entries(taken).map(([name, value]) => [`npm_config_${name}`, value]),
    );
    expect(withNpmFlags(args, { npm_lifecycle_event: 'npx', ...env })).toEqual(typed);
    expect(withNpmFlags(args, env)).toEqual(args);
  });

  it('says how to call it when npm has mixed up the values', () => {
    const env = { npm_lifecycle_event: 'npx', npm_config_length: 'true', npm_config_title: 'true' };
    expect(() => withNpmFlags(['line', 'A title'], env)).toThrow('npx --no -- summarize-text');
  });

  it('explains itself', async () => {
    const { out } = await run(['--help']);
    for (const option of [
      '--json',
      '--jsonl',
      '--as-is',
      '--length',
      '--sentences',
      '--title',
      '--focus',
      '--question',
    ])
      expect(out).toContain(option);
  });
});
