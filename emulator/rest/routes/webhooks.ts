import { refusal } from '../../api-error.ts';
import { attachmentsAfter } from '../../attachments.ts';
import { interactionOfToken } from '../../interactions.ts';
import { messageView } from '../../message-view.ts';
import { createMessage, deleteMessage, editMessage } from '../../messages.ts';
import { readMessage, settableFlags } from '../../validate/message.ts';
import { type Interaction, type Message, messageFlag } from '../../world.ts';
import { type ApiAnswer, type ApiRequest, noContent, ok, param, type Route } from '../request.ts';
import { originOf } from './interactions.ts';

const tokenLifeMs = 15 * 60_000;

/** The interaction whose token this is: acknowledged, and not older than fifteen minutes. */
function interactionFor(request: ApiRequest): Interaction {
  const { world } = request;
  const interaction = interactionOfToken(world, param(request, 'token'));
  if (interaction === undefined || param(request, 'applicationId') !== world.applicationId)
    throw refusal('unknownWebhook');
  if (world.now() - interaction.at > tokenLifeMs) throw refusal('invalidWebhookToken');
  if (interaction.acknowledgement === undefined) throw refusal('unknownWebhook');
  return interaction;
}

function messageOf(request: ApiRequest): Message {
  const interaction = interactionFor(request);
  const asked = param(request, 'messageId');
  const id = asked === '@original' ? interaction.originalId : asked;
  const message = id === undefined ? undefined : request.world.messages.get(id);
  const isOwn = id === interaction.originalId || interaction.followUpIds.includes(id ?? '');
  if (message === undefined || !isOwn) throw refusal('unknownMessage');
  return message;
}

function editTo(request: ApiRequest, message: Message): ApiAnswer {
  const { world, body } = request;
  const attachments = attachmentsAfter(world, message.channelId, request, message.attachments);
  const draft = readMessage(body, { existing: message, attachments, settableFlags: settableFlags.edit });
  return ok(messageView(world, editMessage(world, message, draft)));
}

/** The first follow-up of a deferred reply takes its place, with the ephemerality of the defer. */
function followUp(request: ApiRequest): ApiAnswer {
  const { world, body } = request;
  const interaction = interactionFor(request);
  const original = world.messages.get(interaction.originalId ?? '');
  if (original !== undefined && (original.flags & messageFlag.loading) !== 0)
    return editTo(request, original);
  const channel = world.channels.get(interaction.channelId);
  if (channel === undefined) throw refusal('unknownChannel');
  const attachments = attachmentsAfter(world, channel.id, request);
  const draft = readMessage(body, { attachments, settableFlags: settableFlags.interaction });
  const message = createMessage(world, channel, draft, originOf(world, interaction, draft.flags));
  interaction.followUpIds.push(message.id);
  return ok(messageView(world, message));
}

function remove(request: ApiRequest): ApiAnswer {
  deleteMessage(request.world, messageOf(request));
  return noContent;
}

const root = '/webhooks/:applicationId/:token';
const one = `${root}/messages/:messageId`;

export const webhookRoutes: readonly Route[] = [
  { method: 'POST', path: root, isOpen: true, handle: followUp },
  {
    method: 'GET',
    path: one,
    isOpen: true,
    handle: (request) => ok(messageView(request.world, messageOf(request))),
  },
  { method: 'PATCH', path: one, isOpen: true, handle: (request) => editTo(request, messageOf(request)) },
  { method: 'DELETE', path: one, isOpen: true, handle: remove },
];
