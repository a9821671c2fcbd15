import { freshId, make } from '../dom.ts';
import type { OptionView } from '../protocol.ts';
import { boundsText } from './check-option.ts';

/** What a person gave for an option. */
type Given =
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

/** What an option takes, as the hint over the form says it. */
export function hintOf(option: OptionView): string {
  const bounds = boundsText(option);
  return `${option.description}${bounds === '' ? '' : ` (${bounds})`}`;
}

/** The input of an option with its label, and with its hint for those who do not see it. */
export function frameOption(
  option: OptionView,
  input: HTMLElement,
  ...more: readonly HTMLElement[]
): HTMLElement {
  const hint = make('span', { class: 'visually-hidden', id: freshId('hint') }, hintOf(option));
  input.setAttribute('aria-describedby', hint.id);
  const label = make('label', { class: 'option-label', for: input.id }, option.name);
  const required = option.required ? true : undefined;
  return make('div', { class: 'option-field', 'data-required': required }, label, input, hint, ...more);
}
