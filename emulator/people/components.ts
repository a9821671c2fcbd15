import { type Component, componentType, flatten } from '../component.ts';
import { interactionType } from '../interactions.ts';
import { compact, type Fields } from '../json.ts';
import { isVisibleTo } from '../message-view.ts';
import { type Message, messageFlag } from '../world.ts';
import { type Answer, createAnswer } from './answer.ts';
import { interact } from './interact.ts';
import { resolvedView } from './resolve.ts';
import { ClientRefusal, requireView, type Seat } from './seat.ts';
import { choose } from './selects.ts';

/** The message as it stands now, if this person sees it here. */
export function requireMessage(seat: Seat, { id }: Message): Message {
  requireView(seat);
  const message = seat.world.messages.get(id);
  if (message === undefined || message.channelId !== seat.channel.id || !isVisibleTo(message, seat.user.id))
    throw new ClientRefusal(`${seat.user.username} sees no message ${id} in this channel`);
  return message;
}

function findComponent(
  message: Message,
  isWanted: (component: Component) => boolean,
  name: string,
): Component {
  const component = flatten(message.components).find(isWanted);
  if (component === undefined) throw new ClientRefusal(`the message has no "${name}" to use`);
  if (component.disabled === true) throw new ClientRefusal(`"${name}" is switched off`);
  return component;
}

function use(seat: Seat, source: Message, component: Component, more: Fields): Answer {
  const { custom_id: customId = '', type, id } = component;
  if ((source.flags & messageFlag.loading) !== 0) throw new ClientRefusal('the bot is still thinking');
  const interaction = interact(seat, {
    type: interactionType.component,
    data: compact({ custom_id: customId, component_type: type, id, ...more }),
    label: `"${customId}"`,
    source,
  });
  return createAnswer(seat.world, interaction, source);
}

/** Presses a button, named by its label or its custom id. */
export function press(seat: Seat, message: Message, name: string): Answer {
  const source = requireMessage(seat, message);
  const isNamed = ({ type, label, custom_id: customId }: Component) =>
    type === componentType.button && (customId === name || label === name);
  const button = findComponent(source, isNamed, name);
  if (button.custom_id === undefined)
    throw new ClientRefusal(`"${name}" is a link to ${button.url}: the bot hears nothing of it`);
  return use(seat, source, button, {});
}

/** Chooses in a select, named by its custom id; choices by label, name, value or id. */
export function chooseIn(seat: Seat, message: Message, customId: string, wanted: readonly string[]): Answer {
  const source = requireMessage(seat, message);
  const isNamed = (component: Component) =>
    component.type !== componentType.button && component.custom_id === customId;
  const select = findComponent(source, isNamed, customId);
  const { values, resolved } = choose(seat, select, wanted);
  return use(seat, source, select, { values, resolved: resolvedView(seat, resolved) });
}
