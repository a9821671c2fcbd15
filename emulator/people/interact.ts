import { uploadLimitBytes } from '../attachments.ts';
import { newInteractionToken } from '../interactions.ts';
import { compact, type Fields } from '../json.ts';
import { messageView } from '../message-view.ts';
import { permissionsIn } from '../permissions.ts';
import { integrationOwners, interactionChannelView, memberView, userView } from '../views.ts';
import type { Interaction, Message } from '../world.ts';
import { contextOf } from './find-command.ts';
import { guildOf, type Seat } from './seat.ts';

/** What a person wants of the bot. */
export interface Asked {
  readonly type: number;
  readonly data: Fields;
  readonly label: string;
  /** The message that the pressed component stands on. */
  readonly source?: Message;
  /** The interaction whose form is sent. */
  readonly triggerId?: string;
}

function whoAsks(seat: Seat): Fields {
  const { world, user, channel } = seat;
  const guild = guildOf(seat);
  if (guild === undefined) return { user: userView(user) };
  const permissions = permissionsIn(world, channel, user.id).toString();
  return {
    guild_id: guild.id,
    guild: { id: guild.id, locale: guild.locale, features: [] },
    guild_locale: guild.locale,
    member: { ...memberView(world, guild, user.id), permissions },
  };
}

function payloadOf(seat: Seat, { type, data, source }: Asked, id: string, token: string): Fields {
  const { world, channel, user, locale } = seat;
  return compact({
    id,
    application_id: world.applicationId,
    type,
    token,
    version: 1,
    data,
    ...whoAsks(seat),
    channel_id: channel.id,
    channel: interactionChannelView(world, channel, user.id),
    message: source === undefined ? undefined : messageView(world, source),
    app_permissions: permissionsIn(world, channel, world.bot.id).toString(),
    locale,
    entitlements: [],
    entitlement_sku_ids: [],
    authorizing_integration_owners: integrationOwners(channel),
    context: contextOf(seat),
    attachment_size_limit: uploadLimitBytes,
  });
}

/** Sends an interaction to the bot, over whatever gateway session listens. */
export function interact(seat: Seat, asked: Asked): Interaction {
  const { world, user, channel } = seat;
  const id = world.newId();
  const token = newInteractionToken(id);
  const interaction: Interaction = {
    id,
    token,
    type: asked.type,
    at: world.now(),
    userId: user.id,
    channelId: channel.id,
    label: asked.label,
    payload: payloadOf(seat, asked, id, token),
    followUpIds: [],
    ...(asked.triggerId === undefined ? {} : { triggerId: asked.triggerId }),
    ...(asked.source === undefined ? {} : { sourceMessageId: asked.source.id }),
  };
  world.interactions.set(id, interaction);
  world.tell({ type: 'interaction.created', interaction });
  return interaction;
}
