import { interactionType } from '../interactions.ts';
import { isVisibleTo } from '../message-view.ts';
import type { AttachmentView, MessageView, UsedCommand, UserView } from '../page/protocol.ts';
import { type Attachment, type Message, messageFlag, type User, type World } from '../world.ts';

export function userView({ id, username, globalName, isBot }: User): UserView {
  return { id, username, global_name: isBot ? null : globalName, bot: isBot };
}

function attachmentView({ id, filename, size, url, content_type, description }: Attachment): AttachmentView {
  return {
    id,
    filename,
    size,
    url,
    ...(content_type === undefined ? {} : { content_type }),
    ...(description === undefined ? {} : { description }),
  };
}

function usedCommand(world: World, { interactionId }: Message): UsedCommand | undefined {
  const interaction = world.interactions.get(interactionId ?? '');
  if (interaction?.type !== interactionType.command) return undefined;
  const user = world.users.get(interaction.userId);
  return user === undefined ? undefined : { user: userView(user), label: interaction.label };
}

function isPing(world: World, { pings, author, channelId }: Message, personId: string): boolean {
  if (author.id === personId) return false;
  const guild = world.guilds.get(world.channels.get(channelId)?.guildId ?? '');
  const roleIds = guild?.members.get(personId)?.roleIds ?? [];
  return (
    pings.everyone || pings.userIds.includes(personId) || roleIds.some((id) => pings.roleIds.includes(id))
  );
}

/** Whom a message answers; null once that is gone, or is not for this person's eyes. */
function referenceOf(world: World, { replyTo }: Message, personId: string): MessageView | null | undefined {
  if (replyTo === undefined) return undefined;
  const replied = world.messages.get(replyTo);
  if (replied === undefined || !isVisibleTo(replied, personId)) return null;
  const { replyTo: _, ...alone } = replied;
  return messageView(world, alone, personId);
}

function threadOf(world: World, { id, flags }: Message): MessageView['thread'] {
  const thread = (flags & messageFlag.hasThread) === 0 ? undefined : world.channels.get(id);
  return thread === undefined ? undefined : { id, name: thread.name };
}

/** A message as one person's client has it. */
export function messageView(world: World, message: Message, personId: string): MessageView {
  const isEphemeral = (message.flags & messageFlag.ephemeral) !== 0;
  const used = usedCommand(world, message);
  const replied = referenceOf(world, message, personId);
  const thread = threadOf(world, message);
  return {
    id: message.id,
    type: message.type,
    channel_id: message.channelId,
    author: userView(message.author),
    content: message.content,
    embeds: message.embeds,
    components: message.components,
    attachments: message.attachments.map(attachmentView),
    flags: message.flags,
    timestamp: new Date(message.at).toISOString(),
    edited_timestamp: message.editedAt === undefined ? null : new Date(message.editedAt).toISOString(),
    isEphemeral,
    isThinking: (message.flags & messageFlag.loading) !== 0,
    mayDismiss: isEphemeral,
    isPing: isPing(world, message, personId),
    ...(used === undefined ? {} : { usedCommand: used }),
    ...(thread === undefined ? {} : { thread }),
    ...(replied === undefined ? {} : { referenced_message: replied }),
  };
}
