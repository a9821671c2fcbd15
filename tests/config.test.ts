import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { environment, isFirstProcess, missingTokenHint, readConfig, readToolConfig } from '../src/config.ts';
import { ConfigError } from '../src/domain/errors.ts';

const noFiles = (path: string): string => {
  throw new Error(`no file ${path}`);
};

function mistakesOf(env: Record<string, string>, readFile = noFiles): readonly string[] {
  try {
    readConfig(env, readFile);
  } catch (error) {
    if (error instanceof ConfigError) return error.mistakes;
    throw error;
  }
  return [];
}

describe('the configuration', () => {
  it('needs a token only, and has a default for all else', () => {
    const config = readConfig({ DISCORD_TOKEN: 'abc' }, noFiles);
    expect(config.STORE_URL).toBe('sqlite:data/standfirst.sqlite');
    expect(config.DISCORD_API_URL).toBe('https://discord.com/api');
    expect(config.RETENTION_DAYS).toBe(90);
    expect(config.HTTP_PORT).toBeUndefined();
  });

  it('says in one line what to set when the token is missing', () => {
    expect(mistakesOf({})).toEqual([missingTokenHint]);
    expect(mistakesOf({ DISCORD_TOKEN: '  ' })).toEqual([missingTokenHint]);
  });

  it('lists every mistake at once and repeats no value', () => {
    const mistakes = mistakesOf({
      DISCORD_TOKEN: 'secret with spaces',
      STORE_URL: 'mongodb://x',
      HTTP_PORT: '70000',
      LOG_LEVEL: 'loud',
      SHARD_RANGE: '3-1/2',
      FETCH_ALLOW: 'localhost',
      FEED_POLL_MINUTES: '60-10',
      RETENTION_DAYS: '-1',
    });
    expect(mistakes.map((mistake) => mistake.split(' ')[0])).toEqual([
      'DISCORD_TOKEN',
      'STORE_URL',
      'SHARD_RANGE',
      'HTTP_PORT',
      'LOG_LEVEL',
      'FETCH_ALLOW',
      'FEED_POLL_MINUTES',
      'RETENTION_DAYS',
    ]);
    expect(mistakes.join()).not.toMatch(/secret|mongodb|loud/);
  });

  it('reads a secret from the file that NAME_FILE names', () => {
    const config = readConfig({ DISCORD_TOKEN_FILE: '/run/secrets/token' }, () => 'abc\n');
    expect(config.DISCORD_TOKEN).toBe('abc');
    expect(mistakesOf({ DISCORD_TOKEN_FILE: '/nowhere' })).toEqual([
      'DISCORD_TOKEN_FILE: /nowhere cannot be read (no file /nowhere)',
    ]);
    expect(mistakesOf({ DISCORD_TOKEN: 'a', DISCORD_TOKEN_FILE: '/x' })).toHaveLength(1);
  });

  it('of the command-line tools needs no token, and has the same mistakes', () => {
    expect(readToolConfig({ DISCORD_TOKEN_FILE: '/nowhere' }, noFiles)).toEqual({
      STORE_URL: 'sqlite:data/standfirst.sqlite',
      FETCH_ALLOW: [],
      RETENTION_DAYS: 90,
      RETENTION_ARTICLES: 300_000,
    });
    expect(readToolConfig({ STORE_URL_FILE: '/run/url' }, () => 'sqlite:a\n').STORE_URL).toBe('sqlite:a');
    expect(() => readToolConfig({ STORE_URL: 'mongodb://secret', FETCH_CONTACT: 'me' }, noFiles)).toThrow(
      /^configuration: STORE_URL must be .*; FETCH_CONTACT /,
    );
  });

  it('reads ranges and lists', () => {
    const config = readConfig(
      { DISCORD_TOKEN: 'a', SHARD_RANGE: '0-3/16', FETCH_ALLOW: '127.0.0.1:8080, [::1]:9000' },
      noFiles,
    );
    expect(config.SHARD_RANGE).toEqual({ first: 0, last: 3, total: 16 });
    expect(config.FETCH_ALLOW).toEqual(['127.0.0.1:8080', '[::1]:9000']);
  });

  it.each(['0-10', '10', '10-5', '5-10081', 'often', '-5-10', '1-2-3'])(
    '"%s" is no pace for feeds',
    (written) =>
      expect(mistakesOf({ DISCORD_TOKEN: 'a', FEED_POLL_MINUTES: written }).join()).toMatch(
        /^FEED_POLL_MINUTES must/,
      ),
  );

  it('takes the pace of feeds as the shortest and the longest time between', () => {
    const config = readConfig({ DISCORD_TOKEN: 'a', FEED_POLL_MINUTES: '5-60' }, noFiles);
    expect(config.FEED_POLL_MINUTES).toEqual({ shortest: 5, longest: 60 });
  });

  it.each([
    [undefined, true],
    ['0-3/16', true],
    ['4-7/16', false],
  ])('the process with the shards %s is the first: %s', (range, isFirst) => {
    const config = readConfig({ DISCORD_TOKEN: 'a', SHARD_RANGE: range }, noFiles);
    expect(isFirstProcess(config)).toBe(isFirst);
  });

  it('.env.example names every variable, in the schema’s order, with its default', () => {
    const lines = readFileSync(new URL('../.env.example', import.meta.url), 'utf8').split('\n');
    const example = Object.fromEntries(
      lines.flatMap((line) => {
        const match = /^([A-Z_]+)=(.*)$/.exec(line);
        return match?.[1] === undefined ? [] : [[match[1], match[2] ?? '']];
      }),
    );
    expect(Object.keys(example)).toEqual(Object.keys(environment.shape));
    expect(readConfig({ ...example, DISCORD_TOKEN: 'x' }, noFiles)).toEqual(
      readConfig({ DISCORD_TOKEN: 'x' }, noFiles),
    );
    const shown = Object.keys(example).filter((name) => example[name] !== '');
    const defaulted = Object.keys(readConfig({ DISCORD_TOKEN: 'x' }, noFiles)).filter(
      (name) => !['DISCORD_TOKEN', 'FETCH_ALLOW'].includes(name),
    );
    expect(shown).toEqual(defaulted);
  });
});
