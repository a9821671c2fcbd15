import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freezePost, thawPost } from '../../../src/digest/delivery/frozen-reply.ts';
import type { Reply } from '../../../src/domain/reply.ts';
import { heading, role, rule, strong, text } from '../../../src/render/pieces.ts';
import { anyReply } from '../../render/any-reply.ts';

const words: Reply = {
  blocks: [
    heading('News'),
    text('One ', strong('two'), ' ', role('5')),
    rule,
    { kind: 'buttons', buttons: [{ label: 'Open', press: 'summary:open:x' }] },
  ],
};

describe('a frozen post', () => {
  it('thaws to what it was, whatever it shows', () => {
    fc.assert(
      fc.property(anyReply, fc.option(anyReply, { nil: undefined }), (reply, threadReply) => {
        const post = threadReply === undefined ? { reply } : { reply, threadReply };
        expect(thawPost(freezePost(post))).toEqual(post);
      }),
      { seed: 9, numRuns: 100 },
    );
  });

  it('keeps the bytes of a picture that is a buffer', () => {
    const file = { name: 'chart.png', bytes: Buffer.from([0, 255, 137]) };
    const reply: Reply = { blocks: [{ kind: 'picture', file, alt: 'Bars', shows: [] }] };
    const [picture] = thawPost(freezePost({ reply })).reply.blocks;
    expect(picture).toEqual({
      kind: 'picture',
      file: { name: 'chart.png', bytes: new Uint8Array([0, 255, 137]) },
      alt: 'Bars',
      shows: [],
    });
  });

  it('is read as it was kept when a post was one message', () => {
    expect(thawPost(JSON.stringify(words))).toEqual({ reply: words });
  });

  it.each(['{"blocks":[{"kind":"picture"}]}', '{"reply":{}}', '[]'])('is not read from %s', (payload) => {
    expect(() => thawPost(payload)).toThrow();
  });
});
