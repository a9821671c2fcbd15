import type { Found, Inquiry } from './gather.ts';
import type { QuotationsOf } from './quoted.ts';
import { saidIn, speakerStems } from './saying.ts';

/** Only the texts that say most of the question are searched for quotations. */
const leastWhole = 0.8;
const mostHeard = 3;

/** The same with whose words they give, where the words of somebody are wanted. */
export function withSayings(
  all: readonly Found[],
  { question }: Inquiry,
  quotationsOf: QuotationsOf,
): readonly Found[] {
  const stems = speakerStems(question);
  const fitting = [
    ...new Set(all.filter(({ evidence }) => evidence.whole >= leastWhole).map(({ at }) => at.text)),
  ];
  const heard = new Set(fitting.slice(0, mostHeard));
  return all.map((found) =>
    heard.has(found.at.text)
      ? { ...found, evidence: { ...found.evidence, said: saidIn(found.at, stems, quotationsOf) } }
      : found,
  );
}
