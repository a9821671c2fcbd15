import type { ChosenChannel } from '../src/domain/command.ts';
import { UserError } from '../src/domain/errors.ts';

/** A chosen channel, once it is known that the bot can post there. */
export function postableChannel(channel: ChosenChannel): ChosenChannel {
  const { id, takesMessages, missingPermissions } = channel;
  if (!takesMessages) throw new UserError({ code: 'cannotHoldMessages', channelId: id });
  if (missingPermissions.length > 0)
    throw new UserError({ code: 'missingPermissions', channelId: id, missing: missingPermissions });
  return channel;
}
