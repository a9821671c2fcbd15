import { createPopup } from '../controls/popup.ts';
import { byId, make } from '../dom.ts';
import type { MessageView } from '../protocol.ts';
import { type CommandForm, createCommandForm } from './command-form.ts';
import type { ComposerHost } from './composer-host.ts';
import type { TypedCall } from './leaf-commands.ts';
import { createTextComposer } from './text-composer.ts';

/** The lower end of the page: writing, or filling in a command. */
export interface Composer {
  /** Another channel is open, or the open one has changed. */
  channelChanged(): void;
  focus(): void;
  replyTo(message: MessageView): void;
  /** Begins a command by its name, without the slash. */
  beginCommand(name: string): void;
}

/** Shows while files are dragged over the page that they may be dropped anywhere. */
function acceptDrops(onFiles: (files: FileList) => void): void {
  const veil = byId('drop-veil', HTMLDivElement);
  let depth = 0;
  const hasFiles = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes('Files') === true;
  const show = (change: number) => {
    depth = Math.max(0, depth + change);
    veil.hidden = depth === 0;
  };
  addEventListener('dragenter', (event) => {
    if (hasFiles(event)) show(1);
  });
  addEventListener('dragleave', (event) => {
    if (hasFiles(event)) show(-1);
  });
  addEventListener('dragover', (event) => {
    if (hasFiles(event)) event.preventDefault();
  });
  addEventListener('drop', (event) => {
    if (event.dataTransfer === null || !hasFiles(event)) return;
    event.preventDefault();
    show(-depth);
    onFiles(event.dataTransfer.files);
  });
}

type Host = Omit<ComposerHost, 'complain'>;

export function createComposer(page: Host, whisper: (words: string) => void): Composer {
  const area = byId('composer-area', HTMLDivElement);
  const complaint = make('p', { class: 'composer-error', role: 'alert', hidden: true });
  const host: ComposerHost = {
    ...page,
    complain(words) {
      complaint.hidden = words === undefined;
      complaint.textContent = words ?? '';
    },
  };
  const popup = createPopup(whisper);
  let command: CommandForm | undefined;
  let channelId = '';

  const leave = () => {
    popup.close();
    host.complain(undefined);
    command?.element.remove();
    command = undefined;
    text.element.hidden = false;
  };
  const begin = (call: TypedCall) => {
    leave();
    command = createCommandForm(host, popup, call, () => {
      leave();
      text.focus();
    });
    text.element.hidden = true;
    area.append(command.element);
    command.focus();
  };
  const text = createTextComposer(host, popup, begin);
  area.append(popup.element, complaint, text.element);
  acceptDrops((files) => {
    const [first] = files;
    if (first === undefined || command?.takeFile(first) === true) return;
    leave();
    text.addFiles(files);
  });
  return {
    focus: () => (command === undefined ? text.focus() : command.focus()),
    channelChanged() {
      if (channelId !== page.channelId()) leave();
      channelId = page.channelId();
      text.channelChanged();
    },
    replyTo(message) {
      leave();
      text.replyTo(message);
    },
    beginCommand(name) {
      leave();
      text.type(`/${name}`);
    },
  };
}
