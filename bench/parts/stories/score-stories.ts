import type { GoldArticle } from './story-gold.ts';

export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/**
 * BCubed: for each gold article, how much of its story is of its event, and how much of its event is in its story.
 * Articles that are not gold count against the stories they are in.
 */
export function bCubed(
  gold: readonly GoldArticle[],
  stories: readonly { readonly articleIds: readonly string[] }[],
): Score {
  const events = new Map(gold.map(({ id, event }) => [id, event]));
  const sizes = new Map<string, number>();
  for (const { event } of gold) sizes.set(event, (sizes.get(event) ?? 0) + 1);
  let precision = 0;
  let recall = 0;
  for (const { articleIds } of stories)
    for (const event of articleIds.flatMap((id) => events.get(id) ?? [])) {
      const same = articleIds.filter((id) => events.get(id) === event).length;
      precision += same / articleIds.length / gold.length;
      recall += same / (sizes.get(event) ?? 1) / gold.length;
    }
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) };
}
