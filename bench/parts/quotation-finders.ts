import { createRequire } from 'node:module';
import { join } from 'node:path';
import { findQuotations, type Span } from 'summarize-text';
import { z } from 'zod';
import { root } from './machine.ts';
import type { FoundQuotation, GoldText } from './score-quotations.ts';

export interface QuotationFinder {
  readonly name: string;
  find(text: GoldText): readonly FoundQuotation[];
}

export const ours: QuotationFinder = {
  name: 'Standfirst',
  find: ({ text, title }) =>
    findQuotations(text, title === undefined ? {} : { title }).flatMap(({ spans, speaker }) =>
      spans.map(({ start, end }) => ({
        start,
        end,
        ...(speaker === undefined ? {} : { speaker: speaker.name, mention: speaker }),
      })),
    ),
};

const offsets = z.array(
  z.object({ text: z.string(), offset: z.object({ start: z.int(), length: z.int() }) }),
);

const document = z.custom<Record<'quotations' | 'people', () => { json(options: object): unknown }>>(
  (value) => typeof value === 'object' && value !== null && 'quotations' in value && 'people' in value,
);

const nlpSchema = z.custom<(text: string) => unknown>((value) => typeof value === 'function');

interface Named extends Span {
  readonly text: string;
}

/**
 * compromise finds quotations and people; that it finds a speaker for each is our doing, in the plainest way: the
 * person named nearest outside the quotation, under the longest name with the same last word.
 */
export function compromiseFinder(): QuotationFinder {
  const nlp = nlpSchema.parse(createRequire(join(root, 'bench', 'package.json'))('compromise'));
  return {
    name: 'compromise, nearest name',
    find({ text }) {
      const read = document.parse(nlp(text));
      const quotations = placesOf(read.quotations(), text);
      const people = placesOf(read.people(), text).map((one) => ({
        ...one,
        text: one.text.replace(/^[^\p{L}]+|(?:[’']s)?[^\p{L}]*$/gu, ''),
      }));
      return quotations.map(({ start, end }) => ({ start, end, ...speakerNear({ start, end }, people) }));
    },
  };
}

/** Where compromise's matches stand; its own offsets are a few characters off at marks. */
function placesOf(found: { json(options: object): unknown }, text: string): readonly Named[] {
  const rows = offsets.parse(found.json({ offset: true, terms: false }));
  return rows.map(({ text: words, offset }) => {
    const near = text.indexOf(words.trim(), Math.max(0, offset.start - 3));
    const start = near === -1 ? offset.start : near;
    return { text: words, start, end: start + words.trim().length };
  });
}

function speakerNear(quotation: Span, people: readonly Named[]): Partial<FoundQuotation> {
  const away = ({ start, end }: Span) =>
    start >= quotation.end
      ? start - quotation.end
      : end <= quotation.start
        ? quotation.start - end
        : Infinity;
  const nearest = people.reduce<Named | undefined>(
    (best, one) => (away(one) < (best === undefined ? Infinity : away(best)) ? one : best),
    undefined,
  );
  if (nearest === undefined) return {};
  const last = nearest.text.split(/\s+/).at(-1);
  const longest = people
    .filter(({ text }) => text.split(/\s+/).at(-1) === last)
    .reduce((best, one) => (one.text.length > best.text.length ? one : best), nearest);
  return { speaker: longest.text, mention: { start: nearest.start, end: nearest.end } };
}
