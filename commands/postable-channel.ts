import type { ChosenChannel } from '../src/domain/command.ts';
import { UserError } from '../src/domain/errors.ts';

/**
 * A chosen channel, once it is known that the bot can post there. `inForums`: a forum will do, where each post is a
 * thread of its own.
 */
export function postableChannel(channel: ChosenChannel, inForums = false): ChosenChannel {
  const { id, takesMessages, isForum, missingPermissions } = channel;
  if (!takesMessages && !(inForums && isForum === true))
    throw new UserError({ code: 'cannotHoldMessages', channelId: id });
  if (missingPermissions.length > 0)
    throw new UserError({ code: 'missingPermissions', channelId: id, missing: missingPermissions });
  return channel;
}
