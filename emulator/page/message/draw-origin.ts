import { make } from '../dom.ts';
import type { DrawContext } from '../draw-context.ts';
import type { MessageView, UsedCommand, UserView } from '../protocol.ts';
import { shownName } from '../state/names.ts';
import { spokenText } from '../state/spoken-text.ts';

const tintCount = 6;

/** A person's first letter on a colour that is theirs by their id. */
export function drawAvatar(user: UserView): HTMLElement {
  const tint = user.bot ? 'bot' : String(Number(BigInt(user.id) % BigInt(tintCount)));
  const [first = '?'] = shownName(user);
  return make('span', { class: 'avatar', 'data-tint': tint, 'aria-hidden': 'true' }, first.toUpperCase());
}

const longestExcerpt = 120;

/** What a message says, in one short line. */
function excerptOf(message: MessageView, context: DrawContext): string {
  const name = shownName(message.author);
  const words = spokenText(message, name, context)
    .slice(name.length)
    .replace(/^[^:]*:\s*/, '');
  const [line = ''] = words.split('\n');
  return line.length > longestExcerpt ? `${line.slice(0, longestExcerpt)}…` : line;
}

function drawReply(replied: MessageView | null, context: DrawContext): HTMLElement {
  if (replied === null)
    return make('p', { class: 'message-origin' }, make('em', {}, 'Original message was deleted'));
  return make(
    'p',
    { class: 'message-origin' },
    make('span', { class: 'visually-hidden' }, 'In reply to '),
    drawAvatar(replied.author),
    make('span', { class: 'origin-name' }, `@${shownName(replied.author)}`),
    make('span', { class: 'visually-hidden' }, ': '),
    make('span', { class: 'origin-words' }, excerptOf(replied, context)),
  );
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

/** The line over a message: whom it answers, or which command brought it. */
export function drawOrigin(message: MessageView, context: DrawContext): HTMLElement | undefined {
  const { usedCommand, referenced_message: replied } = message;
  if (usedCommand !== undefined) return drawUse(usedCommand);
  return replied === undefined ? undefined : drawReply(replied, context);
}
