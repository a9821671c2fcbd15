import { make } from '../dom.ts';
import type { UserView } from '../protocol.ts';
import { shownName } from '../state/names.ts';

const hues = 8;

/** The number of the colour that a person or a server has, by their id. */
export function hueOf(id: string): string {
  let sum = 0;
  for (const digit of id) sum = (sum * 31 + digit.charCodeAt(0)) % 9973;
  return String(sum % hues);
}

/** A drawn picture of somebody: the first letter of their name on their colour. */
export function drawAvatar(user: UserView): HTMLElement {
  const [letter = ''] = shownName(user);
  return make(
    'span',
    {
      class: 'avatar',
      'data-hue': hueOf(user.id),
      'data-app': user.bot ? true : undefined,
      'aria-hidden': 'true',
    },
    letter.toLocaleUpperCase(),
  );
}
