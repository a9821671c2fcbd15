import type { Upload } from '../attachments.ts';
import { type Fields, fieldsOf, listOf, numberOf, textOf } from '../json.ts';
import type { ModalValues } from '../people/modal.ts';
import type { OptionValue } from '../people/option-values.ts';
import type { SlashCall } from '../people/slash.ts';

/** A request of the page that is not what the protocol says. */
export class Misshapen extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'Misshapen';
  }
}

/** What came in a request: the action, and files by their number. */
export interface Sent {
  readonly fields: Fields;
  readonly uploads: ReadonlyMap<string, Upload>;
}

export function textAt(fields: Fields, key: string): string {
  const text = textOf(fields[key]);
  if (text === undefined) throw new Misshapen(`"${key}" is missing.`);
  return text;
}

export function textsAt(fields: Fields, key: string): readonly string[] {
  return listOf(fields[key]).filter((item) => typeof item === 'string');
}

function uploadAt({ uploads }: Sent, number: unknown): Upload {
  const upload = uploads.get(String(number));
  if (upload === undefined) throw new Misshapen(`The file ${String(number)} is missing.`);
  return upload;
}

function isOptionValue(value: unknown): value is OptionValue {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

function optionsOf(options: unknown): Readonly<Record<string, OptionValue>> {
  const given = Object.entries(fieldsOf(options));
  return Object.fromEntries(
    given.map(([name, value]) => {
      if (!isOptionValue(value)) throw new Misshapen(`The option "${name}" has no value.`);
      return [name, value];
    }),
  );
}

/** The slash command that a request calls, with its files. */
export function callOf(sent: Sent): SlashCall {
  const call = fieldsOf(sent.fields.call);
  const files = Object.entries(fieldsOf(sent.fields.files)).map(
    ([option, number]) => [option, uploadAt(sent, number)] as const,
  );
  const group = textOf(call.group);
  const subcommand = textOf(call.subcommand);
  return {
    name: textAt(call, 'name'),
    options: optionsOf(call.options),
    files: Object.fromEntries(files),
    ...(group === undefined ? {} : { group }),
    ...(subcommand === undefined ? {} : { subcommand }),
  };
}

function formValue(sent: Sent, value: unknown): ModalValues[string] {
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) return value.filter((item) => typeof item === 'string');
  return listOf(fieldsOf(value).files).map((number) => uploadAt(sent, numberOf(number)));
}

/** What a person filled into a form. */
export function formValuesOf(sent: Sent): ModalValues {
  const values = Object.entries(fieldsOf(sent.fields.values));
  return Object.fromEntries(values.map(([customId, value]) => [customId, formValue(sent, value)]));
}
