import { describe, expect, it } from 'vitest';
import { parseLine } from '../../emulator/demo/parse-line.ts';

const text = (name: string) => ({ type: 3, name });
const commands = [
  { name: 'weather', options: [text('place'), text('unit')] },
  {
    name: 'alarm',
    options: [
      { type: 1, name: 'set', options: [text('time'), text('skip-empty')] },
      { type: 1, name: 'list' },
    ],
  },
];

describe('a line of the demo', () => {
  it.each([
    ['/weather', { kind: 'command', name: 'weather', options: {} }],
    ['/weather place:Port Ansel', { kind: 'command', name: 'weather', options: { place: 'Port Ansel' } }],
    [
      '/Weather  Place: a: b c unit:K',
      { kind: 'command', name: 'weather', options: { place: 'a: b c', unit: 'K' } },
    ],
    [
      '/weather place:https://x.example/unit:1',
      { kind: 'command', name: 'weather', options: { place: 'https://x.example/unit:1' } },
    ],
    [
      '/alarm set time:8am skip-empty:False',
      { kind: 'command', name: 'alarm', subcommand: 'set', options: { time: '8am', 'skip-empty': 'False' } },
    ],
    ['/alarm list', { kind: 'command', name: 'alarm', subcommand: 'list', options: {} }],
    ['dm: what about it?', { kind: 'dm', text: 'what about it?' }],
    ['DM:hello', { kind: 'dm', text: 'hello' }],
    ['how many boats?', { kind: 'dm', text: 'how many boats?' }],
    ['@Standfirst what about it?', { kind: 'mention', text: 'what about it?' }],
    ['press: All quotes', { kind: 'press', text: 'All quotes' }],
  ])('%s is read', (line, typed) => {
    expect(parseLine(line, commands)).toEqual(typed);
  });

  it.each([
    ['/tides', 'There is no command /tides. There are: /weather, /alarm.'],
    ['/alarm', '/alarm is one of: /alarm set, /alarm list.'],
    ['/weather Port Ansel', '“Port Ansel” belongs to no option. Write it as place:… unit:….'],
    ['', 'There is nothing to say. Type / and a command, or words to the bot.'],
    ['dm:', 'There is nothing to say. Type / and a command, or words to the bot.'],
    ['Press: ', 'There is nothing to say. Type / and a command, or words to the bot.'],
  ])('%s is refused with what to do', (line, reason) => {
    expect(parseLine(line, commands)).toEqual({ kind: 'wrong', reason });
  });
});
