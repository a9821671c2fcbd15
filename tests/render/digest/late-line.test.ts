import { expect, it } from 'vitest';
import type { Reply } from '../../../src/domain/reply.ts';
import { withLateness } from '../../../src/render/digest/late-line.ts';
import { heading, small, text } from '../../../src/render/pieces.ts';

const slot = Date.UTC(2026, 10, 26, 8);
const hourMs = 3_600_000;
const post: Reply = { blocks: [heading('News'), small('1 story'), text('1) A quay reopens')] };
const late = { slot, at: slot + 2 * hourMs, isAsked: false };

it('the lateness of a post that was late already is told anew', () => {
  const before = withLateness(post, { ...late, at: slot + hourMs });
  expect(before.blocks).toHaveLength(4);
  expect(withLateness(before, late)).toEqual(withLateness(post, late));
});

it.each([
  ['that is in time', post, { ...late, at: slot + 60_000 }],
  ['that somebody asked for', post, { ...late, isAsked: true }],
  ['with no room for it', { blocks: [...post.blocks, text('x'.repeat(3_960))] }, late],
])('nothing is said of a post %s', (_, reply, times) => {
  expect(withLateness(reply, times)).toBe(reply);
});
