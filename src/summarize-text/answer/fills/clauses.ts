import { type Fill, type Ground, gapBefore, lowerAt } from './fill.ts';

type Markers = readonly (readonly [words: string, strength: number])[];

const reasons: Markers = [
  ['because', 1],
  ['due to', 1],
  ['owing to', 1],
  ['thanks to', 0.9],
  ['as a result of', 1],
  ['as a result', 0.6],
  ['caused by', 1],
  ['in order to', 0.9],
  ['so that', 0.8],
  ['in response to', 0.8],
  ['on suspicion of', 0.9],
  ['on charges of', 0.9],
  ['for allegedly', 0.9],
  ['reason', 0.8],
  ['led to', 0.6],
  ['therefore', 0.5],
  ['since', 0.4],
  ['after', 0.5],
  ['amid', 0.6],
  ['over', 0.3],
  ['for', 0.35],
  ['to', 0.3],
  ['as', 0.25],
  ['so', 0.3],
];
const manners: Markers = [
  ['by', 0.6],
  ['using', 0.9],
  ['through', 0.6],
  ['via', 0.8],
  ['with', 0.4],
  ['without', 0.3],
  ['from', 0.3],
  ['after', 0.3],
  ['when', 0.3],
];
const longestClause = 24;

/** Clauses that give a reason, each from behind its marker to the next mark. */
export const findReasons = (ground: Ground): readonly Fill[] => findMarked(ground, reasons);

/** Clauses that say how: "by pulling …". */
export function findManners(ground: Ground): readonly Fill[] {
  return findMarked(ground, manners).map((fill) => {
    const isDoing = lowerAt(ground, fill.from - 1) === 'by' && lowerAt(ground, fill.from).endsWith('ing');
    return isDoing ? { ...fill, strength: 1 } : fill;
  });
}

function findMarked(ground: Ground, markers: Markers): readonly Fill[] {
  const fills: Fill[] = [];
  for (let at = 0; at < ground.words.length; at += 1) {
    const marker = markers.find(([words]) => stands(ground, at, words));
    if (marker === undefined) continue;
    const from = at + marker[0].split(' ').length;
    if (from < ground.words.length) fills.push({ from, to: clauseEnd(ground, from), strength: marker[1] });
  }
  return fills;
}

const stands = (ground: Ground, at: number, words: string): boolean =>
  words.split(' ').every((word, offset) => lowerAt(ground, at + offset) === word);

function clauseEnd(ground: Ground, from: number): number {
  let to = from + 1;
  while (to < ground.words.length && to < from + longestClause && !/[,;:—–“”"()]/.test(gapBefore(ground, to)))
    to += 1;
  return to;
}
