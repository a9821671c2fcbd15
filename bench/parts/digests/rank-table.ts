import type { Table } from '../table.ts';
import { digestSets } from './digest-gold.ts';
import { rankHalf } from './rank-gold.ts';

/** How well stories are chosen, on both halves of the gold. */
export async function rankTable(): Promise<Table> {
  const [tuning, heldOut] = [await rankHalf('tuning'), await rankHalf('held-out')];
  return {
    title: `Five stories chosen, as an editor has judged ${digestSets.length} digests`,
    columns: ['', 'tuning: nDCG', 'precision', 'held-out: nDCG', 'precision'],
    rows: Object.keys(tuning).map((name) => [
      name,
      tuning[name]?.ndcg,
      tuning[name]?.precision,
      heldOut[name]?.ndcg,
      heldOut[name]?.precision,
    ]),
    notes: [
      'nDCG of the first five, of grades from 0 to 3; precision: how many of them are of grade 2 or 3, of as many as there could be. All orders are of the stories that fulfil what is asked for.',
    ],
  };
}
