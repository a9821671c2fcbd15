import { optionType } from '../../option-type.ts';
import { make } from '../dom.ts';
import type { OptionView } from '../protocol.ts';
import { createFileField } from './file-field.ts';
import { hintOf, type OptionField } from './option-frame.ts';
import { createTextField, type Surroundings } from './text-field.ts';

/** The options of a command that are being filled in, and buttons for those that could be too. */
export interface OptionRow {
  readonly fields: readonly OptionField[];
  /** Stands over the fields: what the one in focus takes. */
  readonly hint: HTMLElement;
  readonly row: HTMLElement;
  readonly more: HTMLElement;
  /** The field of an option, which is added where it is not there yet. */
  fieldOf(option: OptionView): OptionField;
}

interface Parts {
  readonly options: readonly OptionView[];
  readonly fields: OptionField[];
  readonly hint: HTMLElement;
  readonly row: HTMLElement;
  readonly more: HTMLElement;
  readonly around: Surroundings;
  /** Takes the focus when the last field is gone. */
  readonly onEmpty: () => void;
}

function showMore(parts: Parts): void {
  const left = parts.options.filter((option) => !parts.fields.some((field) => field.option === option));
  parts.more.hidden = left.length === 0;
  parts.more.replaceChildren(
    ...left.map((option) => {
      const add = make('button', { class: 'option-add', type: 'button', title: option.description });
      add.textContent = option.name;
      add.setAttribute('aria-label', `Add ${option.name}: ${option.description}`);
      add.addEventListener('click', () => addField(parts, option).input.focus());
      return add;
    }),
  );
}

function removeField(parts: Parts, field: OptionField): void {
  const { fields, onEmpty } = parts;
  const index = fields.indexOf(field);
  fields.splice(index, 1);
  field.element.remove();
  showMore(parts);
  const next = fields[index - 1] ?? fields[0];
  if (next === undefined) onEmpty();
  else next.input.focus();
}

function makeRemovable(parts: Parts, field: OptionField): void {
  const remove = make('button', { class: 'chip-remove', type: 'button' });
  remove.setAttribute('aria-label', `Remove ${field.option.name}`);
  remove.addEventListener('click', () => removeField(parts, field));
  field.element.append(remove);
  field.input.addEventListener('keydown', (event) => {
    if (event.key !== 'Backspace' || field.given().kind !== 'nothing') return;
    event.preventDefault();
    removeField(parts, field);
  });
}

function addField(parts: Parts, option: OptionView): OptionField {
  const isFile = option.type === optionType.attachment;
  const field = isFile ? createFileField(option) : createTextField(option, parts.around);
  parts.fields.push(field);
  field.element.addEventListener('focusin', () => {
    parts.hint.textContent = `${option.name}: ${hintOf(option)}`;
  });
  if (!option.required) makeRemovable(parts, field);
  parts.row.append(field.element);
  showMore(parts);
  return field;
}

export function createOptionRow(
  label: string,
  options: readonly OptionView[],
  around: Surroundings,
  onEmpty: () => void,
): OptionRow {
  const hint = make('p', { class: 'option-hint', 'aria-hidden': 'true' });
  const row = make('div', { class: 'command-row' }, make('span', { class: 'command-name' }, label));
  const more = make('div', { class: 'option-more' });
  const parts: Parts = { options, fields: [], hint, row, more, around, onEmpty };
  showMore(parts);
  return {
    fields: parts.fields,
    hint,
    row,
    more,
    fieldOf: (option) => parts.fields.find((field) => field.option === option) ?? addField(parts, option),
  };
}
