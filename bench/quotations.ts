import type { BenchSettings, Capability } from './parts/capability.ts';
import { median } from './parts/numbers.ts';
import { installPeers } from './parts/peers.ts';
import { compromiseFinder, ours, type QuotationFinder } from './parts/quotation-finders.ts';
import { developmentSets, goldSet, type QuotationSet } from './parts/quotation-texts.ts';
import { type FoundQuotation, type GoldText, scoreQuotations } from './parts/score-quotations.ts';
import type { Cell, Table } from './parts/table.ts';

interface Measured {
  readonly found: readonly (readonly [GoldText, readonly FoundQuotation[]])[];
  /** Of each text, in ms: the median of the rounds. */
  readonly times: readonly number[];
}

/** Finds in all texts, round for round; the first one only warms up. */
function measure({ find }: QuotationFinder, { texts }: QuotationSet, rounds: number): Measured {
  const found = texts.map((text) => [text, find(text)] as const);
  const times = texts.map((text) => {
    const turns = Array.from({ length: rounds }, () => {
      const startedAt = performance.now();
      find(text);
      return performance.now() - startedAt;
    });
    return median(turns);
  });
  return { found, times };
}

function row(name: string, { found, times }: Measured): readonly Cell[] {
  const all = scoreQuotations(found);
  return [
    name,
    all.joint,
    all.named,
    scoreQuotations(found, 'direct').named,
    all.wrong,
    times.reduce((sum, ms) => sum + ms, 0) / times.length,
    Math.max(...times),
  ];
}

async function* run({ rounds, tell }: BenchSettings): AsyncIterable<Table> {
  await installPeers(tell);
  const finders = [ours, compromiseFinder()];
  for (const set of [goldSet(), ...developmentSets(tell)]) {
    const rows = finders.map((finder) => {
      tell(`quotations: ${finder.name} on ${set.name}`);
      return row(finder.name, measure(finder, set, rounds));
    });
    const count = set.texts.reduce((sum, { quotations }) => sum + quotations.length, 0);
    yield {
      title: `Quotations and their speakers in ${set.name} (${count} quotations)`,
      columns: ['', 'joint F1', 'named F1', 'named F1, direct', 'wrong %', 'ms an article', 'most ms'],
      rows,
      notes: [
        'joint: the span is found (four fifths in common) and its speaker is named, or the words that stand for them are pointed at; named: the name itself is right; wrong: of the speakers given, somebody else.',
        'compromise finds quotations and people; the speaker beside it is the person named nearest.',
      ],
    };
  }
}

export const quotations: Capability = {
  name: 'quotations',
  says: 'quotations and who said them, beside compromise',
  run,
};
