import { make } from '../dom.ts';

/** Hides something until it is asked for. */
export function coverSpoiler(content: HTMLElement, what: string): HTMLElement {
  content.inert = true;
  const button = make('button', {
    class: 'cover-button',
    type: 'button',
    'aria-label': `Spoiler: show the ${what}`,
  });
  button.append(make('span', { class: 'cover-word' }, 'Spoiler'));
  const cover = make('div', { class: 'cover' }, content, button);
  button.addEventListener('click', () => {
    content.inert = false;
    cover.setAttribute('data-shown', '');
    button.remove();
    content.tabIndex = -1;
    content.focus();
  });
  return cover;
}
