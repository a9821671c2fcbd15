import type { FeedReading, FeedSource } from '../feed/parsed-feed.ts';
import { readFeed } from '../feed/read-feed.ts';
import { type IncomingDocument, type Reading, readDocument } from '../read-document.ts';

/** What a process that reads is sent. */
export type ReadingTask =
  | { readonly kind: 'document'; readonly document: IncomingDocument }
  | { readonly kind: 'feed'; readonly source: FeedSource };

/** What it broke on. */
export interface Broken {
  readonly ok: false;
  readonly reason: 'unreadable';
  readonly cause: unknown;
}

/** Reads what came in. What breaks a reader is an answer too. */
export function doTask(task: ReadingTask): Reading | FeedReading | Broken {
  try {
    return task.kind === 'feed' ? readFeed(task.source) : readDocument(task.document);
  } catch (cause) {
    return { ok: false, reason: 'unreadable', cause };
  }
}
