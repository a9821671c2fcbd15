import { optionType } from '../../option-type.ts';
import type { Popup } from '../controls/popup.ts';
import { freshId, make, setAttribute } from '../dom.ts';
import type { OptionView } from '../protocol.ts';
import { boundsText, optionMistake } from './check-option.ts';
import { wordsOf } from './composer-host.ts';
import { sizeText } from './file-list.ts';
import type { Suggest, Suggestion } from './suggest.ts';

/** What a person gave for an option. */
export type Given =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'value'; readonly value: string | number | boolean }
  | { readonly kind: 'file'; readonly file: File };

/** One option of a command, being filled in. */
export interface OptionField {
  readonly option: OptionView;
  readonly element: HTMLElement;
  readonly input: HTMLElement;
  given(): Given;
  mistake(): string | undefined;
  setText(text: string): void;
  setFile(file: File): void;
}

interface Surroundings {
  readonly popup: Popup;
  readonly suggest: Suggest;
}

/** What an option takes, as the hint over the form says it. */
export function hintOf(option: OptionView): string {
  const bounds = boundsText(option);
  return `${option.description}${bounds === '' ? '' : ` (${bounds})`}`;
}

function frame(option: OptionView, input: HTMLElement, ...more: readonly HTMLElement[]): HTMLElement {
  const hint = make('span', { class: 'visually-hidden', id: freshId('hint') }, hintOf(option));
  input.setAttribute('aria-describedby', hint.id);
  const label = make('label', { class: 'option-label', for: input.id }, option.name);
  const required = option.required ? true : undefined;
  return make('div', { class: 'option-field', 'data-required': required }, label, input, hint, ...more);
}

function fileField(option: OptionView): OptionField {
  let file: File | undefined;
  const id = freshId('option');
  const button = make('button', { class: 'option-file', type: 'button', id }, 'Choose or drop a file');
  const picker = make('input', {
    type: 'file',
    class: 'visually-hidden',
    tabindex: '-1',
    'aria-hidden': 'true',
  });
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
    element: frame(option, button, picker),
    input: button,
    given: () => (file === undefined ? { kind: 'nothing' } : { kind: 'file', file }),
    mistake: () => (file === undefined && option.required ? `${option.name} is required` : undefined),
    setText: () => undefined,
    setFile,
  };
}

const debounceMs = 120;

/** A text with suggestions under it: what is picked is sent by its value, anything else as it was typed. */
function textField(option: OptionView, { popup, suggest }: Surroundings): OptionField {
  const isNumber = option.type === optionType.integer || option.type === optionType.number;
  const input = make('input', {
    class: 'option-input',
    id: freshId('option'),
    type: 'text',
    autocomplete: 'off',
    spellcheck: 'false',
    inputmode: isNumber ? 'numeric' : undefined,
    'aria-required': option.required ? 'true' : undefined,
  });
  const suggestions = suggest(option);
  let picked: Suggestion | undefined;
  let asked = 0;
  let timer: number | undefined;

  const grow = () => {
    input.size = Math.max(8, Math.min(input.value.length + 1, 40));
  };
  const show = (rows: readonly Suggestion[], note?: string) =>
    popup.open(input, {
      title: `${option.name}: ${option.description}`,
      rows: rows.map(({ name, description }) => ({
        name,
        ...(description === undefined ? {} : { description }),
      })),
      ...(note === undefined ? {} : { note }),
      active: input.value === '' ? -1 : 0,
      onPick(index) {
        picked = rows[index];
        input.value = picked?.name ?? '';
        grow();
        setAttribute(input, 'aria-invalid', undefined);
        asked += 1;
        popup.close();
      },
    });
  const offer = async (find: (typed: string) => Promise<readonly Suggestion[]>) => {
    asked += 1;
    const number = asked;
    const answer = await find(input.value).then(
      (rows) => ({ rows, note: rows.length === 0 ? 'No choices fit.' : undefined }),
      (error: unknown) => ({ rows: [], note: wordsOf(error) }),
    );
    // An answer to what is no longer typed is dropped.
    if (number === asked && input.matches(':focus')) show(answer.rows, answer.note);
  };
  const offerSoon = () => {
    clearTimeout(timer);
    if (suggestions === undefined) return;
    timer = setTimeout(() => void offer(suggestions), option.autocomplete ? debounceMs : 0);
  };
  if (suggestions !== undefined) {
    input.setAttribute('role', 'combobox');
    input.setAttribute('aria-autocomplete', 'list');
    input.setAttribute('aria-expanded', 'false');
    input.addEventListener('focus', offerSoon);
    input.addEventListener('click', () => {
      if (!popup.isOpen()) offerSoon();
    });
  }
  input.addEventListener('input', () => {
    if (input.value !== picked?.name) picked = undefined;
    grow();
    setAttribute(input, 'aria-invalid', undefined);
    offerSoon();
  });
  input.addEventListener('blur', () => {
    clearTimeout(timer);
    asked += 1;
    popup.close();
  });
  grow();
  return {
    option,
    element: frame(option, input),
    input,
    given() {
      if (input.value === '') return { kind: 'nothing' };
      return { kind: 'value', value: picked?.value ?? input.value };
    },
    mistake: () => optionMistake(option, input.value),
    setText(text) {
      input.value = text;
      grow();
    },
    setFile: () => undefined,
  };
}

export function createOptionField(option: OptionView, around: Surroundings): OptionField {
  return option.type === optionType.attachment ? fileField(option) : textField(option, around);
}
