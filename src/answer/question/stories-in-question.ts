import type { Article, Headline } from '../../domain/article.ts';
import type { Story } from '../../domain/story.ts';
import { heldWords, heldWorth, isWorthOf } from '../held-words.ts';
import type { AskedWords } from './asked-words.ts';

/** A story that a question may be about, as far as some of its articles tell. */
export interface StoryInQuestion {
  readonly id: string;
  readonly lead: Headline;
  readonly articles: readonly Article[];
  /** How much of the question its words hold, those of its headlines more. */
  readonly fit: number;
  /** Its headlines name something of the question. */
  readonly isNamed: boolean;
  /** It holds so much of what is asked about that a line of it is no accident. */
  readonly isAboutIt: boolean;
  /** It holds most of the question, and its headlines much of it. */
  readonly isObvious: boolean;
}

const titleShare = 0.5;
/** Shares by worth of the telling words, and of those that name a subject: any store has a line that is like a question. */
const leastShare = 0.4;
const leastShareOfSubjects = 0.6;
const enough = 0.75;
const enoughOfTitle = 0.4;

/** Whether a text holds so large a share of some words. */
const isMostOf = (words: readonly string[], held: ReadonlySet<string>, share: number): boolean =>
  words.length > 0 && words.filter((word) => held.has(word)).length >= share * words.length;

/** The stories of some articles, each once; of those that fit equally, the one whose article comes first. */
export function storiesInQuestion(
  { telling, subjects }: AskedWords,
  articles: readonly Article[],
  stories: ReadonlyMap<string, Story>,
): readonly StoryInQuestion[] {
  const naming = subjects.length > 0 ? subjects : telling;
  const groups = new Map<string, Article[]>();
  for (const article of articles) {
    const id = stories.get(article.id)?.id ?? article.id;
    groups.set(id, [...(groups.get(id) ?? []), article]);
  }
  return [...groups]
    .flatMap(([id, group]) => {
      const [first] = group;
      const lead = first === undefined ? undefined : (stories.get(first.id)?.lead ?? first);
      if (lead === undefined) return [];
      const { everywhere, inTitle } = heldWords(group);
      const named = heldWorth(naming, inTitle);
      const fit = heldWorth(telling, everywhere) + titleShare * named;
      const isAboutIt =
        isWorthOf(telling, everywhere, leastShare) && isWorthOf(subjects, everywhere, leastShareOfSubjects);
      const isObvious = isMostOf(telling, everywhere, enough) && isMostOf(telling, inTitle, enoughOfTitle);
      return [{ id, lead, articles: group, fit, isNamed: named > 0, isAboutIt, isObvious }];
    })
    .toSorted((one, other) => other.fit - one.fit);
}
