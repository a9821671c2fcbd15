import { freshId, make } from '../dom.ts';
import type { DrawContext } from '../draw-context.ts';
import type { MessageView } from '../protocol.ts';
import { shownName } from '../state/names.ts';
import { drawAvatar } from './avatar.ts';
import { drawComponent } from './draw-component.ts';
import { drawDots } from './draw-controls.ts';
import { drawEmbed } from './draw-embed.ts';
import { drawAttachedFile } from './draw-file.ts';
import { drawHeader, drawOrigin, drawSideTime, placeId } from './draw-header.ts';
import { drawMarkdown } from './draw-markdown.ts';
import { attachedPicture, drawGallery, isPicture } from './draw-media.ts';
import { timeText } from './draw-time.ts';

/** Discord's flag of messages that are components alone: their files are shown where a component names them. */
const componentsV2 = 1 << 15;

function drawThinking({ author }: MessageView): HTMLElement {
  return make('p', { class: 'thinking' }, drawDots(), `${shownName(author)} is thinking…`);
}

function drawEdited(
  { edited_timestamp: editedAt }: MessageView,
  context: DrawContext,
): HTMLElement | undefined {
  if (editedAt === null) return undefined;
  const title = timeText(Date.parse(editedAt), 'F', context);
  return make('time', { class: 'edited', datetime: editedAt, title }, '(edited)');
}

function drawFiles({ attachments, flags }: MessageView): readonly HTMLElement[] {
  if ((flags & componentsV2) !== 0) return [];
  const pictures = attachments.filter(isPicture);
  const others = attachments.filter((attachment) => !isPicture(attachment));
  return [
    ...(pictures.length === 0 ? [] : [drawGallery(pictures.map(attachedPicture))]),
    ...others.map(drawAttachedFile),
  ];
}

function drawBody(message: MessageView, context: DrawContext): HTMLElement {
  const { content, embeds, components, isThinking } = message;
  const edited = drawEdited(message, context);
  const words =
    content === '' ? undefined : make('div', { class: 'message-words' }, ...drawMarkdown(content, context));
  const last = words?.lastElementChild;
  // Discord writes it behind the last word.
  if (edited !== undefined && last?.tagName === 'P') last.append(' ', edited);
  return make(
    'div',
    { class: 'message-body' },
    isThinking ? drawThinking(message) : undefined,
    words,
    ...drawFiles(message),
    ...embeds.map((embed) => drawEmbed(embed, context)),
    ...components.map((component) => drawComponent(component, message, context)),
    edited === undefined || edited.parentElement !== null || isThinking ? undefined : edited,
  );
}

/** Who else sees it, and how to put it out of sight. */
function drawOnly(message: MessageView, context: DrawContext): HTMLElement | undefined {
  if (!message.isEphemeral) return undefined;
  const dismiss = make('button', { class: 'dismiss-button', type: 'button' }, 'Dismiss message');
  dismiss.addEventListener('click', () => context.onDismiss(message));
  return make(
    'p',
    { class: 'message-note' },
    make('span', { class: 'eye-sign', 'aria-hidden': 'true' }),
    'Only you can see this',
    ...(message.mayDismiss ? [make('span', { 'aria-hidden': 'true' }, ' • '), dismiss] : []),
  );
}

function drawFailure({ id }: MessageView, { pressOf }: DrawContext): HTMLElement | undefined {
  if (pressOf(id)?.state !== 'failed') return undefined;
  return make('p', { class: 'message-failure', role: 'alert' }, 'This interaction failed');
}

function drawMore(message: MessageView, context: DrawContext): HTMLElement {
  const more = make('button', {
    class: 'more-button',
    type: 'button',
    'aria-label': `More for the message of ${shownName(message.author)}`,
    'aria-haspopup': 'menu',
  });
  more.addEventListener('click', () => context.onMore(message));
  return more;
}

/** A message as Discord draws one. Whatever it holds becomes text and elements of known kinds, never markup. */
export function drawMessage(message: MessageView, context: DrawContext): HTMLElement {
  const ids = { name: freshId('author'), time: freshId('time') };
  const origin = drawOrigin(message, context);
  return make(
    'article',
    {
      class: 'message',
      id: placeId(message.id),
      tabindex: '-1',
      'aria-labelledby': `${ids.name} ${ids.time}`,
      'data-ephemeral': message.isEphemeral ? true : undefined,
    },
    origin,
    drawAvatar(message.author),
    drawSideTime(message, context),
    drawHeader(message, context, ids),
    drawBody(message, context),
    drawFailure(message, context),
    drawOnly(message, context),
    drawMore(message, context),
  );
}
