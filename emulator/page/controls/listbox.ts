import { freshId, make, setAttribute } from '../dom.ts';

export interface ListboxRow {
  readonly name: string;
  readonly description?: string;
}

/** Rows to choose from while the focus stays where the person types. */
export interface Listbox {
  readonly element: HTMLUListElement;
  show(rows: readonly ListboxRow[], active: number): void;
  /** Goes up or down, round the ends. */
  move(step: number): void;
  active(): number;
  /** The id of the active row, for `aria-activedescendant`. */
  activeId(): string | undefined;
}

function drawRow({ name, description }: ListboxRow, id: string): HTMLLIElement {
  const words =
    description === undefined ? undefined : make('span', { class: 'row-description' }, description);
  return make(
    'li',
    { class: 'popup-row', role: 'option', id, 'aria-selected': 'false' },
    make('span', { class: 'row-name' }, name),
    words,
  );
}

/** `onPick` gets the number of a row that was clicked; `onMove` is called when another row becomes active. */
export function createListbox(
  label: string,
  onPick: (index: number) => void,
  onMove: () => void = () => undefined,
): Listbox {
  const element = make('ul', {
    class: 'popup-list',
    role: 'listbox',
    id: freshId('list'),
    'aria-label': label,
  });
  let active = -1;
  const activate = (index: number) => {
    active = index;
    [...element.children].forEach((row, at) => {
      setAttribute(row, 'aria-selected', String(at === active));
    });
    element.children[active]?.scrollIntoView({ block: 'nearest' });
    onMove();
  };
  const rowAt = (target: EventTarget | null) =>
    target instanceof Element ? [...element.children].findIndex((row) => row.contains(target)) : -1;
  // The focus stays in the text that is typed.
  element.addEventListener('mousedown', (event) => event.preventDefault());
  element.addEventListener('click', ({ target }) => {
    const index = rowAt(target);
    if (index >= 0) onPick(index);
  });
  element.addEventListener('mousemove', ({ target }) => {
    const index = rowAt(target);
    if (index >= 0 && index !== active) activate(index);
  });
  return {
    element,
    show(rows, first) {
      element.replaceChildren(...rows.map((row, index) => drawRow(row, `${element.id}-${index}`)));
      activate(Math.min(first, rows.length - 1));
    },
    move(step) {
      const count = element.children.length;
      if (count > 0) activate((active + step + count + (active < 0 && step < 0 ? 1 : 0)) % count);
    },
    active: () => active,
    activeId: () => element.children[active]?.id,
  };
}
