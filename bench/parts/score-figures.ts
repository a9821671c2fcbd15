import type { FoundFigure } from './figure-finders.ts';
import type { FigureText } from './figure-texts.ts';

/** In per cent. */
export interface FigureScore {
  readonly value: number;
  readonly valueAndUnit: number;
}

const equal = (one: number, other: number): boolean =>
  Math.abs(one - other) <= 1e-5 * Math.max(Math.abs(one), Math.abs(other));

function sameValue(one: FoundFigure, other: FoundFigure): boolean {
  if ((one.value2 === undefined) !== (other.value2 === undefined)) return false;
  const areEnds = one.value2 === undefined || equal(one.value2, other.value2 ?? Number.NaN);
  return areEnds && equal(Math.abs(one.value), Math.abs(other.value));
}

/** Stems of a unit's words: "tonnes" and "tonne", the noun of "digital sales" and "sale". */
function stemsOf(unit: string): readonly string[] {
  const words = unit.split(/[\s/-]+/).filter((word) => word !== '');
  return words.map((word) => (/^\p{Lu}+$/u.test(word) ? word : word.toLowerCase().replace(/e?s?$/, '')));
}

function sameUnit(one: FoundFigure, other: FoundFigure): boolean {
  if (one.unit === other.unit) return true;
  if (one.unit.includes('/') !== other.unit.includes('/')) return false;
  const theirs = new Set(stemsOf(other.unit));
  return stemsOf(one.unit).some((stem) => theirs.has(stem));
}

/** F1 of the values, and of values with their units: each gold figure takes one found, best one of its unit. */
export function scoreFigures(all: readonly (readonly [FigureText, readonly FoundFigure[]])[]): FigureScore {
  let [gold, found, values, units] = [0, 0, 0, 0];
  for (const [{ figures }, given] of all) {
    gold += figures.length;
    found += given.length;
    const left = [...given];
    for (const figure of figures) {
      const ofUnit = left.findIndex((one) => sameValue(figure, one) && sameUnit(figure, one));
      const at = ofUnit === -1 ? left.findIndex((one) => sameValue(figure, one)) : ofUnit;
      if (at === -1) continue;
      left.splice(at, 1);
      values += 1;
      if (ofUnit !== -1) units += 1;
    }
  }
  const f1 = (right: number) => (200 * right) / Math.max(1, gold + found);
  return { value: f1(values), valueAndUnit: f1(units) };
}
