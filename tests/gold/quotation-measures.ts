import { findQuotations } from '../../src/summarize-text/quotations/quotations.ts';
import { repair } from '../../src/summarize-text/repair/repair.ts';
import type { Quotation } from '../../src/summarize-text/types.ts';
import { damages } from './damages.ts';
import { type GoldSample, goldSamples } from './samples.ts';

type GoldQuotation = GoldSample['quotations'][number];

/** A quotation of the gold and what was found of it. */
interface Pair {
  readonly gold: GoldQuotation;
  readonly found: Quotation | undefined;
}

const straight = (text: string): string => text.replaceAll(/[“”]/g, '"').replaceAll(/[‘’]/g, "'");

/** Marks as sites write them, and as a scraper leaves them: read as given, without cleaning. */
const writings: Readonly<Record<string, (text: string) => string>> = {
  'straight marks': straight,
  'only ā left of a mark': damages['only ā left of a mark'] ?? straight,
  'read as Windows-1252': damages['read as Windows-1252'] ?? straight,
};

/** Letters and digits only: how a mark is written makes no difference. */
const fold = (text: string): string => text.replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim();

export function quotationMeasures(): Readonly<Record<string, number>> {
  const plain = goldSamples.map((sample) =>
    pairsOf(
      sample,
      findIn(sample, (text) => text),
    ),
  );
  const pairs = plain.flatMap((one) => one.pairs);
  const foundCount = plain.reduce((sum, one) => sum + one.foundCount, 0);
  return {
    'quotations found': share(pairs, ({ found }) => found !== undefined),
    'found quotations that are some': pairs.filter(({ found }) => found !== undefined).length / foundCount,
    'quotations with their speaker': share(pairs, isOfSpeaker),
    'quotations told as sentence or fragment': share(pairs, ({ gold, found }) => found?.kind === gold.kind),
    ...Object.fromEntries(
      Object.entries(writings).map(([name, write]) => [
        `quotations with their speaker: ${name}`,
        share(
          goldSamples.flatMap((sample) => pairsOf(sample, findIn(sample, write)).pairs),
          isOfSpeaker,
        ),
      ]),
    ),
  };
}

function findIn({ body, title, pullQuotes }: GoldSample, write: (text: string) => string) {
  return findQuotations(repair(write(body.join('\n\n'))).text, { title, pullQuotes });
}

function pairsOf({ quotations }: GoldSample, all: readonly Quotation[]) {
  const byWords = new Map(all.map((found) => [fold(found.text), found]));
  const pairs = quotations.map((gold): Pair => ({ gold, found: byWords.get(fold(gold.text)) }));
  return { pairs, foundCount: all.length };
}

function isOfSpeaker({ gold, found }: Pair): boolean {
  return found !== undefined && fold(found.speaker?.name ?? '') === fold(gold.speaker ?? '');
}

function share<T>(items: readonly T[], holds: (item: T) => boolean): number {
  return items.filter(holds).length / Math.max(1, items.length);
}
