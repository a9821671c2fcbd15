import type { Popup } from '../controls/popup.ts';
import { make } from '../dom.ts';
import type { ChannelView, MessageView } from '../protocol.ts';
import { channelOf, channelRows, type NamedRow, shownName, userRows } from '../state/names.ts';
import { type ComposerHost, wordsOf } from './composer-host.ts';
import { createFileList } from './file-list.ts';
import {
  type LeafCommand,
  leafCommands,
  matchCommands,
  readTypedCall,
  type TypedCall,
} from './leaf-commands.ts';
import { encodeNames, halfNameAt, matchNames } from './mentions.ts';

/** Where a person writes a message, or begins a command with a slash. */
export interface TextComposer {
  readonly element: HTMLElement;
  focus(): void;
  /** Takes up what was left unsent in the channel that is open now. */
  channelChanged(): void;
  addFiles(files: Iterable<File>): void;
  replyTo(message: MessageView): void;
  /** Writes a text into the field as if it had been typed. */
  type(text: string): void;
}

const mostNames = 8;

interface Draft {
  readonly text: string;
  readonly replied: MessageView | undefined;
}

const noDraft: Draft = { text: '', replied: undefined };

export function createTextComposer(
  host: ComposerHost,
  popup: Popup,
  onCommand: (call: TypedCall) => void,
): TextComposer {
  const input = make('textarea', {
    class: 'composer-input',
    id: 'composer-input',
    rows: '1',
    maxlength: '4000',
    autocomplete: 'off',
    'aria-autocomplete': 'list',
    'aria-haspopup': 'listbox',
  });
  const picker = make('input', {
    type: 'file',
    class: 'visually-hidden',
    multiple: true,
    tabindex: '-1',
    'aria-hidden': 'true',
  });
  const attach = make('button', { class: 'attach-button', type: 'button', 'aria-label': 'Attach files' });
  const send = make('button', { class: 'send-button', type: 'submit', 'aria-label': 'Send' });
  const form = make('form', { class: 'composer' }, attach, picker, input, send);
  const files = createFileList(host.complain, () => input.focus());
  const replyWords = make('span', { class: 'reply-words' });
  const replyCancel = make('button', { class: 'chip-remove', type: 'button', 'aria-label': 'Do not reply' });
  const reply = make('p', { class: 'reply-bar', hidden: true }, replyWords, replyCancel);
  const element = make('div', { class: 'text-composer' }, reply, files.element, form);
  const drafts = new Map<string, Draft>();
  let channelId = '';
  /** The channel as it was when last looked at: another one may offer other commands. */
  let shown: ChannelView | undefined;
  let replied: MessageView | undefined;
  let isSending = false;

  const setReply = (message: MessageView | undefined) => {
    replied = message;
    reply.hidden = message === undefined;
    replyWords.textContent = message === undefined ? '' : `Replying to ${shownName(message.author)}`;
  };
  const leaves = (): readonly LeafCommand[] => {
    const snapshot = host.snapshot();
    const offered = new Set(channelOf(snapshot, host.channelId())?.commandIds);
    return leafCommands(snapshot.commands.filter(({ id }) => offered.has(id)));
  };
  const begin = (call: TypedCall) => {
    input.value = '';
    popup.close();
    onCommand(call);
  };
  const offerCommands = (text: string) => {
    const all = leaves();
    const call = readTypedCall(all, text);
    if (call !== undefined) {
      begin(call);
      return;
    }
    const found = matchCommands(all, text.slice(1));
    popup.open(input, {
      title: 'Commands',
      rows: found.map(({ label, description }) => ({ name: label, description })),
      ...(found.length === 0 ? { note: 'No command fits.' } : {}),
      active: 0,
      onPick(index) {
        const leaf = found[index];
        if (leaf !== undefined) begin({ leaf, values: {} });
      },
    });
  };
  const offerNames = () => {
    const half = halfNameAt(input.value, input.selectionStart);
    const snapshot = host.snapshot();
    const rows: readonly NamedRow[] =
      half === undefined
        ? []
        : half.sign === '@'
          ? userRows(snapshot, host.channelId())
          : channelRows(snapshot, host.channelId(), []);
    const found = half === undefined ? [] : matchNames(rows, half.typed).slice(0, mostNames);
    if (half === undefined || found.length === 0) {
      popup.close();
      return;
    }
    popup.open(input, {
      title: half.sign === '@' ? 'People' : 'Channels',
      rows: found.map(({ label }) => ({ name: label })),
      active: 0,
      onPick(index) {
        input.setRangeText(`${found[index]?.label ?? ''} `, half.start, half.end, 'end');
        popup.close();
      },
    });
  };
  const look = () => {
    host.complain(undefined);
    const { value } = input;
    if (value.startsWith('/') && !value.includes('\n')) offerCommands(value);
    else offerNames();
  };
  const sayIt = async () => {
    const snapshot = host.snapshot();
    const here = host.channelId();
    const content = encodeNames(input.value, userRows(snapshot, here), channelRows(snapshot, here, []));
    isSending = true;
    try {
      await host.act(
        { do: 'say', content, ...(replied === undefined ? {} : { replyTo: replied.id }) },
        files.all(),
      );
      input.value = '';
      files.clear();
      setReply(undefined);
    } catch (error) {
      host.complain(wordsOf(error));
    } finally {
      isSending = false;
    }
  };
  const submit = () => {
    const text = input.value.trim();
    if (isSending || (text === '' && files.all().length === 0)) return;
    if (text.startsWith('/')) {
      const leaf = leaves().find(({ label }) => label === text.toLowerCase());
      if (leaf === undefined) host.complain(`There is no command ${text.split(' ')[0]} here.`);
      else begin({ leaf, values: {} });
      return;
    }
    popup.close();
    void sayIt();
  };

  input.addEventListener('input', look);
  input.addEventListener('blur', () => popup.close());
  input.addEventListener('keydown', (event) => {
    if (popup.takes(event) || event.isComposing) return;
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      submit();
    } else if (event.key === 'Escape') setReply(undefined);
  });
  input.addEventListener('paste', ({ clipboardData }) => {
    if (clipboardData !== null && clipboardData.files.length > 0) files.add(clipboardData.files);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    submit();
  });
  attach.addEventListener('click', () => picker.click());
  picker.addEventListener('change', () => {
    files.add(picker.files ?? []);
    picker.value = '';
    input.focus();
  });
  replyCancel.addEventListener('click', () => {
    setReply(undefined);
    input.focus();
  });

  return {
    element,
    focus: () => input.focus(),
    addFiles(added) {
      files.add(added);
      input.focus();
    },
    replyTo(message) {
      setReply(message);
      input.focus();
    },
    type(text) {
      input.value = text;
      input.focus();
      look();
    },
    channelChanged() {
      const next = host.channelId();
      if (next !== channelId) {
        drafts.set(channelId, { text: input.value, replied });
        const draft = drafts.get(next) ?? noDraft;
        input.value = draft.text;
        setReply(draft.replied);
        popup.close();
        channelId = next;
      }
      const channel = channelOf(host.snapshot(), next);
      if (channel !== shown && popup.isOpen() && input.matches(':focus')) look();
      shown = channel;
      const sign = channel?.guildId === undefined ? '@' : '#';
      const mayWrite = channel?.mayWrite === true;
      input.disabled = !mayWrite;
      input.placeholder = mayWrite
        ? `Message ${sign}${channel.name}, or / for a command`
        : 'You may not write in this channel.';
      input.setAttribute('aria-label', `Message ${sign}${channel?.name ?? ''}`);
    },
  };
}
