import { optionType } from '../../option-type.ts';
import type { Popup } from '../controls/popup.ts';
import { freshId, make, setAttribute } from '../dom.ts';
import type { OptionView } from '../protocol.ts';
import { optionMistake } from './check-option.ts';
import { wordsOf } from './composer-host.ts';
import { frameOption, type OptionField } from './option-frame.ts';
import type { Suggest, Suggestion, Suggestions } from './suggest.ts';

/** What a field shares with the others of its form. */
export interface Surroundings {
  readonly popup: Popup;
  readonly suggest: Suggest;
}

interface Typing {
  readonly option: OptionView;
  readonly popup: Popup;
  readonly input: HTMLInputElement;
  /** The row that was chosen, while the text is still its name. */
  picked: Suggestion | undefined;
  /** Numbers what was asked for: an answer to an older question is dropped. */
  asked: number;
  timer: number | undefined;
}

const debounceMs = 120;
/** How long a list may be on its way before one is told that it is. */
const patienceMs = 400;
const widths = { least: 8, most: 40 };

function drawInput(option: OptionView): HTMLInputElement {
  const isNumber = option.type === optionType.integer || option.type === optionType.number;
  return make('input', {
    class: 'option-input',
    id: freshId('option'),
    type: 'text',
    autocomplete: 'off',
    spellcheck: 'false',
    inputmode: isNumber ? 'numeric' : undefined,
    'aria-required': option.required ? 'true' : undefined,
  });
}

/** After every change: the field is as wide as its text, and not wrong until it is looked at again. */
function changed({ input }: Typing): void {
  input.size = Math.max(widths.least, Math.min(input.value.length + 1, widths.most));
  setAttribute(input, 'aria-invalid', undefined);
}

function show(typing: Typing, rows: readonly Suggestion[], note: string | undefined): void {
  const { option, popup, input } = typing;
  popup.open(input, {
    title: `${option.name}: ${option.description}`,
    rows,
    ...(note === undefined ? {} : { note }),
    active: input.value === '' ? -1 : 0,
    onPick(index) {
      typing.picked = rows[index];
      typing.asked += 1;
      input.value = typing.picked?.name ?? '';
      changed(typing);
      popup.close();
    },
  });
}

async function offer(typing: Typing, find: Suggestions): Promise<void> {
  const { input } = typing;
  typing.asked += 1;
  const number = typing.asked;
  const isWanted = () => number === typing.asked && input.matches(':focus');
  const waiting = setTimeout(() => {
    if (isWanted()) show(typing, [], 'Loading…');
  }, patienceMs);
  const answer = await find(input.value).then(
    (rows) => ({ rows, note: rows.length === 0 ? 'No choices fit.' : undefined }),
    (error: unknown) => ({ rows: [], note: wordsOf(error) }),
  );
  clearTimeout(waiting);
  if (isWanted()) show(typing, answer.rows, answer.note);
}

function offerSoon(typing: Typing, find: Suggestions): void {
  clearTimeout(typing.timer);
  typing.timer = setTimeout(() => void offer(typing, find), typing.option.autocomplete ? debounceMs : 0);
}

/** Makes the input the text of a list, as screen readers know it. */
function suggestWith(typing: Typing, find: Suggestions): void {
  const { input, popup } = typing;
  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-expanded', 'false');
  const soon = () => offerSoon(typing, find);
  input.addEventListener('focus', soon);
  input.addEventListener('input', soon);
  input.addEventListener('click', () => {
    if (!popup.isOpen()) soon();
  });
  input.addEventListener('blur', () => {
    clearTimeout(typing.timer);
    typing.asked += 1;
    popup.close();
  });
}

/** A text with suggestions: what is picked is sent by its value, anything else as it was typed. */
export function createTextField(option: OptionView, { popup, suggest }: Surroundings): OptionField {
  const input = drawInput(option);
  const typing: Typing = { option, popup, input, picked: undefined, asked: 0, timer: undefined };
  input.addEventListener('input', () => {
    if (input.value !== typing.picked?.name) typing.picked = undefined;
    changed(typing);
  });
  const find = suggest(option);
  if (find !== undefined) suggestWith(typing, find);
  changed(typing);
  return {
    option,
    element: frameOption(option, input),
    input,
    given() {
      if (input.value === '') return { kind: 'nothing' };
      return { kind: 'value', value: typing.picked?.value ?? input.value };
    },
    mistake: () => optionMistake(option, input.value),
    setText(text) {
      input.value = text;
      changed(typing);
    },
    setFile: () => undefined,
  };
}
