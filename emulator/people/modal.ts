import { storeFile, type Upload } from '../attachments.ts';
import { type Component, componentType, flatten } from '../component.ts';
import { interactionType } from '../interactions.ts';
import { compact, type Fields, fieldsOf } from '../json.ts';
import { lengthOf } from '../validate/read.ts';
import { type Answer, createAnswer } from './answer.ts';
import { interact } from './interact.ts';
import { joinResolved, type Resolved, resolvedView } from './resolve.ts';
import { ClientRefusal, type Seat } from './seat.ts';
import { choose } from './selects.ts';

/** What a person puts into the fields of a form, by their custom ids. */
export interface ModalValues {
  /** Texts, the choice of a radio group, choices of selects and checkbox groups, a ticked box. */
  readonly [customId: string]: string | boolean | readonly string[] | readonly Upload[];
}

interface Filled {
  readonly fields: Fields;
  readonly resolved: Partial<Resolved>;
}

type Filler = (seat: Seat, input: Component, given: ModalValues[string] | undefined) => Filled;

function needs({ custom_id: customId, required }: Component, isEmpty: boolean): void {
  if (isEmpty && required !== false) throw new ClientRefusal(`the form needs "${customId}"`);
}

function texts(given: ModalValues[string] | undefined, preset: readonly string[]): readonly string[] {
  if (given === undefined) return preset;
  const list = Array.isArray(given) ? given : [given];
  return list.filter((item) => typeof item === 'string');
}

function presetOf(input: Component): readonly string[] {
  const preset = (input.options ?? []).map(fieldsOf).filter((option) => option.default === true);
  return preset.map(({ value }) => String(value));
}

const fillText: Filler = (_, input, given) => {
  const { custom_id: customId, min_length: min = 0, max_length: max = 4000 } = input;
  const value = texts(given, [input.value ?? ''])[0] ?? '';
  needs(input, value === '');
  const length = lengthOf(value);
  if ((length < min && length > 0) || length > max)
    throw new ClientRefusal(`"${customId}" takes ${min} to ${max} characters, not ${length}`);
  return { fields: { value }, resolved: {} };
};

const fillChoices: Filler = (seat, input, given) => {
  const wanted = texts(given, presetOf(input));
  needs(input, wanted.length === 0);
  if (wanted.length === 0) return { fields: { values: [] }, resolved: {} };
  // A checkbox group takes all its boxes where it says nothing of a number.
  const most = input.type === componentType.checkboxGroup ? (input.options?.length ?? 1) : 1;
  const { values, resolved } = choose(seat, { max_values: most, ...input }, wanted);
  return { fields: { values }, resolved };
};

const fillRadio: Filler = (seat, input, given) => {
  const wanted = texts(given, presetOf(input));
  needs(input, wanted.length === 0);
  const [value = null] = wanted.length === 0 ? [] : choose(seat, input, wanted).values;
  return { fields: { value }, resolved: {} };
};

const fillBox: Filler = (_, input, given) => ({
  fields: { value: typeof given === 'boolean' ? given : input.default === true },
  resolved: {},
});

const fillFiles: Filler = (seat, input, given) => {
  const { custom_id: customId, min_values: min = 1, max_values: max = 1 } = input;
  const uploads = Array.isArray(given) ? given.filter((item) => typeof item === 'object') : [];
  needs(input, uploads.length === 0);
  if (uploads.length > 0 && (uploads.length < min || uploads.length > max))
    throw new ClientRefusal(`"${customId}" takes ${min} to ${max} files, not ${uploads.length}`);
  const attachments = uploads.map((upload) => storeFile(seat.world, seat.channel.id, upload));
  return { fields: { values: attachments.map(({ id }) => id) }, resolved: { attachments } };
};

const fillers = new Map<number, Filler>([
  [componentType.textInput, fillText],
  [componentType.radioGroup, fillRadio],
  [componentType.checkbox, fillBox],
  [componentType.fileUpload, fillFiles],
]);

function fill(seat: Seat, component: Component, values: ModalValues): Filled {
  const { type, id, custom_id: customId, components, component: inner } = component;
  if (customId !== undefined) {
    const { fields, resolved } = (fillers.get(type) ?? fillChoices)(seat, component, values[customId]);
    return { fields: { type, id, custom_id: customId, ...fields }, resolved };
  }
  const parts = (components ?? []).map((part) => fill(seat, part, values));
  const only = inner === undefined ? undefined : fill(seat, inner, values);
  return {
    fields: compact({
      type,
      id,
      components: components === undefined ? undefined : parts.map(({ fields }) => fields),
      component: only?.fields,
    }),
    resolved: joinResolved([...parts, ...(only === undefined ? [] : [only])].map(({ resolved }) => resolved)),
  };
}

/** Fills in the form that an answer brought, and sends it. */
export async function submit(seat: Seat, answer: Answer, values: ModalValues): Promise<Answer> {
  const modal = await answer.modal();
  const known = new Set(flatten(modal.components).map(({ custom_id: customId }) => customId));
  const strange = Object.keys(values).find((name) => !known.has(name));
  if (strange !== undefined) throw new ClientRefusal(`the form has no field "${strange}"`);
  const filled = modal.components.map((component) => fill(seat, component, values));
  const resolved = joinResolved(filled.map((part) => part.resolved));
  const source = seat.world.messages.get(answer.interaction.sourceMessageId ?? '');
  const interaction = interact(seat, {
    type: interactionType.modalSubmit,
    data: compact({
      custom_id: modal.custom_id,
      components: filled.map(({ fields }) => fields),
      resolved: resolvedView(seat, resolved),
    }),
    label: `form "${modal.custom_id}"`,
    triggerId: answer.interaction.id,
    ...(source === undefined ? {} : { source }),
  });
  return createAnswer(seat.world, interaction, source);
}
