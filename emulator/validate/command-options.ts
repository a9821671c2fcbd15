import { compact, type Fields } from '../json.ts';
import { optionType } from '../option-type.ts';
import { blame, type Field, fieldAt, isAbsent } from './form.ts';
import { blameTwins, readBoolean, readChoice, readInteger, readList, readText } from './read.ts';

type NameReader = (field: Field) => string | undefined;

const values: readonly number[] = Object.values(optionType).filter(
  (kind) => kind > optionType.subcommandGroup,
);
const groups: readonly number[] = [optionType.subcommand, optionType.subcommandGroup];

/** Which kinds of options may stand under a command, a group, a subcommand. */
function allowedUnder(parent: number | undefined): readonly number[] {
  if (parent === undefined) return [...groups, ...values];
  return parent === optionType.subcommandGroup ? [optionType.subcommand] : values;
}

function readChoices(field: Field, kind: number): readonly Fields[] | undefined {
  if (isAbsent(field)) return undefined;
  const places = readList(field, { max: 25 });
  const names = places.map((place) => fieldAt(place, 'name'));
  blameTwins(
    names,
    'APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_DUPLICATE',
    'Option choice names must be unique',
  );
  return places.map((place) => ({
    name: readText(fieldAt(place, 'name'), { min: 1, max: 100, required: true }),
    value: readChoiceValue(fieldAt(place, 'value'), kind),
  }));
}

function readChoiceValue(field: Field, kind: number): unknown {
  if (kind === optionType.string) return readText(field, { max: 100, required: true });
  if (typeof field.value === 'number') return field.value;
  blame(field, 'NUMBER_TYPE_COERCE', `Value "${String(field.value)}" is not a number.`);
  return undefined;
}

function readNumberBound(field: Field): number | undefined {
  if (isAbsent(field)) return undefined;
  if (typeof field.value === 'number') return field.value;
  blame(field, 'NUMBER_TYPE_COERCE', `Value "${String(field.value)}" is not a number.`);
  return undefined;
}

function readValueRules(field: Field, kind: number): Fields {
  const choices = readChoices(fieldAt(field, 'choices'), kind);
  const autocomplete = readBoolean(fieldAt(field, 'autocomplete'));
  if (autocomplete === true && choices !== undefined && choices.length > 0)
    blame(
      fieldAt(field, 'autocomplete'),
      'APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_CHOICES',
      'autocomplete may not be set with choices',
    );
  return {
    required: readBoolean(fieldAt(field, 'required')),
    choices,
    autocomplete,
    min_value: readNumberBound(fieldAt(field, 'min_value')),
    max_value: readNumberBound(fieldAt(field, 'max_value')),
    min_length: readInteger(fieldAt(field, 'min_length'), { min: 0, max: 6000 }),
    max_length: readInteger(fieldAt(field, 'max_length'), { min: 1, max: 6000 }),
    channel_types: isAbsent(fieldAt(field, 'channel_types'))
      ? undefined
      : readList(fieldAt(field, 'channel_types')).map((item) => readInteger(item)),
  };
}

function readOption(field: Field, parent: number | undefined, readName: NameReader): Fields {
  const kind = readChoice(fieldAt(field, 'type'), allowedUnder(parent), true) ?? 0;
  const rules = groups.includes(kind)
    ? { options: readOptionList(fieldAt(field, 'options'), kind, readName) }
    : readValueRules(field, kind);
  return compact({
    type: kind,
    name: readName(fieldAt(field, 'name')),
    description: readText(fieldAt(field, 'description'), { min: 1, max: 100, required: true }),
    ...rules,
  });
}

function checkOrder(places: readonly Field[], options: readonly Fields[]): void {
  const firstOptional = options.findIndex(({ required }) => required !== true);
  options.forEach((option, index) => {
    const place = places[index];
    if (place !== undefined && firstOptional !== -1 && index > firstOptional && option.required === true)
      blame(
        place,
        'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
        'Required options must be placed before non-required options',
      );
  });
}

function checkKinds(field: Field, options: readonly Fields[]): void {
  const nested = options.filter(
    ({ type }) => type === optionType.subcommand || type === optionType.subcommandGroup,
  );
  if (nested.length > 0 && nested.length < options.length)
    blame(
      field,
      'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
      'Sub-command and sub-command group option types are mutually exclusive to all other types',
    );
}

function readOptionList(
  list: Field,
  parent: number | undefined,
  readName: NameReader,
): readonly Fields[] | undefined {
  if (isAbsent(list)) return undefined;
  const places = readList(list, { max: 25 });
  blameTwins(
    places.map((place) => fieldAt(place, 'name')),
    'APPLICATION_COMMAND_OPTIONS_NAME_DUPLICATE',
    'Option names must be unique',
  );
  const options = places.map((place) => readOption(place, parent, readName));
  checkKinds(list, options);
  checkOrder(places, options);
  return options;
}

/** The options of a slash command, with their rules. */
export function readCommandOptions(list: Field, readName: NameReader): readonly Fields[] | undefined {
  return readOptionList(list, undefined, readName);
}
