import { componentType, flatten } from '../../component.ts';
import { textOf } from '../../json.ts';
import { make } from '../dom.ts';
import type { DrawContext } from '../draw-context.ts';
import type { MessageView, UsedCommand, UserView } from '../protocol.ts';
import { shownName } from '../state/names.ts';
import { drawAvatar } from './avatar.ts';
import { plainWords } from './plain-words.ts';

const longestExcerpt = 160;

/** Where a message stands in the page, so that an answer to it can lead there. */
export function placeId(messageId: string): string {
  return `message-${messageId}`;
}

export function drawAppBadge({ bot }: UserView): HTMLElement | undefined {
  return bot ? make('span', { class: 'app-badge' }, 'App') : undefined;
}

function drawUse({ user, label }: UsedCommand): HTMLElement {
  return make(
    'p',
    { class: 'message-origin' },
    drawAvatar(user),
    make('span', { class: 'origin-name' }, shownName(user)),
    ' used ',
    make('span', { class: 'origin-command' }, label),
  );
}

/** The first words of a message, in one line. */
function excerptOf({ content, components, embeds }: MessageView, context: DrawContext): string {
  const display = flatten(components).find(({ type }) => type === componentType.textDisplay);
  const said = [content, display?.content, textOf(embeds[0]?.title), textOf(embeds[0]?.description)];
  const words = said.map((text) => plainWords(text ?? '', context)).find((text) => text !== '');
  if (words === undefined) return 'Message without words';
  return words.length > longestExcerpt ? `${words.slice(0, longestExcerpt)}…` : words;
}

function drawReply(replied: MessageView | null, context: DrawContext): HTMLElement {
  if (replied === null)
    return make(
      'p',
      { class: 'message-origin' },
      make('em', { class: 'origin-gone' }, 'Original message was deleted'),
    );
  const { author, id } = replied;
  return make(
    'p',
    { class: 'message-origin' },
    make('span', { class: 'visually-hidden' }, 'In reply to '),
    drawAvatar(author),
    drawAppBadge(author),
    make('span', { class: 'origin-name' }, shownName(author)),
    ' ',
    make('a', { class: 'origin-words', href: `#${placeId(id)}` }, excerptOf(replied, context)),
  );
}

/** The line over a message: whom it answers, or who asked for it with which command. */
export function drawOrigin(message: MessageView, context: DrawContext): HTMLElement | undefined {
  const { usedCommand, referenced_message: replied } = message;
  if (usedCommand !== undefined) return drawUse(usedCommand);
  return replied === undefined ? undefined : drawReply(replied, context);
}
