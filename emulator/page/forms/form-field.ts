import { type Component, componentType } from '../../component.ts';
import { fieldsOf, textOf } from '../../json.ts';
import { drawSelect } from '../controls/select.ts';
import { freshId, make } from '../dom.ts';
import type { SelectRow } from '../draw-context.ts';

/** What a field of a form holds when it is sent. */
type FieldValue = string | boolean | readonly string[] | readonly File[];

export interface FormField {
  readonly customId: string;
  readonly element: HTMLElement;
  value(): FieldValue;
}

/** What is written beside an input. */
interface Caption {
  readonly label: string;
  readonly description: string | undefined;
}

type RowsOf = (select: Component) => readonly SelectRow[];
type DrawField = (input: Component, caption: Caption, rowsOf: RowsOf) => FormField;

const paragraphStyle = 2;

function describe(caption: Caption): HTMLParagraphElement | undefined {
  if (caption.description === undefined) return undefined;
  return make('p', { class: 'modal-description', id: freshId('description') }, caption.description);
}

function labelled(input: HTMLElement, { required }: Component, caption: Caption): HTMLElement {
  input.id = freshId('field');
  const description = describe(caption);
  if (description !== undefined) input.setAttribute('aria-describedby', description.id);
  const mark =
    required === false ? undefined : make('span', { class: 'required-mark', 'aria-hidden': 'true' }, ' *');
  const label = make('label', { class: 'modal-label', for: input.id }, caption.label, mark);
  return make('div', { class: 'modal-field' }, label, description, input);
}

const drawText: DrawField = (component, caption) => {
  const { custom_id: customId = '', style, placeholder, required, value = '' } = component;
  const shared = {
    class: 'text-input',
    placeholder,
    required: required === false ? undefined : (true as const),
    minlength: component.min_length === undefined ? undefined : String(component.min_length),
    maxlength: String(component.max_length ?? 4000),
  };
  const input =
    style === paragraphStyle
      ? make('textarea', { ...shared, rows: '4' })
      : make('input', { ...shared, type: 'text' });
  input.value = value;
  return { customId, element: labelled(input, component, caption), value: () => input.value };
};

/** Boxes or buttons under one heading. */
function drawGroup(component: Component, caption: Caption, kind: 'radio' | 'checkbox'): FormField {
  const { custom_id: customId = '', options = [], required } = component;
  const name = freshId('group');
  const inputs = options.map((option) => {
    const { value, default: isChosen } = fieldsOf(option);
    const input = make('input', { type: kind, name, value: String(value) });
    input.checked = isChosen === true;
    if (kind === 'radio') input.required = required !== false;
    return input;
  });
  const rows = options.map((option, index) => {
    const { label, description } = fieldsOf(option);
    const words = textOf(description);
    return make(
      'label',
      { class: 'choice-row' },
      inputs[index],
      make('span', { class: 'choice-name' }, String(label)),
      words === undefined ? undefined : make('span', { class: 'choice-description' }, words),
    );
  });
  const legend = make('legend', { class: 'modal-label' }, caption.label);
  const group = make('fieldset', { class: 'choice-group' }, legend, describe(caption), ...rows);
  return {
    customId,
    element: make('div', { class: 'modal-field' }, group),
    value: () => inputs.filter(({ checked }) => checked).map(({ value }) => value),
  };
}

const drawBox: DrawField = ({ custom_id: customId = '', default: isTicked }, caption) => {
  const input = make('input', { type: 'checkbox' });
  input.checked = isTicked === true;
  const row = make(
    'label',
    { class: 'choice-row' },
    input,
    make('span', { class: 'choice-name' }, caption.label),
  );
  const element = make('div', { class: 'modal-field' }, row, describe(caption));
  return { customId, element, value: () => input.checked };
};

const drawFiles: DrawField = (component, caption) => {
  const { custom_id: customId = '', max_values: max = 1 } = component;
  const input = make('input', { type: 'file', multiple: max > 1 ? true : undefined });
  return { customId, element: labelled(input, component, caption), value: () => [...(input.files ?? [])] };
};

const drawChoices: DrawField = (component, caption, rowsOf) => {
  const {
    custom_id: customId = '',
    placeholder = 'Choose',
    min_values: min = 1,
    max_values: max = 1,
  } = component;
  const rows = rowsOf(component);
  let chosen: readonly string[] = rows.filter(({ isChosen }) => isChosen).map(({ value }) => value);
  const select = drawSelect({
    label: caption.label,
    placeholder,
    rows,
    min: component.required === false ? 0 : min,
    max,
    isDisabled: false,
    onChoose(values) {
      chosen = values;
    },
  });
  const label = make('div', { class: 'modal-label', 'aria-hidden': 'true' }, caption.label);
  const element = make('div', { class: 'modal-field' }, label, describe(caption), select);
  return { customId, element, value: () => chosen };
};

const drawings: ReadonlyMap<number, DrawField> = new Map<number, DrawField>([
  [componentType.textInput, drawText],
  [componentType.radioGroup, (component, caption) => drawGroup(component, caption, 'radio')],
  [componentType.checkboxGroup, (component, caption) => drawGroup(component, caption, 'checkbox')],
  [componentType.checkbox, drawBox],
  [componentType.fileUpload, drawFiles],
]);

/** One input of a form, with its label; whatever is no input of its own kind is a select. */
export function drawField(input: Component, caption: Caption, rowsOf: RowsOf): FormField {
  return (drawings.get(input.type) ?? drawChoices)(input, caption, rowsOf);
}
