import { describe, expect, it } from 'vitest';
import type { Delivery, Digest, Pause } from '../../../src/domain/digest.ts';
import type { Reply } from '../../../src/domain/reply.ts';
import { digestAlertReply } from '../../../src/render/digest/alert.ts';
import { isWithinLimits } from '../../../src/render/limits.ts';
import { lineToMarkdown } from '../../../src/render/markdown.ts';
import { newsDigest, slot } from '../../digest/trouble/alerting.ts';

const failed: Delivery = {
  digestId: newsDigest.id,
  slot,
  channelId: '30',
  guildId: '1',
  isAsked: false,
  nonce: 'n',
  reference: 'r',
  state: 'failed',
  attempts: 1,
  articleIds: [],
  reason: 'the thread is locked; unlock it, or choose another channel',
};

const wordsOf = ({ blocks }: Reply) =>
  blocks.flatMap((block) => ('pieces' in block ? [lineToMarkdown(block)] : [])).join('\n');

const pressesOf = ({ blocks }: Reply) =>
  blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons.map(({ press }) => press) : []));

function alertOf(given: Partial<Delivery>, pause?: Pause): Reply {
  const digest: Digest = { ...newsDigest, ...(pause === undefined ? {} : { pause }) };
  return digestAlertReply({ kind: 'run', delivery: { ...failed, ...given }, digest }, 'abc123');
}

const at = slot / 1_000;
const id = newsDigest.id;
const check = `digest:check:${id}:${slot}`;
const rest = `digest:pause:${id}`;

const fifty = Array.from({ length: 50 }, (): Digest => ({ ...newsDigest, name: '*'.repeat(60) }));

it.each<[string, Reply]>([
  ['fifty digests of a deleted channel', digestAlertReply({ kind: 'gone', digests: fifty }, 'abc123')],
  ['fifty digests that go on', digestAlertReply({ kind: 'resumed', digests: fifty }, 'abc123')],
  ['a refusal at length', alertOf({ reason: 'content[BASE_TYPE_BAD_LENGTH]: too long. '.repeat(200) })],
])('an alert of %s is one that Discord takes, and can be found again', (_, reply) => {
  expect(isWithinLimits(reply)).toBe(true);
  expect(wordsOf(reply)).toContain('ref abc123');
});

it('an alert of many digests says how many more there are', () => {
  expect(wordsOf(digestAlertReply({ kind: 'gone', digests: fifty }, 'abc123'))).toContain(
    ', 40 more are paused',
  );
});

describe('the alert of a run', () => {
  it('names the digest, its time, its channel and the reason, and can be found again', () => {
    const reply = alertOf({});
    expect(wordsOf(reply)).toBe(
      [
        `**Digest “Morning news”** of <t:${at}:f> was not posted in <#30>: the thread is locked; unlock it, or choose another channel.`,
        `Check again tries once more, within six hours of its time. The next one comes <t:${at}:R>.`,
        '-# ref abc123',
      ].join('\n'),
    );
    expect(pressesOf(reply)).toEqual([check, rest]);
  });

  it.each([
    [
      'rights that lack',
      alertOf(
        { reason: 'I need: Send Messages' },
        { at: slot, by: 'rights', missing: ['View Channel', 'Send Messages'] },
      ),
      'Allow me View Channel and Send Messages in <#30>: Edit Channel, Permissions, my role. The digest is paused until then',
      [check],
    ],
    [
      'a channel that is gone',
      alertOf({ reason: 'the channel is gone' }, { at: slot, by: 'gone' }),
      'The digest is paused. `/digest edit` gives it another channel',
      [],
    ],
    [
      'a run that may have been posted',
      alertOf({ state: 'uncertain', reason: 'I may not look' }),
      `may or may not have been posted in <#30>: I may not look.\nI do not send it again`,
      [rest],
    ],
    [
      'a run that was too late',
      alertOf({ state: 'skipped', reason: '7 hours late' }),
      'was not posted in <#30>: 7 hours late.\nWhat it held goes into the next one.',
      [rest],
    ],
  ])('of %s says what to do, and offers what can help alone', (_, reply, words, presses) => {
    expect(wordsOf(reply)).toContain(words);
    expect(pressesOf(reply)).toEqual(presses);
  });
});

describe('the alert of a channel', () => {
  it('names the digests that are paused, or go on', () => {
    const other = { ...newsDigest, name: 'Evening *news*' };
    const gone = digestAlertReply({ kind: 'gone', digests: [newsDigest, other] }, 'abc123');
    expect(wordsOf(gone)).toMatch(
      /^Digests \*\*“Morning news”\*\*, \*\*“Evening \\\*news\\\*”\*\* are paused/,
    );
    const resumed = digestAlertReply({ kind: 'resumed', digests: [newsDigest] }, 'abc123');
    expect(wordsOf(resumed)).toContain(
      `goes on: I have the rights again that I lacked.\n• **Morning news** in <#30> · next <t:${at}:R>`,
    );
  });
});
