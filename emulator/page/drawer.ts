import { byId, setAttribute } from './dom.ts';

/** On a narrow screen the list of channels comes and goes; on a wide one it stays. */
export interface Drawer {
  close(): void;
  isNarrow(): boolean;
}

export function createDrawer(): Drawer {
  const app = byId('app', HTMLDivElement);
  const sidebar = byId('sidebar', HTMLElement);
  const button = byId('menu-button', HTMLButtonElement);
  const narrow = matchMedia('(max-width: 767px)');
  let isOpen = false;

  const show = () => {
    setAttribute(app, 'data-drawer', narrow.matches && isOpen ? 'open' : undefined);
    button.setAttribute('aria-expanded', String(narrow.matches && isOpen));
    sidebar.inert = narrow.matches && !isOpen;
  };
  const set = (next: boolean) => {
    const hadFocus = sidebar.matches(':focus-within');
    isOpen = next;
    show();
    if (!narrow.matches) return;
    if (isOpen) sidebar.querySelector<HTMLElement>('[aria-current], button')?.focus();
    else if (hadFocus) button.focus();
  };
  button.addEventListener('click', () => set(!isOpen));
  byId('drawer-backdrop', HTMLDivElement).addEventListener('click', () => set(false));
  sidebar.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape' && isOpen) set(false);
  });
  narrow.addEventListener('change', show);
  show();
  return {
    isNarrow: () => narrow.matches,
    close() {
      if (isOpen) set(false);
    },
  };
}
