import type { Fields } from '../json.ts';
import type { ModalForm } from '../world.ts';
import { readComponentList } from './components.ts';
import { blame, type Field, fieldAt, readForm } from './form.ts';
import { readList, readText } from './read.ts';

function readChoiceValue(field: Field): string | number | undefined {
  return typeof field.value === 'number'
    ? field.value
    : readText(field, { min: 1, max: 100, required: true });
}

/** At most 25 choices with names and values of 1 to 100 characters. */
export function readAutocomplete(data: unknown): readonly Fields[] {
  return readForm({ data }, (root) =>
    readList(fieldAt(fieldAt(root, 'data'), 'choices'), { max: 25, required: true }).map((choice) => ({
      name: readText(fieldAt(choice, 'name'), { min: 1, max: 100, required: true }),
      value: readChoiceValue(fieldAt(choice, 'value')),
    })),
  );
}

/** A title of up to 45 characters and one to five rows, labels or texts. */
export function readModal(data: unknown): ModalForm {
  return readForm({ data }, (root) => {
    const modal = fieldAt(root, 'data');
    const list = fieldAt(modal, 'components');
    const components = readComponentList(list, 'modal', new Map());
    if (components.length === 0) blame(list, 'BASE_TYPE_REQUIRED', 'This field is required');
    return {
      custom_id: readText(fieldAt(modal, 'custom_id'), { min: 1, max: 100, required: true }) ?? '',
      title: readText(fieldAt(modal, 'title'), { min: 1, max: 45, required: true }) ?? '',
      components,
    };
  });
}
