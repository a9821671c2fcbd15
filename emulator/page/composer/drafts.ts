import type { MessageView } from '../protocol.ts';

/** What was begun in a channel and not sent. */
export interface Draft {
  readonly text: string;
  readonly replied: MessageView | undefined;
}

const noDraft: Draft = { text: '', replied: undefined };

/** Keeps what is unsent in one channel while another is open; gives what is unsent in the next. */
export function createDrafts(): (next: string, leaving: Draft) => Draft {
  const drafts = new Map<string, Draft>();
  let channelId = '';
  return (next, leaving) => {
    drafts.set(channelId, leaving);
    channelId = next;
    return drafts.get(next) ?? noDraft;
  };
}
