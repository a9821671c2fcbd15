import { optionType } from '../../option-type.ts';
import type { Popup } from '../controls/popup.ts';
import { make } from '../dom.ts';
import type { CallView, OptionView } from '../protocol.ts';
import { type ComposerHost, wordsOf } from './composer-host.ts';
import type { LeafCommand, TypedCall } from './leaf-commands.ts';
import type { OptionField } from './option-frame.ts';
import { createOptionRow, type OptionRow } from './option-row.ts';
import { createSuggest } from './suggest.ts';

/** A chosen command with its options, until it is sent or left. */
export interface CommandForm {
  readonly element: HTMLElement;
  focus(): void;
  /** Whether it took a dropped file. */
  takeFile(file: File): boolean;
}

interface Filled {
  readonly options: CallView['options'];
  readonly files: Readonly<Record<string, number>>;
  readonly uploads: readonly File[];
}

function filledOf(fields: readonly OptionField[]): Filled {
  const options: Record<string, string | number | boolean> = {};
  const files: Record<string, number> = {};
  const uploads: File[] = [];
  for (const field of fields) {
    const given = field.given();
    if (given.kind === 'value') options[field.option.name] = given.value;
    if (given.kind === 'file') files[field.option.name] = uploads.push(given.file) - 1;
  }
  return { options, files, uploads };
}

function callOf({ name, group, subcommand }: LeafCommand, options: CallView['options']): CallView {
  return {
    name,
    options,
    ...(group === undefined ? {} : { group }),
    ...(subcommand === undefined ? {} : { subcommand }),
  };
}

/** Shows what is wrong and goes there; gives whether something is. */
function blame({ fields }: OptionRow, complain: ComposerHost['complain']): boolean {
  for (const field of fields) field.element.toggleAttribute('data-invalid', field.mistake() !== undefined);
  const wrong = fields.find((field) => field.mistake() !== undefined);
  if (wrong === undefined) return false;
  complain(wrong.mistake());
  wrong.input.setAttribute('aria-invalid', 'true');
  wrong.input.focus();
  return true;
}

/** Sends the command once, however often it is asked to meanwhile. */
function createSubmit(host: ComposerHost, leaf: LeafCommand, row: OptionRow, onDone: () => void) {
  let isSending = false;
  return async (): Promise<void> => {
    if (isSending || blame(row, host.complain)) return;
    const { options, files, uploads } = filledOf(row.fields);
    isSending = true;
    try {
      await host.act({ do: 'run', call: callOf(leaf, options), files }, uploads);
      onDone();
    } catch (error) {
      host.complain(wordsOf(error));
    } finally {
      isSending = false;
    }
  };
}

/** Those that must be given and those that were typed already; the first one where there are none. */
function shownFirst({ leaf, values }: TypedCall): readonly OptionView[] {
  const shown = leaf.options.filter(({ required, name }) => required || name in values);
  return shown.length === 0 ? leaf.options.slice(0, 1) : shown;
}

function createRow(host: ComposerHost, popup: Popup, call: TypedCall, onEmpty: () => void): OptionRow {
  const { leaf, values } = call;
  const complete = async (option: OptionView, typed: string) => {
    const others = row.fields.filter((field) => field.option !== option && field.mistake() === undefined);
    const half = callOf(leaf, filledOf(others).options);
    const { choices = [] } = await host.act({ do: 'complete', call: half, option: option.name, typed });
    return choices;
  };
  const suggest = createSuggest(host.snapshot, host.channelId, complete);
  const row = createOptionRow(leaf.label, leaf.options, { popup, suggest }, onEmpty);
  row.hint.textContent = leaf.description;
  for (const option of shownFirst(call)) row.fieldOf(option).setText(values[option.name] ?? '');
  return row;
}

interface Doings {
  readonly submit: () => Promise<void>;
  readonly leave: () => void;
}

function listen(form: HTMLFormElement, host: ComposerHost, popup: Popup, { submit, leave }: Doings): void {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void submit();
  });
  form.addEventListener('input', () => host.complain(undefined));
  form.addEventListener('keydown', (event) => {
    if (popup.takes(event) || event.isComposing || event.key !== 'Escape') return;
    event.preventDefault();
    leave();
  });
}

/** `onDone` is called when the command was sent or left. */
export function createCommandForm(
  host: ComposerHost,
  popup: Popup,
  call: TypedCall,
  onDone: () => void,
): CommandForm {
  const { label, description, options } = call.leaf;
  const send = make('button', { class: 'send-button', type: 'submit', 'aria-label': `Send ${label}` });
  const cancel = make('button', { class: 'cancel-button', type: 'button', 'aria-label': `Leave ${label}` });
  const row = createRow(host, popup, call, () => send.focus());
  const form = make('form', {
    class: 'command-form',
    'aria-label': `${label}: ${description}`,
    novalidate: true,
  });
  form.append(row.hint, row.row, row.more, send, cancel);
  cancel.addEventListener('click', onDone);
  listen(form, host, popup, { submit: createSubmit(host, call.leaf, row, onDone), leave: onDone });
  return {
    element: form,
    focus() {
      const empty = row.fields.find((field) => field.given().kind === 'nothing');
      const field = empty ?? row.fields.at(-1);
      (field?.input ?? send).focus();
    },
    takeFile(file) {
      const option = options.find(({ type }) => type === optionType.attachment);
      if (option === undefined) return false;
      const field = row.fieldOf(option);
      field.setFile(file);
      field.input.focus();
      return true;
    },
  };
}
