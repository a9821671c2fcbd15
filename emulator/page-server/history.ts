import { isVisibleTo } from '../message-view.ts';
import { messagesOf } from '../messages.ts';
import type { History } from '../page/protocol.ts';
import { compareIds } from '../snowflake.ts';
import type { Channel, User, World } from '../world.ts';
import { messageView } from './message-view.ts';

const most = 100;

/** The newest messages of a channel that a person sees, before one if it is named. */
export function historyOf(world: World, channel: Channel, user: User, before: string | null): History {
  const seen = messagesOf(world, channel.id).filter((message) => isVisibleTo(message, user.id));
  const older = before === null ? seen : seen.filter(({ id }) => compareIds(id, before) < 0);
  return {
    messages: older.slice(-most).map((message) => messageView(world, message, user.id)),
    hasOlder: older.length > most,
  };
}
