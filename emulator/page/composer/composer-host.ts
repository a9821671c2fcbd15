import type { Action, ActionAnswer, Snapshot } from '../protocol.ts';

/** What the composer needs of the page. */
export interface ComposerHost {
  snapshot(): Snapshot;
  /** The open channel. */
  channelId(): string;
  act(action: Action, files?: readonly File[]): Promise<ActionAnswer>;
  /** Shows a refusal, or takes the last one away. */
  complain(words: string | undefined): void;
}

/** The words of whatever went wrong. */
export function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
