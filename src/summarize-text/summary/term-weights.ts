import type { Candidate } from './candidates.ts';
import { termsOf } from './terms.ts';

interface Use {
  count: number;
  isName: boolean;
  readonly isFigure: boolean;
  firstPlace: number;
}

/**
 * A logistic model of the chance that a person who sums the article up uses the term; `count` and `firstPlace`
 * weigh logarithms. They and `title` are as fitted on 649 news articles and people's highlights of them (5 folds
 * agree to .05); names and figures weigh more than fitted, so that a summary says who and how many: of the
 * highlights' figures it then holds 59 % instead of 52, of their names 70 % instead of 69.
 */
const chance = { bias: -2.4, count: 1.1, firstPlace: -0.7, name: 1.1, figure: 1.6, title: 0.4 } as const;

/** How much each term of an article, or of several, matters, from 0 to 1: often used, used early, a name, a figure, in the title. */
export function weighTerms(
  candidates: readonly Candidate[],
  title: string | undefined,
): ReadonlyMap<string, number> {
  const uses = readUses(candidates);
  const inTitle = new Set(termsOf(title ?? '').map(({ stem }) => stem));
  const weights = new Map<string, number>();
  for (const [stem, { count, firstPlace, isName, isFigure }] of uses) {
    const evidence =
      chance.bias +
      chance.count * Math.log(count) +
      chance.firstPlace * Math.log(1 + firstPlace) +
      (isName ? chance.name : 0) +
      (isFigure ? chance.figure : 0) +
      (inTitle.has(stem) ? chance.title : 0);
    weights.set(stem, 1 / (1 + Math.exp(-evidence)));
  }
  return weights;
}

function readUses(candidates: readonly Candidate[]): ReadonlyMap<string, Use> {
  const uses = new Map<string, Use>();
  for (const { terms, place } of candidates)
    for (const { stem, isName, isFigure } of terms) {
      const use = uses.get(stem);
      if (!use) uses.set(stem, { count: 1, isName, isFigure, firstPlace: place });
      else {
        use.count += 1;
        use.isName ||= isName;
        use.firstPlace = Math.min(use.firstPlace, place);
      }
    }
  return uses;
}
