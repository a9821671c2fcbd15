import type { Digest } from './digest.ts';
import type { Reply } from './reply.ts';
import type { RunRecord } from './run-record.ts';

/** A run of a digest: for when it was scheduled, when it is made, and by what its post is found again. UTC milliseconds. */
export interface DigestRun {
  readonly digest: Digest;
  readonly slot: number;
  readonly at: number;
  /** A person asked for it now: it is never late. */
  readonly isAsked: boolean;
  /** Six characters, for the post's footer. */
  readonly reference: string;
}

/** What a run would post, of which articles, and why of these. */
export interface DigestDraft {
  /** Absent: nothing new to say. */
  readonly reply?: Reply;
  /** What goes into the thread of a post whose digest is in the style of threads. */
  readonly threadReply?: Reply;
  readonly articleIds: readonly string[];
  readonly record: RunRecord;
}

/** The one maker of digests: previews and posts come from it. */
export type DraftDigest = (run: DigestRun) => Promise<DigestDraft>;
