import { type Component, flatten, componentType as type } from '../component.ts';
import { compact, type Fields } from '../json.ts';
import { readButton, readModalInput, readSelect } from './buttons-and-selects.ts';
import { blame, type Field, fieldAt } from './form.ts';
import {
  type FilesByName,
  readAccentColour,
  readFileComponent,
  readGallery,
  readSeparator,
  readThumbnail,
} from './media.ts';
import { readBoolean, readChoice, readInteger, readList, readText } from './read.ts';

const selects: readonly number[] = [
  type.stringSelect,
  type.userSelect,
  type.roleSelect,
  type.mentionableSelect,
  type.channelSelect,
];
const modalInputs: readonly number[] = [
  type.textInput,
  type.fileUpload,
  type.radioGroup,
  type.checkboxGroup,
  type.checkbox,
];
const insideContainer = [
  type.actionRow,
  type.section,
  type.textDisplay,
  type.mediaGallery,
  type.file,
  type.separator,
];

/** Where components stand decides which types may stand there. */
export const topLevel = {
  classic: [type.actionRow],
  componentsV2: [...insideContainer, type.container],
  modal: [type.actionRow, type.label, type.textDisplay],
} as const;

interface Reading {
  readonly files: FilesByName;
  /** In a modal an action row holds a text input. */
  readonly isModal: boolean;
}

function readRow(field: Field, reading: Reading): Fields {
  const list = fieldAt(field, 'components');
  const fields = readList(list, { min: 1, max: 5, required: true });
  const allowed = reading.isModal ? [type.textInput] : [type.button, ...selects];
  const components = readComponents(fields, allowed, reading);
  const isWide = components.some(({ type: kind }) => kind !== type.button);
  if (isWide && components.length > 1)
    for (const extra of fields.slice(1))
      blame(extra, 'COMPONENT_LAYOUT_WIDTH_EXCEEDED', 'The specified component exceeds the maximum width');
  return { components };
}

function readSection(field: Field, reading: Reading): Fields {
  const texts = readList(fieldAt(field, 'components'), { min: 1, max: 3, required: true });
  const accessory = fieldAt(field, 'accessory');
  return compact({
    components: readComponents(texts, [type.textDisplay], reading),
    accessory: readComponent(accessory, [type.button, type.thumbnail], reading),
  });
}

function readContainer(field: Field, reading: Reading): Fields {
  const inner = readList(fieldAt(field, 'components'), { min: 1, max: 40, required: true });
  return {
    accent_color: readAccentColour(field) ?? null,
    spoiler: readBoolean(fieldAt(field, 'spoiler')) ?? false,
    components: readComponents(inner, insideContainer, reading),
  };
}

function readLabel(field: Field, reading: Reading): Fields {
  return compact({
    label: readText(fieldAt(field, 'label'), { min: 1, max: 45, required: true }),
    description: readText(fieldAt(field, 'description'), { max: 100 }),
    component: readComponent(fieldAt(field, 'component'), [...modalInputs, ...selects], reading),
  });
}

type Reader = (field: Field, reading: Reading) => Fields;

const readers = new Map<number, Reader>([
  [type.actionRow, readRow],
  [type.button, readButton],
  [type.section, readSection],
  [
    type.textDisplay,
    (field) =>
      compact({ content: readText(fieldAt(field, 'content'), { min: 1, max: 4000, required: true }) }),
  ],
  [type.thumbnail, (field, { files }) => readThumbnail(field, files)],
  [type.mediaGallery, (field, { files }) => readGallery(field, files)],
  [type.file, (field, { files }) => readFileComponent(field, files)],
  [type.separator, readSeparator],
  [type.container, readContainer],
  [type.label, readLabel],
  ...selects.map((kind): [number, Reader] => [kind, (field) => readSelect(field, kind)]),
  ...modalInputs.map((kind): [number, Reader] => [kind, (field) => readModalInput(field, kind)]),
]);

function readComponent(field: Field, allowed: readonly number[], reading: Reading): Component | undefined {
  const kindField = fieldAt(field, 'type');
  const kind = readChoice(kindField, allowed, true);
  const read = kind === undefined ? undefined : readers.get(kind);
  if (kind === undefined || read === undefined) return undefined;
  const id = readInteger(fieldAt(field, 'id'), { min: 0, max: 2 ** 31 - 1 }) ?? 0;
  return { ...read(field, reading), type: kind, id };
}

function readComponents(
  fields: readonly Field[],
  allowed: readonly number[],
  reading: Reading,
): readonly Component[] {
  return fields.flatMap((field) => readComponent(field, allowed, reading) ?? []);
}

/** Gives each component without an id the next free number, in reading order. */
function numbered(components: readonly Component[]): readonly Component[] {
  const taken = new Set(flatten(components).map(({ id }) => id));
  let next = 1;
  const fresh = () => {
    while (taken.has(next)) next += 1;
    taken.add(next);
    return next;
  };
  const number = (component: Component): Component => ({
    ...component,
    id: component.id === 0 ? fresh() : component.id,
    ...(component.components === undefined ? {} : { components: component.components.map(number) }),
    ...(component.accessory === undefined ? {} : { accessory: number(component.accessory) }),
    ...(component.component === undefined ? {} : { component: number(component.component) }),
  });
  return components.map(number);
}

function blameTwinIds(field: Field, components: readonly Component[]): void {
  const seen = new Set<string>();
  for (const { custom_id: customId } of flatten(components)) {
    if (customId === undefined) continue;
    if (seen.has(customId))
      blame(field, 'COMPONENT_CUSTOM_ID_DUPLICATED', `Component custom id cannot be duplicated: ${customId}`);
    seen.add(customId);
  }
}

/** Checks a list of components and gives it back with Discord's numbering; mistakes go to the form. */
export function readComponentList(
  list: Field,
  place: keyof typeof topLevel,
  files: FilesByName,
): readonly Component[] {
  const fields = readList(list, place === 'componentsV2' ? { max: 40 } : { max: 5 });
  const components = readComponents(fields, topLevel[place], { files, isModal: place === 'modal' });
  blameTwinIds(list, components);
  return numbered(components);
}
