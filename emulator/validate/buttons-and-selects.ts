import { componentType as type } from '../component.ts';
import { compact, type Fields } from '../json.ts';
import { blame, type Field, fieldAt, isAbsent } from './form.ts';
import {
  blameTwins,
  readBoolean,
  readChoice,
  readFields,
  readInteger,
  readList,
  readText,
  readUrl,
} from './read.ts';

const customIdBounds = { min: 1, max: 100, required: true };

function readCustomId(field: Field): string | undefined {
  return readText(fieldAt(field, 'custom_id'), customIdBounds);
}

function readEmoji(field: Field): Fields | undefined {
  const emoji = readFields(field);
  if (emoji === undefined) return undefined;
  if (typeof emoji.name !== 'string' && typeof emoji.id !== 'string')
    blame(field, 'BUTTON_COMPONENT_INVALID_EMOJI', 'Invalid emoji');
  return emoji;
}

const linkStyle = 5;

/** A button: a link has an address and no custom id, every other one the reverse. */
export function readButton(field: Field): Fields {
  const style = readChoice(fieldAt(field, 'style'), [1, 2, 3, 4, linkStyle], true);
  const label = readText(fieldAt(field, 'label'), { max: 80 });
  const emoji = readEmoji(fieldAt(field, 'emoji'));
  if ((label === undefined || label === '') && emoji === undefined)
    blame(fieldAt(field, 'label'), 'BASE_TYPE_REQUIRED', 'This field is required');
  const common = { style, label, emoji, disabled: readBoolean(fieldAt(field, 'disabled')) };
  const [has, hasNot] = style === linkStyle ? ['url', 'custom_id'] : ['custom_id', 'url'];
  if (!isAbsent(fieldAt(field, hasNot)))
    blame(
      fieldAt(field, hasNot),
      'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE',
      `A button with ${has} cannot have ${hasNot}`,
    );
  if (style !== linkStyle) return compact({ ...common, custom_id: readCustomId(field) });
  const url = readUrl(fieldAt(field, 'url'), { min: 1, max: 512, required: true }, ['discord:']);
  return compact({ ...common, url });
}

function readOption(field: Field): Fields {
  return compact({
    label: readText(fieldAt(field, 'label'), { min: 1, max: 100, required: true }),
    value: readText(fieldAt(field, 'value'), { min: 1, max: 100, required: true }),
    description: readText(fieldAt(field, 'description'), { max: 100 }),
    emoji: readEmoji(fieldAt(field, 'emoji')),
    default: readBoolean(fieldAt(field, 'default')),
  });
}

/** The choices of a select, a radio group or a checkbox group, each value once. */
function readOptions(field: Field, min: number, max: number): readonly Fields[] {
  const options = readList(fieldAt(field, 'options'), { min, max, required: true });
  blameTwins(
    options.map((option) => fieldAt(option, 'value')),
    'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
    'The specified option value is already used',
  );
  return options.map(readOption);
}

export function readSelect(field: Field, kind: number): Fields {
  return compact({
    custom_id: readCustomId(field),
    placeholder: readText(fieldAt(field, 'placeholder'), { max: 150 }),
    min_values: readInteger(fieldAt(field, 'min_values'), { min: 0, max: 25 }) ?? 1,
    max_values: readInteger(fieldAt(field, 'max_values'), { min: 1, max: 25 }) ?? 1,
    disabled: readBoolean(fieldAt(field, 'disabled')),
    required: readBoolean(fieldAt(field, 'required')),
    options: kind === type.stringSelect ? readOptions(field, 1, 25) : undefined,
    channel_types:
      kind === type.channelSelect
        ? readList(fieldAt(field, 'channel_types')).map((item) => readInteger(item))
        : undefined,
  });
}

/** What only a modal may hold. */
export function readModalInput(field: Field, kind: number): Fields {
  const common = { custom_id: readCustomId(field), required: readBoolean(fieldAt(field, 'required')) };
  const values = {
    min_values: readInteger(fieldAt(field, 'min_values'), { min: 0, max: 10 }),
    max_values: readInteger(fieldAt(field, 'max_values'), { min: 1, max: 10 }),
  };
  if (kind === type.radioGroup) return compact({ ...common, options: readOptions(field, 2, 10) });
  if (kind === type.checkboxGroup)
    return compact({ ...common, ...values, options: readOptions(field, 1, 10) });
  if (kind === type.fileUpload) return compact({ ...common, ...values });
  if (kind === type.checkbox) return compact({ ...common, default: readBoolean(fieldAt(field, 'default')) });
  return compact({
    ...common,
    style: readChoice(fieldAt(field, 'style'), [1, 2], true),
    label: readText(fieldAt(field, 'label'), { min: 1, max: 45 }),
    min_length: readInteger(fieldAt(field, 'min_length'), { min: 0, max: 4000 }),
    max_length: readInteger(fieldAt(field, 'max_length'), { min: 1, max: 4000 }),
    value: readText(fieldAt(field, 'value'), { max: 4000 }),
    placeholder: readText(fieldAt(field, 'placeholder'), { max: 100 }),
  });
}
