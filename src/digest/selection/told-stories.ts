import type { Scope } from '../../domain/scope.ts';
import type { StoryStore } from '../../domain/story-store.ts';
import type { DigestHistory } from './history.ts';
import { byScore, type Candidate, type LeftOut } from './judge-stories.ts';
import { worthOf } from './worth.ts';

/** What a digest has told of a story before. */
export interface ToldBefore {
  readonly articleIds: readonly string[];
  /** When it was told last, UTC milliseconds. */
  readonly at: number;
}

/** A story that may be told: for the first time, or again where it has changed. */
export interface Tellable extends Candidate {
  readonly before?: ToldBefore;
}

/** What changes is worth less than what is new. */
const updateWorth = 0.7;

/** The stories that a digest has told, by their ids now: stories may have merged since. */
export async function readTold(
  stories: Pick<StoryStore, 'homes'>,
  { toldAt }: DigestHistory,
  scopes: readonly Scope[],
): Promise<ReadonlyMap<string, ToldBefore>> {
  if (toldAt.size === 0) return new Map();
  const homes = await stories.homes([...toldAt.keys()], scopes);
  const told = new Map<string, ToldBefore>();
  for (const [id, story] of homes) {
    const before = told.get(story);
    const at = Math.max(before?.at ?? 0, toldAt.get(id) ?? 0);
    told.set(story, { articleIds: [...(before?.articleIds ?? []), id], at });
  }
  return told;
}

/**
 * A story that was told, as far as something has come since that may be new to read: articles that are neither copies nor
 * stubs. `undefined` where nothing has.
 */
function sinceTold(candidate: Candidate, before: ToldBefore, halfLifeMs: number): Tellable | undefined {
  const tellers = candidate.tellers.filter(
    ({ id, storedAt, copyOf, isStub }) =>
      storedAt > before.at && copyOf === undefined && !isStub && !before.articleIds.includes(id),
  );
  if (tellers.length === 0) return undefined;
  const age = { at: before.at, halfLifeMs };
  const share = worthOf(tellers, age) / worthOf(candidate.tellers, age);
  return { ...candidate, tellers, before, score: candidate.score * share * updateWorth };
}

/** Parts what may be told from what was told and has nothing new. */
export function partTold(
  candidates: readonly Candidate[],
  told: ReadonlyMap<string, ToldBefore>,
  halfLifeMs: number,
): { readonly tellable: readonly Tellable[]; readonly leftOut: readonly LeftOut[] } {
  if (told.size === 0) return { tellable: candidates, leftOut: [] };
  const tellable: Tellable[] = [];
  const leftOut: LeftOut[] = [];
  for (const candidate of candidates) {
    const before = told.get(candidate.storyId);
    const again = before === undefined ? candidate : sinceTold(candidate, before, halfLifeMs);
    if (again === undefined) leftOut.push(leaveOut(candidate, 'told'));
    else tellable.push(again);
  }
  return { tellable: tellable.sort(byScore), leftOut };
}

/** A candidate that is left out after all. */
export const leaveOut = (
  { storyId, tellers, sourceCount, score }: Candidate,
  verdict: LeftOut['verdict'],
): LeftOut => ({
  storyId,
  articleId: tellers[0]?.id ?? storyId,
  sourceCount,
  verdict,
  worth: score,
});
