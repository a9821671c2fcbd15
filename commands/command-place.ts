import {
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import { UserError } from '../src/domain/errors.ts';
import type { Reader } from '../src/domain/scope.ts';

/** Where a reading command can be used: in servers, in the bot's direct messages, and wherever its user is. */
export const anywhere = {
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  contexts: [
    InteractionContextType.Guild,
    InteractionContextType.BotDM,
    InteractionContextType.PrivateChannel,
  ],
};

/** Where what belongs to a server is managed, and by whom as long as the server does not say otherwise. */
export const byManagers = {
  default_member_permissions: PermissionFlagsBits.ManageGuild.toString(),
  integration_types: [ApplicationIntegrationType.GuildInstall],
  contexts: [InteractionContextType.Guild],
};

/** The guild that a command or a button is about. */
export function guildOf({ guildId }: Reader): string {
  if (guildId === undefined) throw new UserError({ code: 'guildOnly' });
  return guildId;
}
