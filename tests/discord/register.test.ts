import { describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { saysTheSame } from '../../src/discord/register.ts';

describe('commands are registered only when they changed', () => {
  const menu = commands.map(({ data }) => data);

  it('what Discord adds to a command changes nothing', () => {
    const theirs = menu.map((command) => ({
      ...command,
      id: '1',
      version: '2',
      nsfw: false,
      dm_permission: true,
    }));
    expect(saysTheSame(menu, theirs)).toBe(true);
  });

  it.each([
    ['another description', { name: 'a', description: 'x' }, { name: 'a', description: 'y' }],
    ['an option more', { options: [{ name: 'a' }] }, { options: [] }],
    ['an option less', { options: [] }, { options: [{ name: 'a' }] }],
    ['another choice', { choices: [{ name: 'a', value: 'a' }] }, { choices: [{ name: 'a', value: 'b' }] }],
    ['a bound that is not there yet', { max_length: 3 }, {}],
    ['nothing at all', { name: 'a' }, undefined],
  ])('%s is a change', (_, ours, theirs) => {
    expect(saysTheSame(ours, theirs)).toBe(false);
  });
});
