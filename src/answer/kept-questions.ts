import { randomUUID } from 'node:crypto';
import type { KeptQuestions } from '../domain/kept-questions.ts';

const keyLength = 8;
const mostKept = 1_000;

export function createKeptQuestions(keptMs: number, now: () => number): KeptQuestions {
  const kept = new Map<string, { readonly question: string; readonly until: number }>();

  function forgetOld(): void {
    for (const [key, { until }] of kept) if (until <= now() || kept.size > mostKept) kept.delete(key);
  }

  return {
    keep(question) {
      const key = randomUUID().slice(0, keyLength);
      kept.set(key, { question, until: now() + keptMs });
      forgetOld();
      return key;
    },
    get(key) {
      forgetOld();
      return kept.get(key)?.question;
    },
  };
}
