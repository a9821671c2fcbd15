import { describe, expect, it } from 'vitest';
import { placeOf, summariseProfile } from '../../bench/parts/profile.ts';

const frame = (functionName: string, url = '') => ({ functionName, url });

describe('the place of a function', () => {
  it.each([
    [frame('get', 'file:///opt/bot/node_modules/discord.js/src/a.js'), 'discord.js'],
    [frame('get', '/opt/bot/node_modules/@discordjs/rest/dist/index.js'), '@discordjs/rest'],
    [frame('get', 'file:///a/node_modules/b/node_modules/c/index.js'), 'c'],
    [frame('makeBrief', 'file:///opt/bot/src/brief/make-brief.ts'), 'src/brief/make-brief'],
    [frame('', 'file:///opt/bot/src/summarize-text/figures/tags.ts'), 'src/summarize-text/figures'],
    [frame('', 'file:///opt/bot/src/main.ts'), 'src/main'],
    [frame('run', 'file:///opt/bot/commands/summary.ts'), 'commands/summary'],
    [frame('emit', 'node:events'), 'node:events'],
    [frame('tick', 'node:internal/process/task_queues'), 'node:internal'],
    [frame('(garbage collector)'), 'garbage collection'],
    [frame('replace'), 'JavaScript’s own functions'],
  ])('%j is %s', (given, expected) => {
    expect(placeOf(given)).toBe(expected);
  });
});

describe('a profile', () => {
  it('is summed by place and by function, without idle time, most first', () => {
    const node = (id: number, functionName: string, url: string) => ({
      id,
      callFrame: { functionName, url, lineNumber: 4 },
    });
    const summary = summariseProfile({
      nodes: [
        node(1, '(idle)', ''),
        node(2, 'find', 'file:///x/src/brief/findings.ts'),
        node(3, 'request', 'file:///x/node_modules/undici/index.js'),
        node(4, '', 'file:///x/node_modules/wink-nlp/src/wink-nlp.js'),
      ],
      samples: [1, 2, 3, 2, 4],
      timeDeltas: [5_000, 1_000, 2_500, 1_000, 1_000],
    });
    expect(summary.busyMs).toBe(5.5);
    expect(summary.places).toEqual([
      { name: 'undici', ms: 2.5 },
      { name: 'src/brief/findings', ms: 2 },
      { name: 'wink-nlp', ms: 1 },
    ]);
    expect(summary.functions.map(({ name }) => name)).toEqual([
      'request undici/index.js:5',
      'find src/brief/findings.ts:5',
      '(anonymous) wink-nlp/src/wink-nlp.js:5',
    ]);
  });
});
