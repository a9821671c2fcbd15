import { type Component, componentType } from '../../component.ts';
import { wordsOf } from '../composer/composer-host.ts';
import { make } from '../dom.ts';
import type { SelectRow } from '../draw-context.ts';
import type { Action, FormValue, ModalView } from '../protocol.ts';
import { drawField, type FormField } from './form-field.ts';

export interface ModalHost {
  rows(select: Component): readonly SelectRow[];
  /** Sends the form; resolves once the bot has answered it, fails with words for the person. */
  submit(action: Action, files: readonly File[]): Promise<void>;
}

interface Drawn {
  readonly elements: readonly HTMLElement[];
  readonly fields: readonly FormField[];
}

/** A row, a label or a text of a form: Discord knows no more. */
function drawPart(part: Component, host: ModalHost): Drawn {
  if (part.type === componentType.textDisplay)
    return { elements: [make('p', { class: 'modal-text' }, part.content ?? '')], fields: [] };
  const inputs = part.component === undefined ? (part.components ?? []) : [part.component];
  const fields = inputs.map((input) =>
    drawField(
      input,
      { label: part.label ?? input.label ?? input.custom_id ?? '', description: part.description },
      host.rows,
    ),
  );
  return { elements: fields.map(({ element }) => element), fields };
}

interface Filled {
  readonly values: Readonly<Record<string, FormValue>>;
  readonly files: readonly File[];
}

const areFiles = (value: unknown[]): value is File[] => value.some((item) => item instanceof File);

function filledOf(fields: readonly FormField[]): Filled {
  const files: File[] = [];
  const values = fields.map(({ customId, value: read }): readonly [string, FormValue] => {
    const value = read();
    if (typeof value !== 'object') return [customId, value];
    const list = [...value];
    if (!areFiles(list)) return [customId, list.map(String)];
    return [customId, { files: list.map((file) => files.push(file) - 1) }];
  });
  return { values: Object.fromEntries(values), files };
}

/** Opens the form that the bot answered with; it stays open until the bot has answered the sent form. */
export function openModal(modal: ModalView, host: ModalHost): void {
  const before = document.activeElement;
  const drawn = modal.components.map((part) => drawPart(part, host));
  const fields = drawn.flatMap((part) => part.fields);
  const title = make('h2', { class: 'modal-title', id: `modal-${modal.interactionId}` }, modal.title);
  const body = make('div', { class: 'modal-body' }, ...drawn.flatMap(({ elements }) => elements));
  const complaint = make('p', { class: 'modal-error', role: 'alert', hidden: true });
  const cancel = make('button', { class: 'plain-button', type: 'button' }, 'Cancel');
  const send = make('button', { class: 'primary-button', type: 'submit' }, 'Submit');
  const actions = make('div', { class: 'modal-actions' }, cancel, send);
  const form = make('form', { class: 'modal-form' }, title, body, complaint, actions);
  const dialog = make('dialog', { class: 'modal-dialog', 'aria-labelledby': title.id }, form);

  const submit = async () => {
    const { values, files } = filledOf(fields);
    send.disabled = true;
    complaint.hidden = true;
    try {
      await host.submit({ do: 'submit', interactionId: modal.interactionId, values }, files);
      dialog.close();
    } catch (error) {
      complaint.textContent = wordsOf(error);
      complaint.hidden = false;
    } finally {
      send.disabled = false;
    }
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void submit();
  });
  cancel.addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => {
    dialog.remove();
    if (before instanceof HTMLElement && before.isConnected) before.focus();
  });
  document.body.append(dialog);
  dialog.showModal();
  body.querySelector<HTMLElement>('input, textarea, button')?.focus();
}
