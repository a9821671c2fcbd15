import { DiscordAPIError } from 'discord.js';
import { expect, it } from 'vitest';
import { unspoken } from '../../src/discord/unspoken.ts';
import { shownError } from '../../src/observe/shown-error.ts';

const asked = 'Did the Zanzibar flamingo win?';
const shown = (error: unknown, said = [asked]) => JSON.stringify(shownError(unspoken(error, said)));

it.each([
  ['its message', new Error('fts5: syntax error near "zanzibar"')],
  ['its cause', new Error('the search failed', { cause: new RangeError('no row for FLAMINGO') })],
  [
    'the cause of its cause',
    new Error('one', { cause: new Error('two', { cause: new Error('the Flamingo') }) }),
  ],
  ['what was thrown in its place', 'no such word: zanzibar'],
])('a fault is logged without what was asked, where it stands in %s', (_, error) => {
  expect(shown(error)).not.toMatch(/zanzibar|flamingo/i);
});

it('what a fault says besides, and where it happened, stays', () => {
  const error = new Error('the search failed', { cause: new RangeError('no row for flamingo') });
  const log = shown(error);
  expect(log).toContain('the search failed');
  expect(log).toMatch(/unspoken\.test\.ts:\d+/);
  expect(log).toContain('RangeError');
  expect(unspoken(error, ['who won it?'])).toBe(error);
});

it('a refusal of Discord’s is logged without the message that it refused and without the token of its address', () => {
  const url = 'https://discord.com/api/v10/webhooks/1/aW50ZXJhY3Rpb24/messages/@original';
  const body = { files: undefined, body: { content: 'No article has “flamingo”.' } };
  const error = new DiscordAPIError(
    { code: 50035, message: 'Invalid Form Body' },
    50035,
    400,
    'PATCH',
    url,
    body,
  );
  const log = shown(error, []);
  expect(log).not.toMatch(/flamingo|aW50ZXJhY3Rpb24/);
  expect(log).toContain('"code":50035,"status":400');
});
