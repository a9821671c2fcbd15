import { describe, expect, it } from 'vitest';
import { readIngestCall } from '../../src/cli/ingest-call.ts';
import { UsageError } from '../../src/cli/usage-error.ts';

const guild = '100000000000000001';
const call = (line: string) => readIngestCall(line.split(' ').filter((word) => word !== ''));

describe('what ingest is asked', () => {
  it.each([
    ['https://bell.example/ferry', { items: ['https://bell.example/ferry'], isJson: false, isDryRun: false }],
    ['--json --dry-run a.html -', { items: ['a.html', '-'], isJson: true, isDryRun: true }],
    [`a.txt --guild ${guild}`, { items: ['a.txt'], isJson: false, isDryRun: false, scope: `guild:${guild}` }],
    [
      `--person=${guild} a.txt`,
      { items: ['a.txt'], isJson: false, isDryRun: false, scope: `person:${guild}` },
    ],
    ['--public a.txt', { items: ['a.txt'], isJson: false, isDryRun: false, scope: 'public' }],
    ['--public -- -a.txt', { items: ['-a.txt'], isJson: false, isDryRun: false, scope: 'public' }],
    [
      '--public a.html --from https://bell.example/ferry',
      {
        items: ['a.html'],
        isJson: false,
        isDryRun: false,
        scope: 'public',
        from: new URL('https://bell.example/ferry'),
      },
    ],
  ])('%s', (line, expected) => {
    expect(call(line)).toEqual(expected);
  });

  it('can be how it is asked', () => {
    expect(call('--help')).toBe('help');
    expect(call('-h')).toBe('help');
  });

  it.each([
    ['', 'name a URL or a file'],
    ['--json', 'name a URL or a file'],
    ['--jsno a.txt', "Unknown option '--jsno'"],
    ['a.txt', 'whose are the files?'],
    ['https://bell.example/ -', 'whose are the files?'],
    [`--public --guild ${guild} a.txt`, 'say one of'],
    ['--guild mine a.txt', 'mine is not a Discord id'],
    ['--dry-run - -', 'only once'],
    ['--public --from https://bell.example/ a.txt b.txt', '--from goes with one file'],
    ['--from https://bell.example/ https://bell.example/a', '--from goes with one file'],
    ['--public --from ftp://bell.example/ a.txt', '--from is not an http or https address'],
  ])('"%s" is refused: %s', (line, words) => {
    expect(() => call(line)).toThrow(UsageError);
    expect(() => call(line)).toThrow(words);
  });
});
