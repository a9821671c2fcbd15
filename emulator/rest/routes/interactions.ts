import { refusal } from '../../api-error.ts';
import { attachmentsAfter } from '../../attachments.ts';
import { acknowledgementMs, callback, interactionType } from '../../interactions.ts';
import { fieldsOf } from '../../json.ts';
import { messageView } from '../../message-view.ts';
import { createMessage, editMessage, emptyDraft, messageType } from '../../messages.ts';
import { fieldAt, formError, readForm } from '../../validate/form.ts';
import { readAutocomplete, readModal } from '../../validate/interaction-answers.ts';
import { readMessage, settableFlags } from '../../validate/message.ts';
import { readChoice, readInteger } from '../../validate/read.ts';
import { type Channel, type Interaction, type Message, messageFlag, type World } from '../../world.ts';
import { type ApiAnswer, type ApiRequest, noContent, ok, param, type Route } from '../request.ts';

/** What each type of interaction may be answered with. */
function allowedCallbacks({ type, sourceMessageId }: Interaction): readonly number[] {
  if (type === interactionType.autocomplete) return [callback.autocomplete];
  const onMessage = sourceMessageId === undefined ? [] : [callback.deferUpdate, callback.update];
  const modal = type === interactionType.modalSubmit ? [] : [callback.modal];
  return [callback.message, callback.deferMessage, ...onMessage, ...modal];
}

function open(request: ApiRequest): Interaction {
  const { world } = request;
  const interaction = world.interactions.get(param(request, 'interactionId'));
  if (interaction === undefined || interaction.token !== param(request, 'token'))
    throw refusal('unknownInteraction');
  if (interaction.acknowledgement !== undefined) throw refusal('alreadyAcknowledged');
  if (world.now() - interaction.at > acknowledgementMs) throw refusal('unknownInteraction');
  return interaction;
}

function channelOf(world: World, { channelId }: Interaction): Channel {
  const channel = world.channels.get(channelId);
  if (channel === undefined) throw refusal('unknownChannel');
  return channel;
}

function sourceOf(world: World, { sourceMessageId }: Interaction): Message {
  const message = sourceMessageId === undefined ? undefined : world.messages.get(sourceMessageId);
  if (message === undefined) throw refusal('unknownMessage');
  return message;
}

function typeOfReply({ type, payload }: Interaction): number {
  if (type !== interactionType.command) return messageType.usual;
  return fieldsOf(payload.data).type === 1 ? messageType.slashCommand : messageType.contextMenu;
}

/** Where an interaction's messages come from; an ephemeral one is for the person who asked. */
export function originOf(world: World, interaction: Interaction, flags: number) {
  return {
    author: world.bot,
    interactionId: interaction.id,
    ...((flags & messageFlag.ephemeral) === 0 ? {} : { onlyFor: interaction.userId }),
  };
}

function reply(request: ApiRequest, interaction: Interaction): Message {
  const { world, body, uploads } = request;
  const channel = channelOf(world, interaction);
  const { data } = fieldsOf(body);
  const attachments = attachmentsAfter(world, channel.id, { body: data, uploads });
  const draft = readMessage(body, {
    attachments,
    settableFlags: settableFlags.interaction,
    within: 'data',
  });
  const origin = { ...originOf(world, interaction, draft.flags), type: typeOfReply(interaction) };
  return createMessage(world, channel, draft, origin);
}

/** A deferred reply: whether it is ephemeral is settled here. */
function placeholder({ world, body }: ApiRequest, interaction: Interaction): Message {
  const asked = readForm(body, (root) => readInteger(fieldAt(fieldAt(root, 'data'), 'flags'))) ?? 0;
  const flags = messageFlag.loading | (asked & messageFlag.ephemeral);
  const origin = { ...originOf(world, interaction, flags), type: typeOfReply(interaction) };
  return createMessage(world, channelOf(world, interaction), emptyDraft(flags), origin);
}

function update(request: ApiRequest, interaction: Interaction): Message {
  const { world, body, uploads } = request;
  const message = sourceOf(world, interaction);
  const { data } = fieldsOf(body);
  const attachments = attachmentsAfter(
    world,
    message.channelId,
    { body: data, uploads },
    message.attachments,
  );
  const draft = readMessage(body, {
    existing: message,
    attachments,
    settableFlags: settableFlags.edit,
    within: 'data',
  });
  return editMessage(world, message, draft);
}

function messageFor(request: ApiRequest, interaction: Interaction, kind: number): Message | undefined {
  if (kind === callback.message) return reply(request, interaction);
  if (kind === callback.deferMessage) return placeholder(request, interaction);
  if (kind === callback.update) return update(request, interaction);
  return kind === callback.deferUpdate ? sourceOf(request.world, interaction) : undefined;
}

function acknowledge(request: ApiRequest): ApiAnswer {
  const { world, body } = request;
  const interaction = open(request);
  const kind = readForm(body, (root) =>
    readChoice(fieldAt(root, 'type'), allowedCallbacks(interaction), true),
  );
  if (kind === undefined) throw formError(['type'], 'BASE_TYPE_REQUIRED', 'This field is required');
  const { data } = fieldsOf(body);
  const choices = kind === callback.autocomplete ? readAutocomplete(data) : undefined;
  const modal = kind === callback.modal ? readModal(data) : undefined;
  const message = messageFor(request, interaction, kind);
  interaction.acknowledgement = {
    type: kind,
    at: world.now(),
    ...(choices === undefined ? {} : { choices }),
    ...(modal === undefined ? {} : { modal }),
  };
  if (message !== undefined) interaction.originalId = message.id;
  world.tell({ type: 'interaction.acknowledged', interaction });
  return request.query.get('with_response') === 'true'
    ? ok(responseView(world, interaction, kind, message))
    : noContent;
}

function responseView(world: World, interaction: Interaction, kind: number, message: Message | undefined) {
  if (message === undefined) return { interaction: { id: interaction.id, type: interaction.type } };
  return {
    interaction: {
      id: interaction.id,
      type: interaction.type,
      response_message_id: message.id,
      response_message_loading: (message.flags & messageFlag.loading) !== 0,
      response_message_ephemeral: (message.flags & messageFlag.ephemeral) !== 0,
    },
    resource: { type: kind, message: messageView(world, message) },
  };
}

export const interactionRoutes: readonly Route[] = [
  { method: 'POST', path: '/interactions/:interactionId/:token/callback', isOpen: true, handle: acknowledge },
];
