import type { Popup } from '../controls/popup.ts';
import { make } from '../dom.ts';
import type { ChannelView, MessageView } from '../protocol.ts';
import { channelOf, channelRows, userRows } from '../state/names.ts';
import { type ComposerHost, wordsOf } from './composer-host.ts';
import { createDrafts } from './drafts.ts';
import { createFileList, type FileList } from './file-list.ts';
import type { TypedCall } from './leaf-commands.ts';
import { encodeNames } from './mentions.ts';
import { createReplyBar, type ReplyBar } from './reply-bar.ts';
import { createTextSuggestions, type TextSuggestions } from './text-suggestions.ts';

/** Where a person writes a message, or begins a command with a slash. */
export interface TextComposer {
  readonly element: HTMLElement;
  focus(): void;
  /** Another channel is open, or the open one is otherwise than before. */
  channelChanged(): void;
  addFiles(files: Iterable<File>): void;
  replyTo(message: MessageView): void;
  /** Writes a text into the field as if it had been typed. */
  type(text: string): void;
}

interface Parts {
  readonly host: ComposerHost;
  readonly popup: Popup;
  readonly input: HTMLTextAreaElement;
  readonly files: FileList;
  readonly reply: ReplyBar;
  readonly suggestions: TextSuggestions;
  readonly begin: (call: TypedCall) => void;
  isSending: boolean;
}

function drawInput(): HTMLTextAreaElement {
  return make('textarea', {
    class: 'composer-input',
    id: 'composer-input',
    rows: '1',
    maxlength: '4000',
    autocomplete: 'off',
    'aria-autocomplete': 'list',
    'aria-haspopup': 'listbox',
  });
}

/** The button that attaches files, with the input that the browser's own window belongs to. */
function drawAttach(onFiles: (files: Iterable<File>) => void): readonly HTMLElement[] {
  const button = make('button', { class: 'attach-button', type: 'button', 'aria-label': 'Attach files' });
  const picker = make('input', {
    type: 'file',
    class: 'visually-hidden',
    multiple: true,
    tabindex: '-1',
    'aria-hidden': 'true',
  });
  button.addEventListener('click', () => picker.click());
  picker.addEventListener('change', () => {
    onFiles(picker.files ?? []);
    picker.value = '';
  });
  return [button, picker];
}

async function say(parts: Parts): Promise<void> {
  const { host, input, files, reply } = parts;
  const [snapshot, here] = [host.snapshot(), host.channelId()];
  const content = encodeNames(input.value, userRows(snapshot, here), channelRows(snapshot, here, []));
  const replied = reply.message();
  parts.isSending = true;
  try {
    await host.act(
      { do: 'say', content, ...(replied === undefined ? {} : { replyTo: replied.id }) },
      files.all(),
    );
    input.value = '';
    files.clear();
    reply.set(undefined);
  } catch (error) {
    host.complain(wordsOf(error));
  } finally {
    parts.isSending = false;
  }
}

function submit(parts: Parts): void {
  const { host, popup, input, files, suggestions, begin, isSending } = parts;
  const text = input.value.trim();
  if (isSending || (text === '' && files.all().length === 0)) return;
  if (!text.startsWith('/')) {
    popup.close();
    void say(parts);
    return;
  }
  const leaf = suggestions.leaves().find(({ label }) => label === text.toLowerCase());
  if (leaf === undefined) host.complain(`There is no command ${text.split(' ')[0]} here.`);
  else begin({ leaf, values: {} });
}

function listenToKeys(parts: Parts): void {
  const { popup, input, files, reply, suggestions } = parts;
  input.addEventListener('input', suggestions.look);
  input.addEventListener('blur', popup.close);
  input.addEventListener('keydown', (event) => {
    if (popup.takes(event) || event.isComposing) return;
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      submit(parts);
    } else if (event.key === 'Escape') reply.set(undefined);
  });
  input.addEventListener('paste', ({ clipboardData }) => files.add(clipboardData?.files ?? []));
}

function showChannel({ input }: Parts, channel: ChannelView | undefined): void {
  const sign = channel?.guildId === undefined ? '@' : '#';
  const mayWrite = channel?.mayWrite === true;
  input.disabled = !mayWrite;
  input.placeholder = mayWrite
    ? `Message ${sign}${channel.name}, or / for a command`
    : 'You may not write in this channel.';
  input.setAttribute('aria-label', `Message ${sign}${channel?.name ?? ''}`);
}

/** Looks again at what is written where the channel has come to offer other commands. */
function createChannelWatch(parts: Parts): () => void {
  const { host, popup, input, reply, suggestions } = parts;
  const changeDraft = createDrafts();
  let shown: ChannelView | undefined;
  return () => {
    const channel = channelOf(host.snapshot(), host.channelId());
    if (channel?.id !== shown?.id) {
      const draft = changeDraft(channel?.id ?? '', { text: input.value, replied: reply.message() });
      input.value = draft.text;
      reply.set(draft.replied);
      popup.close();
    } else if (channel !== shown && popup.isOpen() && input.matches(':focus')) suggestions.look();
    shown = channel;
    showChannel(parts, channel);
  };
}

export function createTextComposer(
  host: ComposerHost,
  popup: Popup,
  onCommand: (call: TypedCall) => void,
): TextComposer {
  const input = drawInput();
  const focus = () => input.focus();
  const begin = (call: TypedCall) => {
    input.value = '';
    popup.close();
    onCommand(call);
  };
  const files = createFileList(host.complain, focus);
  const reply = createReplyBar(focus);
  const suggestions = createTextSuggestions({ host, popup, input, onCommand: begin });
  const parts: Parts = { host, popup, input, files, reply, suggestions, begin, isSending: false };
  const addFiles = (added: Iterable<File>) => {
    files.add(added);
    focus();
  };
  const send = make('button', { class: 'send-button', type: 'submit', 'aria-label': 'Send' });
  const form = make('form', { class: 'composer' }, ...drawAttach(addFiles), input, send);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    submit(parts);
  });
  listenToKeys(parts);
  return {
    element: make('div', { class: 'text-composer' }, reply.element, files.element, form),
    focus,
    addFiles,
    channelChanged: createChannelWatch(parts),
    replyTo(message) {
      reply.set(message);
      focus();
    },
    type(text) {
      input.value = text;
      focus();
      suggestions.look();
    },
  };
}
