import { setImmediate } from 'node:timers/promises';
import type { Candidate } from './judge-stories.ts';

/** Each story of the same publisher, and each on a topic that was told, makes another one worth so much less. */
const perSource = 0.8;
const perTopic = 0.9;

/** Where feeds bring nothing but notices it is not worth reading them all, at every post. */
const mostRefused = 400;

/** What of a candidate was told, or why it was not. */
type Telling<Told, Refusal> =
  | { readonly told: Told; readonly refusal?: never }
  | { readonly told?: never; readonly refusal: Refusal };

export interface Picked<One, Told> {
  readonly candidate: One;
  readonly told: Told;
}

const topicsOf = ({ tellers }: Candidate): readonly string[] => tellers[0]?.topics ?? [];
const sourceOf = ({ tellers }: Candidate): string | undefined => tellers[0]?.source;

/** What is left of a candidate's score beside those that are told already. */
function scoreBeside(candidate: Candidate, picked: readonly Candidate[]): number {
  const source = sourceOf(candidate);
  const topics = topicsOf(candidate);
  const ofSource = picked.filter((one) => sourceOf(one) === source).length;
  const onTopic = picked.filter((one) => topicsOf(one).some((topic) => topics.includes(topic))).length;
  return candidate.score * perSource ** ofSource * perTopic ** onTopic;
}

/** The best beside what is picked. Others cannot be better than their score: behind those nobody looks. */
function bestBeside(open: readonly Candidate[], picked: readonly Candidate[]): number {
  let best = { place: -1, score: Number.NEGATIVE_INFINITY };
  for (const [place, candidate] of open.entries()) {
    if (candidate.score <= best.score) break;
    const score = scoreBeside(candidate, picked);
    if (score > best.score) best = { place, score };
  }
  return best.place;
}

/**
 * Picks candidates, given best first, each as the best beside those before it, so that of those that are near in worth not
 * all are of one publisher or on one topic. `tell` reads one, and may refuse it.
 */
export async function pick<One extends Candidate, Told, Refusal>(
  candidates: readonly One[],
  most: number,
  tell: (candidate: One, picked: readonly Picked<One, Told>[]) => Promise<Telling<Told, Refusal>>,
) {
  const open = [...candidates];
  const picked: Picked<One, Told>[] = [];
  const refused: { readonly candidate: One; readonly refusal: Refusal }[] = [];
  while (picked.length < most && open.length > 0 && refused.length < mostRefused) {
    await setImmediate(); // reading one takes a while
    const place = bestBeside(
      open,
      picked.map(({ candidate }) => candidate),
    );
    const [candidate] = open.splice(place, 1);
    if (candidate === undefined) break;
    const { told, refusal } = await tell(candidate, picked);
    if (told !== undefined) picked.push({ candidate, told });
    else if (refusal !== undefined) refused.push({ candidate, refusal });
  }
  return { picked, refused, open };
}
