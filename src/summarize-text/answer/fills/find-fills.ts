import type { Question } from '../question/question.ts';
import { findAmounts } from './amounts.ts';
import { findManners, findReasons } from './clauses.ts';
import type { Fill, Ground } from './fill.ts';
import { findNamed, findPersons, findPlaces } from './names.ts';
import { findTimes } from './times.ts';

/** What in a sentence may fill the gap that the question leaves: nothing that the question itself says. */
export function findFills(ground: Ground, question: Question): readonly Fill[] {
  const asked = new Set(question.words.map(({ stem }) => stem));
  return fillsOf(ground, question).filter(({ from, to }) =>
    ground.words.slice(from, to).some(({ stem }) => !asked.has(stem)),
  );
}

function fillsOf(ground: Ground, question: Question): readonly Fill[] {
  const focusStem = question.focus === undefined ? undefined : question.words[question.focus]?.stem;
  switch (question.wanted) {
    case 'person':
      return findPersons(ground);
    case 'place':
      return findPlaces(ground);
    case 'time':
      return findTimes(ground, question);
    case 'figure':
      return findAmounts(ground, question, focusStem);
    case 'reason':
      return findReasons(ground);
    case 'manner':
      return findManners(ground);
    case 'thing':
      return findNamed(ground, focusStem);
    default:
      return [];
  }
}
