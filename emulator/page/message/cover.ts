import { make } from '../dom.ts';

/** Hides something until it is asked for; nobody reaches what is under the cover before. */
function cover(whole: HTMLElement, covered: HTMLElement, button: HTMLElement): HTMLElement {
  covered.inert = true;
  whole.append(button, covered);
  whole.addEventListener('click', (event) => {
    if (!covered.inert) return;
    event.preventDefault();
    const hadFocus = button.matches(':focus');
    covered.inert = false;
    button.remove();
    whole.dataset.open = '';
    if (!hadFocus) return;
    covered.tabIndex = -1;
    covered.focus();
  });
  return whole;
}

const coverLabel = 'Spoiler, show it';

/** Words behind a bar, in the midst of a text. */
export function coverWords(words: readonly Node[]): HTMLElement {
  return cover(
    make('span', { class: 'spoiler' }),
    make('span', { class: 'spoiler-words' }, ...words),
    make('button', {
      class: 'spoiler-button visually-hidden',
      type: 'button',
      'aria-label': coverLabel,
    }),
  );
}

/** A picture, a file or a whole box under a veil. */
export function coverBox(box: HTMLElement): HTMLElement {
  const sign = make('span', { class: 'spoiler-sign' }, 'Spoiler');
  return cover(
    make('div', { class: 'spoiler-box' }),
    make('div', { class: 'spoiler-inside' }, box),
    make('button', { class: 'spoiler-veil', type: 'button', 'aria-label': coverLabel }, sign),
  );
}
