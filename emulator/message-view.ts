import { interactionType } from './interactions.ts';
import { compact, type Fields } from './json.ts';
import { channelView, userView } from './views.ts';
import { type Interaction, type Message, messageFlag, type World } from './world.ts';

function metadata(world: World, interaction: Interaction): Fields {
  const { id, type, payload, userId, sourceMessageId, triggerId } = interaction;
  const user = world.users.get(userId);
  const trigger = world.interactions.get(triggerId ?? '');
  return compact({
    id,
    type,
    user: user === undefined ? undefined : userView(user),
    authorizing_integration_owners: payload.authorizing_integration_owners,
    interacted_message_id: type === interactionType.component ? sourceMessageId : undefined,
    triggering_interaction_metadata: trigger === undefined ? undefined : metadata(world, trigger),
  });
}

/** A follow-up names the message it follows. */
function metadataOn(world: World, interaction: Interaction, { id }: Message): Fields {
  const { originalId } = interaction;
  return {
    ...metadata(world, interaction),
    ...(originalId === undefined || originalId === id ? {} : { original_response_message_id: originalId }),
  };
}

/** What marks a message as the answer to an interaction. */
function interactionParts(world: World, message: Message): Fields {
  const interaction = world.interactions.get(message.interactionId ?? '');
  if (interaction === undefined) return {};
  return {
    application_id: world.applicationId,
    webhook_id: world.applicationId,
    interaction_metadata: metadataOn(world, interaction, message),
  };
}

/** Whether the bot, which may not read everyone's messages, may read this one: its own, to it, or of its DMs. */
function isOpenToBot(world: World, { author, channelId, pings }: Message): boolean {
  const isDirect = world.channels.get(channelId)?.recipientId !== undefined;
  return author.id === world.bot.id || isDirect || pings.userIds.includes(world.bot.id);
}

/** The thread that was started on a message. */
function threadPart(world: World, { id, flags }: Message): Fields {
  const thread = (flags & messageFlag.hasThread) === 0 ? undefined : world.channels.get(id);
  return thread === undefined ? {} : { thread: channelView(world, thread) };
}

function ownParts(world: World, message: Message, isWhole: boolean): Fields {
  const isShown = isWhole || isOpenToBot(world, message);
  return {
    id: message.id,
    type: message.type,
    channel_id: message.channelId,
    author: userView(message.author),
    content: isShown ? message.content : '',
    embeds: isShown ? message.embeds : [],
    components: isShown ? message.components : [],
    attachments: isShown ? message.attachments : [],
    flags: message.flags,
    mentions: message.pings.userIds.flatMap((id) => {
      const user = world.users.get(id);
      return user === undefined ? [] : [userView(user)];
    }),
    mention_roles: message.pings.roleIds,
    mention_everyone: message.pings.everyone,
    timestamp: new Date(message.at).toISOString(),
    edited_timestamp: message.editedAt === undefined ? null : new Date(message.editedAt).toISOString(),
    pinned: false,
    tts: false,
    ...(message.nonce === undefined ? {} : { nonce: message.nonce }),
    ...interactionParts(world, message),
    ...threadPart(world, message),
  };
}

/** Whose message another one answers; null once it is gone. */
function referenceParts(world: World, { replyTo, channelId }: Message, isWhole: boolean): Fields {
  if (replyTo === undefined) return {};
  const replied = world.messages.get(replyTo);
  const guildId = world.channels.get(channelId)?.guildId;
  return {
    message_reference: compact({ type: 0, message_id: replyTo, channel_id: channelId, guild_id: guildId }),
    referenced_message: replied === undefined ? null : ownParts(world, replied, isWhole),
  };
}

/** A message as the bot sees it: without the message content intent the words of others are left out. */
export function messageView(world: World, message: Message): Fields {
  return { ...ownParts(world, message, false), ...referenceParts(world, message, false) };
}

/** A message with all its words: what a command is used on is shown to the bot. */
export function wholeMessageView(world: World, message: Message): Fields {
  return { ...ownParts(world, message, true), ...referenceParts(world, message, true) };
}

/** Whether one person can see a message: an ephemeral one is for a single person. */
export function isVisibleTo(message: Message, userId: string): boolean {
  return (message.flags & messageFlag.ephemeral) === 0 || message.onlyFor === userId;
}
