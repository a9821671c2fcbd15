import { optionType } from '../../option-type.ts';
import type { Popup } from '../controls/popup.ts';
import { make } from '../dom.ts';
import type { CallView, OptionView } from '../protocol.ts';
import { type ComposerHost, wordsOf } from './composer-host.ts';
import type { TypedCall } from './leaf-commands.ts';
import { createOptionField, hintOf, type OptionField } from './option-field.ts';
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

export function createCommandForm(
  host: ComposerHost,
  popup: Popup,
  { leaf, values }: TypedCall,
  onDone: () => void,
): CommandForm {
  const fields: OptionField[] = [];
  const hint = make('p', { class: 'option-hint', 'aria-hidden': 'true' }, leaf.description);
  const row = make('div', { class: 'command-row' }, make('span', { class: 'command-name' }, leaf.label));
  const more = make('div', { class: 'option-more' });
  const send = make('button', { class: 'send-button', type: 'submit', 'aria-label': `Send ${leaf.label}` });
  const cancel = make('button', {
    class: 'cancel-button',
    type: 'button',
    'aria-label': `Leave ${leaf.label}`,
  });
  const form = make(
    'form',
    { class: 'command-form', 'aria-label': `${leaf.label}: ${leaf.description}`, novalidate: true },
    hint,
    row,
    more,
    send,
    cancel,
  );
  let isSending = false;

  const { name, group, subcommand } = leaf;
  const callWith = (options: CallView['options']): CallView => ({
    name,
    options,
    ...(group === undefined ? {} : { group }),
    ...(subcommand === undefined ? {} : { subcommand }),
  });
  const complete = async (option: OptionView, typed: string) => {
    const others = fields.filter((field) => field.option !== option && field.mistake() === undefined);
    const call = callWith(filledOf(others).options);
    const { choices = [] } = await host.act({ do: 'complete', call, option: option.name, typed });
    return choices;
  };
  const suggest = createSuggest(host.snapshot, host.channelId, complete);

  const drawMore = () => {
    const left = leaf.options.filter((option) => !fields.some((field) => field.option === option));
    more.hidden = left.length === 0;
    more.replaceChildren(
      ...left.map((option) => {
        const add = make(
          'button',
          { class: 'option-add', type: 'button', title: option.description },
          option.name,
        );
        add.setAttribute('aria-label', `Add ${option.name}: ${option.description}`);
        add.addEventListener('click', () => addField(option).input.focus());
        return add;
      }),
    );
  };
  const removeField = (field: OptionField) => {
    const index = fields.indexOf(field);
    fields.splice(index, 1);
    field.element.remove();
    drawMore();
    (fields[index - 1] ?? fields[0])?.input.focus();
    if (fields.length === 0) send.focus();
  };
  const addField = (option: OptionView): OptionField => {
    const field = createOptionField(option, { popup, suggest });
    fields.push(field);
    field.element.addEventListener('focusin', () => {
      hint.textContent = `${option.name}: ${hintOf(option)}`;
    });
    if (!option.required) {
      const remove = make('button', {
        class: 'chip-remove',
        type: 'button',
        'aria-label': `Remove ${option.name}`,
      });
      remove.addEventListener('click', () => removeField(field));
      field.element.append(remove);
      field.input.addEventListener('keydown', ({ key }) => {
        if (key === 'Backspace' && field.given().kind === 'nothing') removeField(field);
      });
    }
    row.append(field.element);
    drawMore();
    return field;
  };

  const blame = (): boolean => {
    for (const field of fields) field.element.toggleAttribute('data-invalid', field.mistake() !== undefined);
    const wrong = fields.find((field) => field.mistake() !== undefined);
    if (wrong === undefined) return false;
    host.complain(wrong.mistake());
    wrong.input.setAttribute('aria-invalid', 'true');
    wrong.input.focus();
    return true;
  };
  const submit = async () => {
    if (isSending || blame()) return;
    const { options, files, uploads } = filledOf(fields);
    isSending = true;
    try {
      await host.act({ do: 'run', call: callWith(options), files }, uploads);
      onDone();
    } catch (error) {
      host.complain(wordsOf(error));
    } finally {
      isSending = false;
    }
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void submit();
  });
  form.addEventListener('input', () => host.complain(undefined));
  form.addEventListener('keydown', (event) => {
    if (popup.takes(event) || event.isComposing || event.key !== 'Escape') return;
    event.preventDefault();
    onDone();
  });
  cancel.addEventListener('click', onDone);

  const isShownFirst = ({ required, name: option }: OptionView) => required || option in values;
  const shown = leaf.options.filter(isShownFirst);
  for (const option of shown.length === 0 ? leaf.options.slice(0, 1) : shown)
    addField(option).setText(values[option.name] ?? '');
  drawMore();

  return {
    element: form,
    focus() {
      const empty = fields.find((field) => field.given().kind === 'nothing');
      (empty ?? fields.at(-1))?.input.focus();
      if (fields.length === 0) send.focus();
    },
    takeFile(file) {
      const isFile = ({ type }: OptionView) => type === optionType.attachment;
      const option = leaf.options.find(isFile);
      if (option === undefined) return false;
      const field = fields.find((one) => one.option === option) ?? addField(option);
      field.setFile(file);
      field.input.focus();
      return true;
    },
  };
}
