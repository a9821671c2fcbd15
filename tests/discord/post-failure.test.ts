import { DiscordAPIError, RateLimitError } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { failureOf } from '../../src/discord/post-failure.ts';

const refused = (code: number, status: number, message = 'No') =>
  new DiscordAPIError({ code, message }, code, status, 'POST', '/', { files: undefined, body: undefined });

const nothingKnown = () => [];

describe('what a refusal means for a post', () => {
  it.each([
    [50001, 403, { final: true, trouble: 'rights', reason: 'I need: View Channel' }],
    [50013, 403, { final: true, trouble: 'rights', reason: 'I need: View Channel' }],
    [10003, 404, { final: true, trouble: 'gone', reason: 'the channel is gone' }],
    [10004, 404, { final: true, trouble: 'gone', reason: 'the channel is gone' }],
    [10008, 404, { final: true, reason: 'it was posted, and then deleted' }],
    [50008, 400, { final: true, reason: 'the channel takes no messages' }],
    [160005, 400, { final: true, reason: expect.stringContaining('unlock it') }],
    [40067, 400, { final: true, reason: expect.stringContaining('tag') }],
    [200000, 400, { final: true, reason: expect.stringContaining('AutoMod') }],
    [50035, 400, { final: true, reason: 'Discord refused it: No' }],
    [0, 401, { final: false, retryMs: 60_000 }],
    [130000, 503, { final: false, reason: 'Discord refused it: No' }],
  ])('Discord’s code %i with status %i', (code, status, failure) => {
    expect(failureOf(refused(code, status), () => ['View Channel'])).toEqual({
      ok: false,
      reason: expect.any(String),
      ...failure,
    });
  });

  it('rights that are not known are told in Discord’s words', () => {
    expect(failureOf(refused(50013, 403, 'Missing Permissions'), nothingKnown)).toMatchObject({
      trouble: 'rights',
      reason: 'Discord refused it: Missing Permissions',
    });
  });

  it('what Discord says at length of a message in a wrong form is cut', () => {
    const said = `Invalid Form Body\n${'components[0].components[3].content: too long\n'.repeat(60)}`;
    const { reason } = failureOf(refused(50035, 400, said), nothingKnown);
    expect(reason).toMatch(/^Discord refused it: Invalid Form Body components\[0\].*…$/);
    expect(reason.length).toBeLessThan(340);
  });

  it('a limit says how long to wait, and what was lost on its way may be sent again', () => {
    const limit = {
      timeToReset: 0,
      limit: 5,
      method: 'POST',
      hash: '',
      url: '',
      route: '',
      majorParameter: '',
      global: false,
      retryAfter: 9_000,
      sublimitTimeout: 0,
      scope: 'user',
    } as const;
    expect(failureOf(new RateLimitError(limit), nothingKnown)).toMatchObject({
      final: false,
      retryMs: 9_000,
    });
    expect(failureOf(new Error('socket hang up'), nothingKnown)).toEqual({
      ok: false,
      final: false,
      reason: 'socket hang up',
    });
  });
});
