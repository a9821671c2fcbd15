import { make, setAttribute } from '../dom.ts';
import { createListbox, type ListboxRow } from './listbox.ts';

interface PopupContent {
  readonly title: string;
  readonly rows: readonly ListboxRow[];
  /** Stands in the place of rows: "Loading…", "No choices". */
  readonly note?: string;
  /** The row that is active from the start; none where the person may send what they typed. */
  readonly active?: number;
  readonly onPick: (index: number) => void;
}

/** The list above the composer; it belongs to one text field at a time. */
export interface Popup {
  readonly element: HTMLElement;
  open(field: HTMLElement, content: PopupContent): void;
  close(): void;
  isOpen(): boolean;
  /** Takes the keys of a list: up, down, Enter and Tab to pick, Escape to close. */
  takes(event: KeyboardEvent): boolean;
}

export function createPopup(announce: (words: string) => void): Popup {
  let content: PopupContent | undefined;
  let field: HTMLElement | undefined;
  const title = make('div', { class: 'popup-title' });
  const note = make('p', { class: 'popup-note' });
  const pick = (index: number) => content?.onPick(index);
  const listbox = createListbox('Suggestions', pick, () => {
    if (field !== undefined) setAttribute(field, 'aria-activedescendant', listbox.activeId());
  });
  const element = make('div', { class: 'composer-popup', hidden: true }, title, listbox.element, note);

  const release = () => {
    if (field === undefined) return;
    field.removeAttribute('aria-activedescendant');
    if (field.hasAttribute('aria-expanded')) field.setAttribute('aria-expanded', 'false');
    field = undefined;
  };
  const close = () => {
    release();
    content = undefined;
    element.hidden = true;
  };
  const pickActive = () => {
    const index = listbox.active();
    if (content === undefined || index < 0) return false;
    pick(index);
    return true;
  };
  const move = (step: number) => {
    listbox.move(step);
    return true;
  };
  const keys: Readonly<Record<string, () => boolean>> = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Enter: pickActive,
    Tab: pickActive,
    Escape() {
      close();
      return true;
    },
  };
  return {
    element,
    close,
    isOpen: () => content !== undefined,
    open(owner, next) {
      if (field !== owner) release();
      const isNew = content?.title !== next.title || content.rows.length !== next.rows.length;
      field = owner;
      content = next;
      title.textContent = next.title;
      note.textContent = next.note ?? '';
      note.hidden = next.note === undefined;
      listbox.element.hidden = next.rows.length === 0;
      listbox.element.setAttribute('aria-label', next.title);
      owner.setAttribute('aria-controls', listbox.element.id);
      if (owner.getAttribute('role') === 'combobox') owner.setAttribute('aria-expanded', 'true');
      element.hidden = false;
      listbox.show(next.rows, next.active ?? -1);
      if (isNew) announce(next.note ?? `${next.title}: ${next.rows.length}`);
    },
    takes(event) {
      if (content === undefined || event.isComposing || event.shiftKey) return false;
      const isTaken = keys[event.key]?.() === true;
      if (isTaken) event.preventDefault();
      return isTaken;
    },
  };
}
