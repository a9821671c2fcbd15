import { describe, expect, it } from 'vitest';
import { freezeReply, thawReply } from '../../src/digest/frozen-reply.ts';
import type { Reply } from '../../src/domain/reply.ts';
import { heading, rule, strong, text } from '../../src/render/pieces.ts';

const words: Reply = {
  blocks: [
    heading('News'),
    text('One ', strong('two')),
    rule,
    { kind: 'buttons', buttons: [{ label: 'Open', press: 'summary:open:x' }] },
  ],
};
const file = { name: 'chart.png', bytes: new TextEncoder().encode('png') };

describe('a frozen reply', () => {
  it('thaws to what it was', () => {
    expect(thawReply(freezeReply(words))).toEqual(words);
  });

  it.each<[string, Reply]>([
    ['a file', { ...words, files: [file] }],
    ['a picture', { blocks: [...words.blocks, { kind: 'picture', file, alt: '', shows: [] }] }],
  ])('cannot hold %s', (_, reply) => {
    expect(() => freezeReply(reply)).toThrow('a reply with files cannot be frozen');
  });

  it('is not read from a payload of another form', () => {
    expect(() => thawReply('{"blocks":[{"kind":"picture"}]}')).toThrow();
  });
});
