import { freshId, make } from '../dom.ts';
import type { OptionView } from '../protocol.ts';
import { sizeText } from './file-list.ts';
import { frameOption, type OptionField } from './option-frame.ts';

/** An option that takes a file, by the browser's own window or by a drop. */
export function createFileField(option: OptionView): OptionField {
  const id = freshId('option');
  const button = make('button', { class: 'option-file', type: 'button', id }, 'Choose or drop a file');
  const picker = make('input', {
    type: 'file',
    class: 'visually-hidden',
    tabindex: '-1',
    'aria-hidden': 'true',
  });
  let file: File | undefined;
  const setFile = (chosen: File) => {
    file = chosen;
    button.textContent = `${chosen.name}, ${sizeText(chosen.size)}`;
    button.setAttribute('aria-label', `${option.name}: ${button.textContent}`);
  };
  button.setAttribute('aria-label', `${option.name}: choose a file`);
  button.addEventListener('click', () => picker.click());
  picker.addEventListener('change', () => {
    const [chosen] = picker.files ?? [];
    if (chosen !== undefined) setFile(chosen);
    button.focus();
  });
  return {
    option,
    element: frameOption(option, button, picker),
    input: button,
    given: () => (file === undefined ? { kind: 'nothing' } : { kind: 'file', file }),
    mistake: () => (file === undefined && option.required ? `${option.name} is required` : undefined),
    setText: () => undefined,
    setFile,
  };
}
