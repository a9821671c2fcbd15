import { inspect } from 'node:util';
import { createQuotations } from '../src/summarize-text/answer/quoted.ts';
import { openSearch, rankSentences } from '../src/summarize-text/answer/rank.ts';
import { type Signs, signsOf } from '../src/summarize-text/answer/signs.ts';
import type { Wanted } from '../src/summarize-text/types.ts';
import { questionSets } from './parts/answers/question-sets.ts';

/**
 * Fits the weights of src/summarize-text/answer/confidence.ts on the tuning half of our questions and prints them: logistic
 * regression, whether the texts answer, by what speaks for and against it.
 *
 *     node bench/fit-confidence.ts
 */
interface Case {
  readonly group: string;
  readonly kind: string;
  readonly isAnswerable: boolean;
  readonly features: Readonly<Record<string, number>>;
}

const ridge = 4;
const steps = 400;
const rate = 0.3;

function featuresOf(signs: Signs, wanted: Wanted): Record<string, number> {
  const { isOfStrangers: _, ...numbers } = signs;
  return { bias: 1, ...numbers, [wanted]: 1 };
}

const cases: readonly Case[] = questionSets
  .filter(({ half }) => half === 'tuning')
  .flatMap(({ name, kind, texts, questions }) =>
    questions.flatMap(({ question, answers }): Case[] => {
      const { ranked, inquiry } = rankSentences(
        openSearch(question, texts, undefined),
        createQuotations(undefined),
      );
      const [best] = ranked;
      if (best === undefined) return [];
      const features = featuresOf(signsOf(best, inquiry), inquiry.question.wanted);
      return [{ group: name, kind, isAnswerable: answers.length > 0, features }];
    }),
  );

type Weights = Readonly<Record<string, number>>;

function sureness({ features }: Case, weights: Weights): number {
  const score = Object.entries(features).reduce(
    (sum, [name, value]) => sum + (weights[name] ?? 0) * value,
    0,
  );
  return 1 / (1 + Math.exp(-score));
}

/** Adaptive gradient steps (Duchi, Hazan and Singer 2011). */
function fit(of: readonly Case[]): Weights {
  const names = [...new Set(of.flatMap(({ features }) => Object.keys(features)))];
  let weights: Weights = Object.fromEntries(names.map((name) => [name, 0]));
  const squares = new Map<string, number>();
  for (let step = 0; step < steps; step += 1) {
    const errors = of.map((one) => (one.isAnswerable ? 1 : 0) - sureness(one, weights));
    const next = names.map((name): readonly [string, number] => {
      const pull = name === 'bias' ? 0 : ridge * (weights[name] ?? 0);
      const slope =
        (of.reduce((sum, { features }, index) => sum + (errors[index] ?? 0) * (features[name] ?? 0), 0) -
          pull) /
        of.length;
      const square = (squares.get(name) ?? 0) + slope * slope;
      squares.set(name, square);
      return [name, (weights[name] ?? 0) + (rate * slope) / Math.sqrt(square + 1e-9)];
    });
    weights = Object.fromEntries(next);
  }
  return weights;
}

const folds = 6;

/** Each case by weights that were fitted without its texts. */
function acrossFolds(): ReadonlyMap<Case, number> {
  const groups = [...new Set(cases.map(({ group }) => group))];
  const found = new Map<Case, number>();
  for (let fold = 0; fold < folds; fold += 1) {
    const isHeldOut = ({ group }: Case) => groups.indexOf(group) % folds === fold;
    const weights = fit(cases.filter((one) => !isHeldOut(one)));
    for (const one of cases.filter(isHeldOut)) found.set(one, sureness(one, weights));
  }
  return found;
}

/** How often an answerable question is surer than another one. */
function areaUnder(of: readonly Case[], surenesses: ReadonlyMap<Case, number>): number {
  const at = (one: Case) => surenesses.get(one) ?? 0;
  const [yes, no] = [of.filter(({ isAnswerable }) => isAnswerable), of.filter((one) => !one.isAnswerable)];
  const wins = yes.reduce((sum, one) => sum + no.filter((other) => at(one) > at(other)).length, 0);
  return wins / (yes.length * no.length);
}

const surenesses = acrossFolds();
for (const kind of new Set(cases.map((one) => one.kind))) {
  const of = cases.filter((one) => one.kind === kind);
  process.stdout.write(
    `${kind}: ${of.length} questions, area ${areaUnder(of, surenesses).toFixed(3)} across ${folds} folds\n`,
  );
}
const rounded = Object.entries(fit(cases)).map(([name, weight]) => [name, Number(weight.toFixed(2))]);
process.stdout.write(`${inspect(Object.fromEntries(rounded))}\n`);
