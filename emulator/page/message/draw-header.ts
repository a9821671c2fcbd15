import { componentType, flatten } from '../../component.ts';
import { make } from '../dom.ts';
import type { DrawContext } from '../draw-context.ts';
import type { MessageView, UsedCommand, UserView } from '../protocol.ts';
import { shownName } from '../state/names.ts';
import { drawAvatar } from './avatar.ts';
import { sentText, timeText } from './draw-time.ts';
import { plainWords } from './plain-words.ts';

const longestExcerpt = 160;

/** Where a message stands in the page, so that an answer to it can lead there. */
export function placeId(messageId: string): string {
  return `message-${messageId}`;
}

function appBadge({ bot }: UserView): HTMLElement | undefined {
  return bot ? make('span', { class: 'app-badge' }, 'App') : undefined;
}

function drawUse({ user, label }: UsedCommand): HTMLElement {
  return make(
    'p',
    { class: 'message-origin' },
    drawAvatar(user),
    make('span', { class: 'origin-name' }, shownName(user)),
    make('span', {}, ' used '),
    make('span', { class: 'origin-command' }, label),
  );
}

/** The first words of a message, as an answer to it shows them. */
function excerptOf({ content, components, embeds, attachments }: MessageView, context: DrawContext): string {
  const display = flatten(components).find(({ type }) => type === componentType.textDisplay);
  const words = plainWords(content === '' ? (display?.content ?? '') : content, context);
  if (words !== '') return words.length > longestExcerpt ? `${words.slice(0, longestExcerpt)}…` : words;
  return embeds.length + attachments.length + components.length > 0 ? 'See attachment' : '';
}

function drawReference(replied: MessageView | null, context: DrawContext): HTMLElement {
  if (replied === null)
    return make(
      'p',
      { class: 'message-origin' },
      make('span', { class: 'origin-gone' }, 'Original message was deleted'),
    );
  const { author } = replied;
  return make(
    'p',
    { class: 'message-origin' },
    make('span', { class: 'visually-hidden' }, 'In answer to '),
    drawAvatar(author),
    appBadge(author),
    make('span', { class: 'origin-name' }, shownName(author)),
    ' ',
    make('a', { class: 'origin-words', href: `#${placeId(replied.id)}` }, excerptOf(replied, context)),
  );
}

/** Above a message: whom it answers, or who asked for it with which command. */
export function drawOrigin(message: MessageView, context: DrawContext): HTMLElement | undefined {
  const { usedCommand, referenced_message: replied } = message;
  if (usedCommand !== undefined) return drawUse(usedCommand);
  return replied === undefined ? undefined : drawReference(replied, context);
}

function drawSent(
  message: MessageView,
  context: DrawContext,
  attributes: Record<string, string>,
  words: string,
) {
  const at = Date.parse(message.timestamp);
  return make(
    'time',
    { datetime: message.timestamp, title: timeText(at, 'F', context), ...attributes },
    words,
  );
}

/** Who wrote a message, and when; `ids` are what the message is named by. */
export function drawHeader(
  message: MessageView,
  context: DrawContext,
  ids: { readonly name: string; readonly time: string },
): HTMLElement {
  const { author, timestamp } = message;
  return make(
    'h3',
    { class: 'message-header' },
    make('span', { class: 'author-name', id: ids.name, 'data-hue': undefined }, shownName(author)),
    ' ',
    appBadge(author),
    ' ',
    drawSent(
      message,
      context,
      { class: 'message-time', id: ids.time },
      sentText(Date.parse(timestamp), context),
    ),
  );
}

/** The time beside a message that goes on under the header of another; seen while the message is pointed at. */
export function drawSideTime(message: MessageView, context: DrawContext): HTMLElement {
  const words = timeText(Date.parse(message.timestamp), 't', context);
  return drawSent(message, context, { class: 'side-time', 'aria-hidden': 'true' }, words);
}
