import { make } from '../dom.ts';

/** Shows what was covered, and takes the focus there if it was on the cover. */
function reveal(whole: HTMLElement, cover: HTMLElement, covered: HTMLElement): void {
  const hadFocus = cover.matches(':focus');
  whole.dataset.open = '';
  covered.inert = false;
  cover.remove();
  if (!hadFocus) return;
  covered.tabIndex = -1;
  covered.focus();
}

/** Covers what a person is to see only when they ask for it; nobody reaches what is under the cover. */
function cover(whole: HTMLElement, covered: HTMLElement, button: HTMLElement): HTMLElement {
  covered.inert = true;
  whole.append(button, covered);
  whole.addEventListener('click', (event) => {
    if (!covered.inert) return;
    event.preventDefault();
    reveal(whole, button, covered);
  });
  return whole;
}

/** Words behind a bar, in the midst of a text. */
export function coverWords(words: readonly Node[]): HTMLElement {
  const button = make('button', {
    class: 'spoiler-button visually-hidden',
    type: 'button',
    'aria-label': 'Spoiler, show it',
  });
  return cover(
    make('span', { class: 'spoiler' }),
    make('span', { class: 'spoiler-words' }, ...words),
    button,
  );
}

/** A picture or a whole box under a veil. */
export function coverBox(box: HTMLElement): HTMLElement {
  const sign = make('span', { class: 'spoiler-sign' }, 'Spoiler');
  const button = make(
    'button',
    { class: 'spoiler-veil', type: 'button', 'aria-label': 'Spoiler, show it' },
    sign,
  );
  return cover(make('div', { class: 'spoiler-box' }), make('div', { class: 'spoiler-inside' }, box), button);
}
