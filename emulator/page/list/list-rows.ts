import type { MessageView } from '../protocol.ts';
import type { Asked } from '../state/client-state.ts';

/** What stands in the list of a channel, from top to bottom. */
export type ListRow =
  | { readonly kind: 'day'; readonly key: string; readonly at: number }
  | {
      readonly kind: 'message';
      readonly key: string;
      readonly message: MessageView;
      /** Whether it goes on where the one above it ended. */
      readonly follows: boolean;
    }
  | { readonly kind: 'asked'; readonly key: string; readonly asked: Asked };

const togetherMs = 7 * 60_000;

/** Whether two messages stand under one name. */
function follows(message: MessageView, before: MessageView | undefined): boolean {
  if (before === undefined || before.author.id !== message.author.id) return false;
  if (message.isEphemeral !== before.isEphemeral) return false;
  if (message.usedCommand !== undefined || message.referenced_message !== undefined) return false;
  return Date.parse(message.timestamp) - Date.parse(before.timestamp) < togetherMs;
}

/** `dayOf` names the day of an instant in the reader's zone. */
export function listRows(
  messages: readonly MessageView[],
  asked: readonly Asked[],
  dayOf: (at: number) => string,
): readonly ListRow[] {
  const rows: ListRow[] = [];
  let day = '';
  let before: MessageView | undefined;
  for (const message of messages) {
    const at = Date.parse(message.timestamp);
    const thisDay = dayOf(at);
    if (thisDay !== day) {
      rows.push({ kind: 'day', key: `day ${thisDay}`, at });
      before = undefined;
    }
    day = thisDay;
    rows.push({ kind: 'message', key: message.id, message, follows: follows(message, before) });
    before = message;
  }
  return [...rows, ...asked.map((one) => ({ kind: 'asked' as const, key: `asked ${one.id}`, asked: one }))];
}
