import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Reply } from '../../src/domain/reply.ts';
import { textLength, withinLimits } from '../../src/render/limits.ts';
import { heading, quotation, rule, text } from '../../src/render/pieces.ts';

const lengthOf = ({ blocks }: Reply) => blocks.reduce((sum, block) => sum + textLength(block), 0);
const buttons = { kind: 'buttons', buttons: [{ label: 'Share', press: 'summary:share:x' }] } as const;

describe('Discord’s 4,000 characters', () => {
  it('leave a shorter reply as it is', () => {
    const reply = { blocks: [heading('Title'), text('words'), rule, buttons] };
    expect(withinLimits(reply)).toBe(reply);
  });

  it('are kept by leaving out whole lines from the end, and the last line says so', () => {
    const long = 'word '.repeat(300);
    const { blocks } = withinLimits({
      blocks: [heading('Title'), ...[1, 2, 3, 4].map((n) => quotation(`${n} ${long}`)), buttons],
    });
    expect(blocks.map(({ kind }) => kind)).toEqual(['heading', 'quotation', 'quotation', 'small', 'buttons']);
  });

  it('leave no heading or rule with nothing under it', () => {
    const { blocks } = withinLimits({
      blocks: [text('x'.repeat(2_000)), rule, heading('More'), text('y'.repeat(3_000))],
    });
    expect(blocks.map(({ kind }) => kind)).toEqual(['text', 'small']);
  });

  it('hold for any reply', () => {
    const line = fc.string({ maxLength: 2_000, unit: 'binary' }).map((words) => text(words));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), (blocks) => {
        expect(lengthOf(withinLimits({ blocks }))).toBeLessThanOrEqual(4_000);
      }),
      { seed: 1 },
    );
  });
});
