import { randomBytes } from 'node:crypto';
import type { KeptQuestions } from '../domain/kept-questions.ts';

const keptMs = 15 * 60_000;
const mostKept = 1_000;

interface Kept {
  readonly question: string;
  readonly personId: string;
  readonly until: number;
}

/** Keeps questions in this process alone. */
export function createKeptQuestions(now: () => number): KeptQuestions {
  const kept = new Map<string, Kept>();

  function forgetOld(): void {
    for (const [key, { until }] of kept) if (until <= now() || kept.size > mostKept) kept.delete(key);
  }

  return {
    keep(question, personId) {
      const key = randomBytes(8).toString('base64url');
      kept.set(key, { question, personId, until: now() + keptMs });
      forgetOld();
      return key;
    },
    get(key) {
      forgetOld();
      return kept.get(key)?.question;
    },
    forget(personId) {
      for (const [key, one] of kept) if (one.personId === personId) kept.delete(key);
    },
  };
}
