import { make } from '../dom.ts';

/** Files that go with the next message. */
export interface FileList {
  readonly element: HTMLUListElement;
  add(files: Iterable<File>): void;
  all(): readonly File[];
  clear(): void;
}

const most = 10;

export function sizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes} bytes`;
  const isSmall = bytes < 1024 * 1024;
  return isSmall ? `${(bytes / 1024).toFixed(1)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

function drawFile(file: File, onRemove: () => void): HTMLLIElement {
  const remove = make('button', {
    class: 'chip-remove',
    type: 'button',
    'aria-label': `Remove ${file.name}`,
  });
  remove.addEventListener('click', onRemove);
  return make(
    'li',
    { class: 'file-chip' },
    make('span', { class: 'file-name' }, file.name),
    make('span', { class: 'file-size' }, sizeText(file.size)),
    remove,
  );
}

export function createFileList(onFull: (words: string) => void, onEmptied: () => void): FileList {
  const element = make('ul', { class: 'file-list', 'aria-label': 'Attached files', hidden: true });
  let files: readonly File[] = [];
  const show = () => {
    element.hidden = files.length === 0;
    element.replaceChildren(
      ...files.map((file) =>
        drawFile(file, () => {
          files = files.filter((other) => other !== file);
          show();
          onEmptied();
        }),
      ),
    );
  };
  return {
    element,
    all: () => files,
    add(added) {
      const together = [...files, ...added];
      if (together.length > most) onFull(`A message takes at most ${most} files.`);
      files = together.slice(0, most);
      show();
    },
    clear() {
      files = [];
      show();
    },
  };
}
