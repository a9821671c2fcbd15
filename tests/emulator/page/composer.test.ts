import { describe, expect, it } from 'vitest';
import { boundsText, optionMistake } from '../../../emulator/page/composer/check-option.ts';
import { leafCommands, matchCommands, readTypedCall } from '../../../emulator/page/composer/leaf-commands.ts';
import { encodeNames, halfNameAt, matchNames } from '../../../emulator/page/composer/mentions.ts';
import { fitting } from '../../../emulator/page/composer/suggest.ts';
import { listRows } from '../../../emulator/page/list/list-rows.ts';
import type { CommandView, OptionView } from '../../../emulator/page/protocol.ts';
import { spokenText } from '../../../emulator/page/state/spoken-text.ts';
import { bot, message } from './messages.ts';

const option = (name: string, parts: Partial<OptionView> = {}): OptionView => ({
  type: 3,
  name,
  description: `the ${name}`,
  required: false,
  autocomplete: false,
  choices: [],
  channelTypes: [],
  options: [],
  ...parts,
});

const command = (
  name: string,
  options: readonly OptionView[],
  description = `does ${name}`,
): CommandView => ({
  id: name,
  type: 1,
  name,
  description,
  options,
});

const commands = [
  command('summary', [option('file', { type: 11 }), option('story'), option('length')], 'A story, shorter'),
  command('digest', [
    option('add', { type: 1, options: [option('channel'), option('time')] }),
    option('list', { type: 1 }),
    option('admin', { type: 2, options: [option('reset', { type: 1 })] }),
  ]),
  { ...command('Read aloud', []), type: 3 },
];

const leaves = leafCommands(commands);
const labels = (typed: string) => matchCommands(leaves, typed).map(({ label }) => label);

describe('the commands that can be typed', () => {
  it('are the subcommands, and the commands that have none', () => {
    expect(leaves.map(({ label }) => label)).toEqual([
      '/summary',
      '/digest add',
      '/digest list',
      '/digest admin reset',
    ]);
    expect(leaves[3]).toMatchObject({ name: 'digest', group: 'admin', subcommand: 'reset' });
  });

  it.each([
    ['', ['/summary', '/digest add', '/digest list', '/digest admin reset']],
    ['DI', ['/digest add', '/digest list', '/digest admin reset']],
    ['list', ['/digest list']],
    ['digest a', ['/digest add', '/digest admin reset']],
    ['shorter', ['/summary']],
    ['zz', []],
  ])('that fit "%s" are these', (typed, expected) => {
    expect(labels(typed)).toEqual(expected);
  });

  it.each([
    ['/summary', undefined],
    ['/summary ', {}],
    ['/summary the patrol boats', { story: 'the patrol boats' }],
    ['/digest add channel:general time:8 am', { channel: 'general', time: '8 am' }],
    ['/summary story:a: b Length:line', { story: 'a: b', length: 'line' }],
    ['/summary note:this', { story: 'note:this' }],
  ])('are read from the line "%s"', (line, values) => {
    expect(readTypedCall(leaves, line)?.values).toEqual(values);
  });
});

describe('an option', () => {
  const days = option('days', { type: 4, minValue: 1, maxValue: 7, required: true });

  it.each([
    ['', 'days is required'],
    ['x', 'days takes a number'],
    ['1.5', 'days takes a whole number'],
    ['0', 'days takes at least 1'],
    ['8', 'days takes at most 7'],
    ['7', undefined],
  ])('of numbers, given "%s", is told so', (text, mistake) => {
    expect(optionMistake(days, text)).toBe(mistake);
  });

  it('says in words what it takes', () => {
    expect(boundsText(days)).toBe('1 to 7');
    expect(boundsText(option('focus', { maxLength: 100 }))).toBe('at most 100 characters');
    expect(boundsText(option('focus'))).toBe('');
  });

  it('is suggested the rows that begin with what is typed before those that only have it', () => {
    const rows = ['#old-news', '#newsroom', '#general'].map((name) => ({ name, value: name }));
    expect(fitting(rows, '#news').map(({ name }) => name)).toEqual(['#newsroom', '#old-news']);
  });
});

describe('names in a message', () => {
  const users = [
    { label: '@Robin', value: '10' },
    { label: '@Robin Hood', value: '11' },
  ];
  const channels = [{ label: '#general', value: '1' }];

  it.each([
    ['@Robin, look', '<@10>, look'],
    ['hey @robin hood!', 'hey <@11>!'],
    ['in #general.', 'in <#1>.'],
    ['mail@Robin and @Robinson', 'mail@Robin and @Robinson'],
    ['no names', 'no names'],
  ])('%s', (text, sent) => {
    expect(encodeNames(text, users, channels)).toBe(sent);
  });

  it('are offered while they are typed', () => {
    expect(halfNameAt('hello @ro', 9)).toEqual({ sign: '@', typed: 'ro', start: 6, end: 9 });
    expect(halfNameAt('mail@ro', 7)).toBeUndefined();
    expect(matchNames(users, 'rob').map(({ value }) => value)).toEqual(['10', '11']);
  });
});

describe('the list of a channel', () => {
  it('puts messages of one person under one name, for seven minutes and within a day', () => {
    const used = { user: bot, label: '/x' };
    const all = [
      message(0),
      message(60),
      message(60 + 8 * 60),
      message(60 + 8 * 60 + 1, { author: bot }),
      message(60 + 8 * 60 + 2, { author: bot, usedCommand: used }),
      message(86_400),
      message(86_401),
    ];
    const rows = listRows(all, [], (at) => new Date(at).toISOString().slice(0, 10));
    expect(rows.map((row) => (row.kind === 'message' ? row.follows : row.kind))).toEqual([
      ...['day', false, true, false, false, false],
      ...['day', false, true],
    ]);
  });
});

describe('what a screen reader says of a new message', () => {
  const names = { userName: () => 'Robin', channelName: () => 'general' };

  it('is its words without marks, with names in the place of ids', () => {
    const content = '## A **story**\n> “so” [¹](<https://a.example/x>) <@10> in <#1> <t:1:R> 1\\. x';
    expect(spokenText(message(1, { content }), 'Standfirst', names)).toBe(
      'Standfirst: A story. “so” ¹ @Robin in #general  1. x',
    );
  });

  it('has the texts of components, the files, and that nobody else sees it', () => {
    const components = [{ type: 17, id: 1, components: [{ type: 10, id: 2, content: 'inside' }] }];
    const attachments = [{ id: '1', filename: 'a.txt', size: 1, url: '/a' }];
    const said = message(1, { content: '', components, attachments, isEphemeral: true });
    expect(spokenText(said, 'Standfirst', names)).toBe(
      'Standfirst (only you can see this): inside; attached: a.txt',
    );
  });
});
