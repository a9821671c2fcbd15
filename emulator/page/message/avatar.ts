import { make } from '../dom.ts';
import type { UserView } from '../protocol.ts';
import { shownName } from '../state/names.ts';

const tintCount = 6;

/** The name of the colour that somebody has: the bot its own, a person one by their id. */
export function tintOf({ id, bot }: UserView): string {
  if (bot) return 'bot';
  let sum = 0;
  for (const digit of id) sum = (sum * 31 + digit.charCodeAt(0)) % 9973;
  return String(sum % tintCount);
}

/** A drawn picture of somebody: the first letter of their name on their colour. */
export function drawAvatar(user: UserView): HTMLElement {
  const [letter = ''] = shownName(user);
  const words = letter.toLocaleUpperCase();
  return make('span', { class: 'avatar', 'data-tint': tintOf(user), 'aria-hidden': 'true' }, words);
}
