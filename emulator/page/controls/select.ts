import { freshId, make, setAttribute } from '../dom.ts';
import type { SelectRow } from '../draw-context.ts';

export interface SelectSettings {
  /** What a screen reader says it is. */
  readonly label: string;
  readonly placeholder: string;
  readonly rows: readonly SelectRow[];
  readonly min: number;
  readonly max: number;
  readonly isDisabled: boolean;
  /** Called when the list closes with other choices than before; not before `min` are chosen. */
  readonly onChoose: (values: readonly string[]) => void;
}

interface Choosing {
  readonly settings: SelectSettings;
  readonly button: HTMLButtonElement;
  readonly list: HTMLUListElement;
  readonly value: HTMLElement;
  readonly chosen: Set<string>;
  active: number;
  /** The choices that were told last, a line each. */
  told: string;
}

function drawRow({ label, description }: SelectRow, id: string): HTMLLIElement {
  return make(
    'li',
    { class: 'select-row', role: 'option', id },
    make('span', { class: 'row-name' }, label),
    description === undefined ? undefined : make('span', { class: 'row-description' }, description),
  );
}

/** Shows which rows are chosen, and which one is active. */
function refresh({ settings, button, list, value, chosen, active }: Choosing): void {
  [...list.children].forEach((row, index) => {
    row.setAttribute('aria-selected', String(chosen.has(settings.rows[index]?.value ?? '')));
    row.toggleAttribute('data-active', index === active);
  });
  const labels = settings.rows.filter((row) => chosen.has(row.value)).map(({ label }) => label);
  value.textContent = labels.length === 0 ? settings.placeholder : labels.join(', ');
  value.toggleAttribute('data-empty', labels.length === 0);
  setAttribute(button, 'aria-activedescendant', list.hidden ? undefined : list.children[active]?.id);
}

function toggle(choosing: Choosing, index: number): void {
  const { settings, chosen } = choosing;
  const row = settings.rows[index];
  if (row === undefined) return;
  choosing.active = index;
  if (settings.max === 1) {
    const isTakenBack = settings.min === 0 && chosen.has(row.value);
    chosen.clear();
    if (!isTakenBack) chosen.add(row.value);
  } else if (chosen.has(row.value)) chosen.delete(row.value);
  else if (chosen.size < settings.max) chosen.add(row.value);
  refresh(choosing);
}

function move(choosing: Choosing, to: number): void {
  choosing.active = Math.max(0, Math.min(to, choosing.settings.rows.length - 1));
  refresh(choosing);
  choosing.list.children[choosing.active]?.scrollIntoView({ block: 'nearest' });
}

/** The next row that begins with a typed letter. */
function moveToLetter(choosing: Choosing, letter: string): void {
  const { rows } = choosing.settings;
  const order = rows.map((_, index) => (choosing.active + 1 + index) % rows.length);
  const bare = (index: number) => (rows[index]?.label ?? '').replace(/^[@#]/, '').toLowerCase();
  const found = order.find((index) => bare(index).startsWith(letter.toLowerCase()));
  if (found !== undefined) move(choosing, found);
}

/** Takes a key while the list is open; gives whether the list is to close. */
function takeKey(choosing: Choosing, key: string): 'close' | 'taken' | undefined {
  const { active, settings } = choosing;
  const places: Readonly<Record<string, number>> = {
    ArrowDown: active + 1,
    ArrowUp: active - 1,
    Home: 0,
    End: settings.rows.length - 1,
  };
  const place = places[key];
  if (place !== undefined) move(choosing, place);
  else if (key === 'Enter' || key === ' ') {
    toggle(choosing, active);
    if (settings.max === 1) return 'close';
  } else if (key === 'Escape') return 'close';
  else if (key.length === 1) moveToLetter(choosing, key);
  else return undefined;
  return 'taken';
}

/** What stands under the messages, in pixels: a list that has no room above it opens upwards. */
const footPx = 100;

function open(choosing: Choosing): void {
  const { settings, button, list, chosen } = choosing;
  list.hidden = false;
  const { top, bottom } = button.getBoundingClientRect();
  const room = innerHeight - footPx - bottom;
  list.toggleAttribute('data-above', room < list.offsetHeight && top > room);
  button.setAttribute('aria-expanded', 'true');
  move(
    choosing,
    Math.max(
      0,
      settings.rows.findIndex(({ value }) => chosen.has(value)),
    ),
  );
}

/** Tells what is chosen, where that is not what was told last. */
function close(choosing: Choosing): void {
  const { settings, button, list, chosen } = choosing;
  if (list.hidden) return;
  list.hidden = true;
  button.setAttribute('aria-expanded', 'false');
  refresh(choosing);
  const values = settings.rows.map(({ value }) => value).filter((value) => chosen.has(value));
  if (values.join('\n') === choosing.told || values.length < settings.min) return;
  choosing.told = values.join('\n');
  settings.onChoose(values);
}

function listenToButton(choosing: Choosing): void {
  const { button, list } = choosing;
  button.addEventListener('click', () => (list.hidden ? open(choosing) : close(choosing)));
  button.addEventListener('blur', () => close(choosing));
  button.addEventListener('keydown', (event) => {
    const opens = list.hidden && (event.key === 'ArrowDown' || event.key === 'ArrowUp');
    if (opens) open(choosing);
    const result = opens || list.hidden ? undefined : takeKey(choosing, event.key);
    if (!opens && result === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    if (result === 'close') close(choosing);
  });
}

function listenToList(choosing: Choosing): void {
  const { list, settings } = choosing;
  // The focus stays on the button.
  list.addEventListener('mousedown', (event) => event.preventDefault());
  list.addEventListener('click', ({ target }) => {
    const index = [...list.children].findIndex((row) => target instanceof Node && row.contains(target));
    if (index < 0) return;
    toggle(choosing, index);
    if (settings.max === 1) close(choosing);
  });
}

/** A select as Discord shows one: a button, and a list that opens under it. */
export function drawSelect(settings: SelectSettings): HTMLElement {
  const { label, rows, max, isDisabled } = settings;
  const id = freshId('select');
  const value = make('span', { class: 'select-value' });
  const button = make('button', {
    class: 'select-button',
    type: 'button',
    role: 'combobox',
    'aria-label': label,
    'aria-haspopup': 'listbox',
    'aria-expanded': 'false',
    'aria-controls': id,
    disabled: isDisabled ? true : undefined,
  });
  button.append(value);
  const list = make('ul', { class: 'select-list', role: 'listbox', id, 'aria-label': label, hidden: true });
  if (max > 1) list.setAttribute('aria-multiselectable', 'true');
  list.append(...rows.map((row, index) => drawRow(row, `${id}-${index}`)));
  const preset = rows.filter(({ isChosen }) => isChosen).map((row) => row.value);
  const chosen = new Set(preset);
  const choosing: Choosing = { settings, button, list, value, chosen, active: 0, told: preset.join('\n') };
  listenToButton(choosing);
  listenToList(choosing);
  refresh(choosing);
  return make('div', { class: 'select' }, button, list);
}
