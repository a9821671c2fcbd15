import { acknowledgementMs, interactionType } from '../interactions.ts';
import { fieldsOf, textOf } from '../json.ts';
import { isVisibleTo } from '../message-view.ts';
import type { AskedView, ModalView, StreamEvent } from '../page/protocol.ts';
import type { Interaction, Message, User, World, WorldEvent } from '../world.ts';
import type { BotPresence } from './bot-presence.ts';
import { messageView, userView } from './message-view.ts';
import { personView, placesOf, sees } from './places.ts';

export interface Watcher {
  readonly world: World;
  readonly presence: BotPresence;
  /** Who looks. */
  readonly user: User;
  readonly tell: (event: StreamEvent) => void;
}

function snapshotOf({ world, presence, user }: Watcher): StreamEvent {
  return {
    type: 'snapshot',
    snapshot: {
      ...placesOf(world, user),
      person: personView(world, user),
      people: [...world.users.values()]
        .filter(({ isBot }) => !isBot)
        .map((person) => personView(world, person)),
      bot: userView(world.bot),
      isBotOnline: presence.isOnline(),
    },
  };
}

function seesMessage({ world, user }: Watcher, message: Message): boolean {
  const channel = world.channels.get(message.channelId);
  return channel !== undefined && sees(world, channel, user.id) && isVisibleTo(message, user.id);
}

function messageEvent(
  watcher: Watcher,
  type: 'message.created' | 'message.edited' | 'message.deleted',
  message: Message,
): StreamEvent | undefined {
  if (!seesMessage(watcher, message)) return undefined;
  if (type === 'message.deleted') return { type, channelId: message.channelId, messageId: message.id };
  return { type, message: messageView(watcher.world, message, watcher.user.id) };
}

const kinds: Readonly<Record<number, AskedView['kind']>> = {
  [interactionType.component]: 'component',
  [interactionType.modalSubmit]: 'form',
};

function askedView({ id, type, channelId, label, sourceMessageId, payload }: Interaction): AskedView {
  const customId = textOf(fieldsOf(payload.data).custom_id);
  return {
    id,
    kind: kinds[type] ?? 'command',
    channelId,
    label,
    ...(sourceMessageId === undefined ? {} : { messageId: sourceMessageId }),
    ...(customId === undefined ? {} : { customId }),
  };
}

function modalOf({ id, channelId, acknowledgement }: Interaction): ModalView | undefined {
  const modal = acknowledgement?.modal;
  if (modal === undefined) return undefined;
  return { interactionId: id, channelId, title: modal.title, components: modal.components };
}

function answeredEvent(interaction: Interaction): StreamEvent {
  const modal = modalOf(interaction);
  return { type: 'answered', id: interaction.id, ...(modal === undefined ? {} : { modal }) };
}

function eventFor(watcher: Watcher, event: WorldEvent): StreamEvent | undefined {
  const { world, presence, user } = watcher;
  switch (event.type) {
    case 'message.created':
    case 'message.edited':
    case 'message.deleted':
      return messageEvent(watcher, event.type, event.message);
    case 'typing': {
      const channel = world.channels.get(event.channelId);
      const isSeen = channel !== undefined && sees(world, channel, user.id);
      return isSeen ? { type: 'typing', channelId: channel.id } : undefined;
    }
    case 'interaction.created':
      return { type: 'asked', asked: askedView(event.interaction) };
    case 'interaction.acknowledged':
      return answeredEvent(event.interaction);
    case 'gateway.identified':
    case 'gateway.resumed':
    case 'gateway.closed':
      return { type: 'bot', isOnline: presence.isOnline() };
    case 'request':
      return undefined;
    default:
      return { type: 'places', places: placesOf(world, user) };
  }
}

/** Of interactions one hears of one's own, and nothing of what autocomplete asks. */
function concerns({ user }: Watcher, event: WorldEvent): boolean {
  if (event.type !== 'interaction.created' && event.type !== 'interaction.acknowledged') return true;
  return event.interaction.userId === user.id && event.interaction.type !== interactionType.autocomplete;
}

/**
 * Tells what a person's client hears, beginning with all there is; an interaction that nobody acknowledges in
 * Discord's three seconds is told as unanswered. Goes on until the returned function is called.
 */
export function watch(watcher: Watcher): () => void {
  const timers = new Map<string, NodeJS.Timeout>();
  const settle = (id: string) => {
    clearTimeout(timers.get(id));
    timers.delete(id);
  };
  const expect = (id: string) => {
    const expire = () => {
      timers.delete(id);
      watcher.tell({ type: 'unanswered', id });
    };
    timers.set(id, setTimeout(expire, acknowledgementMs));
  };
  watcher.tell(snapshotOf(watcher));
  const stop = watcher.world.observe((event) => {
    if (!concerns(watcher, event)) return;
    const told = eventFor(watcher, event);
    if (told?.type === 'asked') expect(told.asked.id);
    if (told?.type === 'answered') settle(told.id);
    if (told !== undefined) watcher.tell(told);
  });
  return () => {
    stop();
    for (const id of [...timers.keys()]) settle(id);
  };
}
