import type { Headline } from './article.ts';

/**
 * Why words are no times of a digest: no times that are known, more often or more times than a digest comes, an hour
 * that may be in the morning or in the evening, nothing of when in the day, weekdays or a zone (which go elsewhere).
 */
export type TimesProblem = 'unknown' | 'often' | 'many' | 'half' | 'when' | 'days' | 'zone';

/** Why words are none that stories could be chosen by; `most`: so many are taken, or so long ones. */
export type WordsProblem =
  | { readonly why: 'none' }
  | { readonly why: 'many'; readonly most: number }
  | { readonly why: 'long'; readonly word: string; readonly most: number }
  /** It has no letter and no digit. */
  | { readonly why: 'empty'; readonly word: string }
  /** It is wanted, and with a minus it is not. */
  | { readonly why: 'both'; readonly word: string };

/** The catalogue's problems a person can act on, and the facts their texts need. */
interface UserProblems {
  noSuchStory: { readonly asked: string; readonly closest: readonly Headline[] };
  noStoryGiven: Record<never, never>;
  emptyText: { readonly name: string };
  notText: { readonly name: string };
  tooLarge: { readonly name: string; readonly limitMb: number };
  linkRefused: Record<never, never>;
  tooManyLinks: { readonly minutes: number };
  tooManyFiles: { readonly minutes: number };
  pageNotReadable: { readonly host: string; readonly why: string };
  badTime: { readonly asked: string; readonly why?: TimesProblem };
  badZone: { readonly asked: string };
  badDays: { readonly asked: string };
  badSince: { readonly asked: string };
  badWords: { readonly asked: string; readonly problem: WordsProblem };
  noSuchDigest: { readonly asked: string };
  noDigestsYet: Record<never, never>;
  /** None was named, and there are several. */
  whichDigest: { readonly names: readonly string[] };
  /** Several digests are called so. */
  severalDigests: { readonly asked: string };
  /** A server may have no more digests than that. */
  tooManyDigests: { readonly most: number };
  /** A digest has run at no such time, as far as is known. */
  noSuchRun: { readonly asked: string };
  /** `/digest edit` was told of nothing that changes. */
  nothingToChange: Record<never, never>;
  /** Posts are published from announcement channels only. */
  notAnnouncement: { readonly channelId: string };
  /** No thread can hang on a post in a forum or a thread. */
  noThreadsThere: { readonly channelId: string };
  wantsTag: { readonly channelId: string };
  /** The role of everyone is none that a post notifies. */
  everyoneRole: Record<never, never>;
  /** The channel of a digest was deleted. */
  channelGone: Record<never, never>;
  missingPermissions: { readonly channelId: string; readonly missing: readonly string[] };
  cannotHoldMessages: { readonly channelId: string };
  guildOnly: Record<never, never>;
  fileUnreachable: { readonly name: string };
  /** No stored article holds the words of a search. */
  nothingFound: {
    readonly asked: string;
    readonly searched: number;
    /** What was asked for besides words; `since` in UTC milliseconds. */
    readonly source?: string;
    readonly since?: number;
    /** Articles that hold some of the words. */
    readonly nearest?: readonly Headline[];
  };
  /** Nothing that was typed is a word to search for. */
  noSearchWords: Record<never, never>;
  /** The words of a search are remembered for half an hour only. */
  searchForgotten: Record<never, never>;
  /** A person may ask so often only; there is a question again at `until`, UTC milliseconds. */
  tooManyQuestions: { readonly until: number };
  /** A button's question is remembered for some minutes only. */
  questionGone: Record<never, never>;
  noSuchTopic: { readonly asked: string; readonly known: readonly string[] };
  noSuchSource: { readonly asked: string; readonly known: readonly string[] };
  /** No stored article quotes anyone by that name. */
  noSuchSpeaker: { readonly asked: string; readonly closest: readonly string[] };
  notStoredAnyMore: Record<never, never>;
  /** A server may follow no more feeds than that. */
  tooManyFeeds: { readonly most: number };
  /** Neither a file nor a pack. */
  nothingToImport: Record<never, never>;
  notOpml: { readonly name: string };
  noSuchPack: { readonly asked: string };
  noSuchFeed: { readonly asked: string };
  /** The button or command is for those who manage the server. */
  mayNotManage: Record<never, never>;
  /** What was found of a feed waits for a yes only so long. */
  proposalGone: Record<never, never>;
}

export type UserProblem = {
  [Code in keyof UserProblems]: { readonly code: Code } & UserProblems[Code];
}[keyof UserProblems];

/** A person's problem, not a fault: said to them in the catalogue's words, never logged as an error. */
export class UserError extends Error {
  override readonly name = 'UserError';
  readonly problem: UserProblem;

  constructor(problem: UserProblem, options?: ErrorOptions) {
    super(problem.code, options);
    this.problem = problem;
  }
}

/** Mistakes in the configuration, all of them at once. The process ends with status 78 (EX_CONFIG). */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly mistakes: readonly string[];

  constructor(mistakes: readonly string[], options?: ErrorOptions) {
    super(`configuration: ${mistakes.join('; ')}`, options);
    this.mistakes = mistakes;
  }
}
