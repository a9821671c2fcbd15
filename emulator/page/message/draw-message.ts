import { fieldsOf, textOf } from '../../json.ts';
import { make } from '../dom.ts';
import type { DrawContext } from '../draw-context.ts';
import type { MessageView } from '../protocol.ts';
import { shownName } from '../state/names.ts';
import { drawAvatar } from './avatar.ts';
import { drawComponents } from './draw-component.ts';
import { drawDots } from './draw-controls.ts';
import { drawEmbed } from './draw-embed.ts';
import { drawAttachedFile } from './draw-file.ts';
import { drawMarkdown } from './draw-markdown.ts';
import { drawAttachedPictures, isPictureFile } from './draw-media.ts';
import { drawAppBadge, drawOrigin, placeId } from './draw-origin.ts';
import { sentText, timeText } from './draw-time.ts';

const messageFlag = { suppressEmbeds: 1 << 2, componentsV2: 1 << 15 } as const;

const has = ({ flags }: MessageView, flag: number) => (flags & flag) !== 0;

function drawHeader({ author, timestamp }: MessageView, context: DrawContext): HTMLElement {
  const at = Date.parse(timestamp);
  const title = timeText(at, 'F', context);
  return make(
    'div',
    { class: 'message-header' },
    make('span', { class: 'author' }, shownName(author)),
    ' ',
    drawAppBadge(author),
    ' ',
    make('time', { class: 'message-time', datetime: timestamp, title }, sentText(at, context)),
  );
}

/** Stands at the left edge of a message that goes on under the header of another. */
function drawShortTime({ timestamp }: MessageView, context: DrawContext): HTMLElement {
  const words = timeText(Date.parse(timestamp), 't', context);
  return make('span', { class: 'short-time', 'aria-hidden': 'true' }, words);
}

function drawThinking({ author }: MessageView): HTMLElement {
  return make('p', { class: 'thinking' }, drawDots(), `${shownName(author)} is thinking…`);
}

/** Files that stand in an embed are not shown a second time. */
function looseFiles(message: MessageView): MessageView['attachments'] {
  if (has(message, messageFlag.componentsV2)) return [];
  const inEmbeds = message.embeds.flatMap(({ image, thumbnail }) => [
    textOf(fieldsOf(image).url),
    textOf(fieldsOf(thumbnail).url),
  ]);
  return message.attachments.filter(({ url }) => !inEmbeds.includes(url));
}

function drawFiles(message: MessageView): readonly (HTMLElement | undefined)[] {
  const files = looseFiles(message);
  const others = files.filter((file) => !isPictureFile(file));
  return [drawAttachedPictures(files.filter(isPictureFile)), ...others.map(drawAttachedFile)];
}

function drawEdited(message: MessageView, context: DrawContext): HTMLElement | undefined {
  const { edited_timestamp: editedAt } = message;
  if (editedAt === null) return undefined;
  const title = timeText(Date.parse(editedAt), 'F', context);
  return make('time', { class: 'edited-mark', datetime: editedAt, title }, '(edited)');
}

function drawWords({ content }: MessageView, context: DrawContext, edited: HTMLElement | undefined) {
  if (content === '') return undefined;
  const words = drawMarkdown(content, context);
  const last = words.lastElementChild;
  // Discord writes it behind the last word.
  if (edited !== undefined && last?.tagName === 'P') last.append(' ', edited);
  return words;
}

function drawBody(message: MessageView, context: DrawContext): HTMLElement {
  if (message.isThinking) return make('div', { class: 'message-body' }, drawThinking(message));
  const edited = drawEdited(message, context);
  const words = drawWords(message, context, edited);
  const embeds = has(message, messageFlag.suppressEmbeds) ? [] : message.embeds;
  return make(
    'div',
    { class: 'message-body' },
    words,
    ...drawFiles(message),
    ...embeds.map((embed) => drawEmbed(embed, context)),
    ...drawComponents(message.components, { message, context }),
    edited?.parentElement === null ? edited : undefined,
  );
}

function drawFailure({ id }: MessageView, { pressOf }: DrawContext): HTMLElement | undefined {
  if (pressOf(id)?.state !== 'failed') return undefined;
  return make('p', { class: 'press-failure', role: 'alert' }, 'This interaction failed');
}

/** The way into the thread that was started on the message. */
function drawThread({ thread }: MessageView, { onChannel }: DrawContext): HTMLElement | undefined {
  if (thread === undefined) return undefined;
  const button = make(
    'button',
    { class: 'thread-button', type: 'button' },
    make('span', { class: 'channel-mark', 'data-kind': 'thread', 'aria-hidden': 'true' }),
    make('span', { class: 'visually-hidden' }, 'Thread: '),
    thread.name,
  );
  button.addEventListener('click', () => onChannel(thread.id));
  return button;
}

/** Says that nobody else sees the message, and puts it out of sight. */
function drawPrivacy(message: MessageView, { onDismiss }: DrawContext): HTMLElement | undefined {
  if (!message.isEphemeral) return undefined;
  const dismiss = make('button', { class: 'dismiss-button', type: 'button' }, 'Dismiss message');
  dismiss.addEventListener('click', () => onDismiss(message));
  return make(
    'p',
    { class: 'privacy-note' },
    make('span', { class: 'eye-sign', 'aria-hidden': 'true' }),
    'Only you can see this',
    ...(message.mayDismiss ? [make('span', { 'aria-hidden': 'true' }, ' • '), dismiss] : []),
  );
}

function drawTools(message: MessageView, { onMore }: DrawContext): HTMLElement {
  const more = make('button', {
    class: 'more-button',
    type: 'button',
    'aria-label': `More for the message of ${shownName(message.author)}`,
    'aria-haspopup': 'menu',
  });
  more.addEventListener('click', () => onMore(message));
  return make('div', { class: 'message-tools' }, more);
}

/** A message as Discord shows it. Whatever it holds becomes text and elements of known kinds, never markup. */
export function drawMessage(message: MessageView, context: DrawContext): HTMLElement {
  const { author, id, timestamp } = message;
  return make(
    'article',
    {
      class: 'message',
      id: placeId(id),
      tabindex: '-1',
      'aria-label': `${shownName(author)}, ${sentText(Date.parse(timestamp), context)}`,
      'data-ephemeral': message.isEphemeral ? true : undefined,
    },
    drawOrigin(message, context),
    drawAvatar(author),
    drawShortTime(message, context),
    drawHeader(message, context),
    drawBody(message, context),
    drawThread(message, context),
    drawFailure(message, context),
    drawPrivacy(message, context),
    drawTools(message, context),
  );
}
