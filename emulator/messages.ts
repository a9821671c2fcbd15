import { pingsOf } from './mentions.ts';
import type { MessageDraft } from './validate/message.ts';
import { type Channel, type Message, messageFlag, type User, type World } from './world.ts';

/** A channel's messages, oldest first. */
export function messagesOf(world: World, channelId: string): readonly Message[] {
  return (world.timelines.get(channelId) ?? []).flatMap((id) => world.messages.get(id) ?? []);
}

export interface MessageOrigin {
  /** That of the forum's post which it opens; otherwise a new one. */
  readonly id?: string;
  readonly author: User;
  readonly type?: number;
  readonly onlyFor?: string;
  readonly interactionId?: string;
}

export const messageType = { usual: 0, reply: 19, slashCommand: 20, contextMenu: 23 } as const;

/** What stands in the channel while a deferred reply is on its way. */
export function emptyDraft(flags: number): MessageDraft {
  return {
    content: '',
    embeds: [],
    components: [],
    attachments: [],
    flags,
    allowedMentions: undefined,
    isNonceEnforced: false,
  };
}

function pingsOfDraft(world: World, channel: Channel, authorId: string, draft: MessageDraft) {
  const replied = draft.replyTo === undefined ? undefined : world.messages.get(draft.replyTo);
  return pingsOf(world, channel, authorId, {
    content: draft.content,
    components: draft.components,
    allowedMentions: draft.allowedMentions,
    ...(replied === undefined || replied.author.id === authorId ? {} : { repliedUserId: replied.author.id }),
  });
}

export function createMessage(
  world: World,
  channel: Channel,
  draft: MessageDraft,
  origin: MessageOrigin,
): Message {
  const { content, embeds, components, attachments, flags, nonce, replyTo } = draft;
  const message: Message = {
    id: origin.id ?? world.newId(),
    channelId: channel.id,
    author: origin.author,
    type: origin.type ?? (replyTo === undefined ? messageType.usual : messageType.reply),
    content,
    embeds,
    components,
    attachments,
    flags,
    pings: pingsOfDraft(world, channel, origin.author.id, draft),
    at: world.now(),
    ...(nonce === undefined ? {} : { nonce }),
    ...(replyTo === undefined ? {} : { replyTo }),
    ...(origin.onlyFor === undefined ? {} : { onlyFor: origin.onlyFor }),
    ...(origin.interactionId === undefined ? {} : { interactionId: origin.interactionId }),
  };
  world.messages.set(message.id, message);
  const timeline = world.timelines.get(channel.id);
  if (timeline === undefined) world.timelines.set(channel.id, [message.id]);
  else timeline.push(message.id);
  world.tell({ type: 'message.created', message });
  return message;
}

/** An edit notifies nobody; the first words of a deferred reply do, and are no edit to those who read them. */
export function editMessage(world: World, message: Message, draft: MessageDraft): Message {
  const channel = world.channels.get(message.channelId);
  const isFirst = (message.flags & messageFlag.loading) !== 0 && channel !== undefined;
  const { content, embeds, components, attachments, flags } = draft;
  const edited: Message = {
    ...message,
    content,
    embeds,
    components,
    attachments,
    flags,
    pings: isFirst ? pingsOfDraft(world, channel, message.author.id, draft) : message.pings,
    ...(isFirst ? {} : { editedAt: world.now() }),
  };
  world.messages.set(edited.id, edited);
  world.tell({ type: 'message.edited', message: edited });
  return edited;
}

export function deleteMessage(world: World, message: Message): void {
  world.messages.delete(message.id);
  world.tell({ type: 'message.deleted', message });
}
