import { make } from '../dom.ts';

export interface MenuItem {
  readonly label: string;
  /** The heading it stands under. */
  readonly group?: string;
  readonly onPick: () => void;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

const marginPx = 8;

/** Keeps the menu within the window. */
function place(menu: HTMLElement, { x, y }: Point): void {
  const { width, height } = menu.getBoundingClientRect();
  const left = Math.min(x, innerWidth - width - marginPx);
  const top = Math.min(y, innerHeight - height - marginPx);
  menu.style.setProperty('left', `${Math.max(marginPx, left)}px`);
  menu.style.setProperty('top', `${Math.max(marginPx, top)}px`);
}

function drawItems(items: readonly MenuItem[], onPick: (item: MenuItem) => void): readonly HTMLElement[] {
  let group: string | undefined;
  return items.flatMap((item) => {
    const button = make(
      'button',
      { class: 'context-item', type: 'button', role: 'menuitem', tabindex: '-1' },
      item.label,
    );
    button.addEventListener('click', () => onPick(item));
    const heading =
      item.group === group || item.group === undefined
        ? []
        : [make('div', { class: 'context-title', role: 'presentation' }, item.group)];
    group = item.group;
    return [...heading, button];
  });
}

/** Opens a menu at a point; it closes by a choice, Escape or a look elsewhere, and gives the focus back. */
export function openMenu(label: string, items: readonly MenuItem[], at: Point): void {
  const before = document.activeElement;
  const menu = make('div', { class: 'context-menu', role: 'menu', 'aria-label': label });
  const away = (event: Event) => {
    if (!(event.target instanceof Node && menu.contains(event.target))) close(false);
  };
  const close = (givesBack: boolean) => {
    document.removeEventListener('mousedown', away, true);
    menu.remove();
    if (givesBack && before instanceof HTMLElement) before.focus();
  };
  const buttons = drawItems(items, (item) => {
    close(true);
    item.onPick();
  });
  menu.append(...buttons);
  const choices = [...menu.querySelectorAll('button')];
  menu.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const index = choices.findIndex((choice) => choice.matches(':focus'));
    if (step !== undefined) choices[(index + step + choices.length) % choices.length]?.focus();
    else if (event.key === 'Home') choices[0]?.focus();
    else if (event.key === 'End') choices.at(-1)?.focus();
    else if (event.key === 'Escape' || event.key === 'Tab') close(true);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  menu.addEventListener('focusout', ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && !menu.contains(relatedTarget)) close(false);
  });
  document.body.append(menu);
  place(menu, at);
  document.addEventListener('mousedown', away, true);
  choices[0]?.focus();
}
