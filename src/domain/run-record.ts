/** What can become of a story in a run of a digest, in the order in which that is told. */
export const verdicts = [
  'new',
  'update',
  'rank',
  'room',
  'told',
  'topic',
  'source',
  'words',
  'except-words',
  'muted',
  'stub',
] as const;

/**
 * What became of a story in a run of a digest. Taken: `new`, or `update` where an earlier post told it and it has
 * changed. Left out: others ranked before it, no room in the post, told before and nothing new since, another topic or
 * publisher, none of the wanted words, an unwanted word, only muted feeds tell it, or no article says enough.
 */
export type Verdict = (typeof verdicts)[number];

export const isTaken = ({ verdict }: { readonly verdict: Verdict }): boolean =>
  verdict === 'new' || verdict === 'update';

/** A story of a run. Its title is looked up when it is shown, as the article may be gone by then. */
export interface JudgedStory {
  readonly storyId: string;
  /** The article that tells it. */
  readonly articleId: string;
  readonly verdict: Verdict;
  /** How many publishers tell it. */
  readonly sourceCount: number;
  /** What the ranking goes by, higher is better; absent where a rule left the story out before it was ranked. */
  readonly score?: number;
  /** What the rule met: the unwanted word. */
  readonly detail?: string;
}

/** Why a run of a digest looks as it does. Times are UTC milliseconds. */
export interface RunRecord {
  /** Stories were looked at that something was told of in this time. */
  readonly since: number;
  readonly until: number;
  /** How many there were, by what became of them. */
  readonly counts: Readonly<Partial<Record<Verdict, number>>>;
  /** Those taken, in the order of the post, then the best of those left out; 30 at most. */
  readonly stories: readonly JudgedStory[];
}
