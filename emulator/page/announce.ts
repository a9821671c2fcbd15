import { byId, make } from './dom.ts';

const most = 20;
const toastMs = 8000;

/** What a screen reader is told. */
export interface Announcer {
  /** A new message. */
  log(words: string): void;
  /** Something in passing, in sight too. */
  toast(words: string): void;
  /** Something in passing that is only to be heard, such as how many rows a list has. */
  whisper(words: string): void;
}

export function createAnnouncer(): Announcer {
  const log = byId('log', HTMLDivElement);
  const toasts = byId('toasts', HTMLDivElement);
  const whispered = make('div', { class: 'visually-hidden', 'aria-live': 'polite' });
  document.body.append(whispered);
  return {
    log(words) {
      log.append(make('p', {}, words));
      while (log.children.length > most) log.firstElementChild?.remove();
    },
    toast(words) {
      const toast = make('p', { class: 'toast' }, words);
      toasts.replaceChildren(toast);
      setTimeout(() => toast.remove(), toastMs);
    },
    whisper(words) {
      whispered.textContent = words;
    },
  };
}
