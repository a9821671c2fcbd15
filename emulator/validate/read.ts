import { type Fields, isFields } from '../json.ts';
import { blame, type Field, fieldAt, isAbsent } from './form.ts';

export interface Bounds {
  readonly min?: number;
  readonly max?: number;
  readonly required?: boolean;
}

/** Discord counts characters (code points), not UTF-16 units. */
export function lengthOf(text: string): number {
  return [...text].length;
}

function requireIt(field: Field, required: boolean | undefined): void {
  if (required === true) blame(field, 'BASE_TYPE_REQUIRED', 'This field is required');
}

function checkLength(
  field: Field,
  length: number,
  { min = 0, max = Number.POSITIVE_INFINITY }: Bounds,
): void {
  if (length >= min && length <= max) return;
  if (min > 0 && Number.isFinite(max))
    blame(field, 'BASE_TYPE_BAD_LENGTH', `Must be between ${min} and ${max} in length.`);
  else if (length > max) blame(field, 'BASE_TYPE_MAX_LENGTH', `Must be ${max} or fewer in length.`);
  else blame(field, 'BASE_TYPE_MIN_LENGTH', `Must be ${min} or more in length.`);
}

export function readText(field: Field, bounds: Bounds = {}): string | undefined {
  if (isAbsent(field)) {
    requireIt(field, bounds.required);
    return undefined;
  }
  if (typeof field.value !== 'string') {
    blame(field, 'STRING_TYPE_CONVERT', 'Could not interpret value as string.');
    return undefined;
  }
  checkLength(field, lengthOf(field.value), bounds);
  return field.value;
}

export function readInteger(field: Field, bounds: Bounds = {}): number | undefined {
  if (isAbsent(field)) {
    requireIt(field, bounds.required);
    return undefined;
  }
  const value = Number(field.value);
  if (typeof field.value === 'boolean' || !Number.isInteger(value)) {
    blame(field, 'NUMBER_TYPE_COERCE', `Value "${String(field.value)}" is not int.`);
    return undefined;
  }
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = bounds;
  if (value > max) blame(field, 'NUMBER_TYPE_MAX', `int value should be less than or equal to ${max}.`);
  if (value < min) blame(field, 'NUMBER_TYPE_MIN', `int value should be greater than or equal to ${min}.`);
  return value;
}

export function readBoolean(field: Field): boolean | undefined {
  if (isAbsent(field)) return undefined;
  if (typeof field.value === 'boolean') return field.value;
  blame(field, 'BOOLEAN_TYPE_CONVERT', 'Must be either true or false.');
  return undefined;
}

export function readChoice<T extends string | number>(
  field: Field,
  choices: readonly T[],
  required = false,
): T | undefined {
  if (isAbsent(field)) {
    requireIt(field, required);
    return undefined;
  }
  const chosen = choices.find((choice) => choice === field.value);
  if (chosen === undefined)
    blame(
      field,
      'BASE_TYPE_CHOICES',
      `Value must be one of {${choices.map((choice) => JSON.stringify(choice)).join(', ')}}.`,
    );
  return chosen;
}

/** The places of a list; none where nothing was sent. */
export function readList(field: Field, bounds: Bounds = {}): readonly Field[] {
  if (isAbsent(field)) {
    requireIt(field, bounds.required);
    return [];
  }
  if (!Array.isArray(field.value)) {
    blame(field, 'LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType');
    return [];
  }
  checkLength(field, field.value.length, bounds);
  return field.value.map((_, index) => fieldAt(field, index));
}

export function readFields(field: Field, required = false): Fields | undefined {
  if (isAbsent(field)) {
    requireIt(field, required);
    return undefined;
  }
  if (isFields(field.value)) return field.value;
  blame(field, 'MODEL_TYPE_CONVERT', 'Only dictionaries may be used in a ModelType');
  return undefined;
}

const knownSchemes = new Set(['http:', 'https:']);

/** An address; `schemes` beyond http and https are given with their colon. */
export function readUrl(field: Field, bounds: Bounds, schemes: readonly string[] = []): string | undefined {
  const url = readText(field, bounds);
  if (url === undefined) return undefined;
  const scheme = /^([a-z][a-z0-9+.-]*:)/i.exec(url)?.[1]?.toLowerCase();
  if (scheme === undefined || !(knownSchemes.has(scheme) || schemes.includes(scheme)))
    blame(
      field,
      'URL_TYPE_INVALID_SCHEME',
      `Scheme "${scheme?.slice(0, -1) ?? 'none'}" is not supported. Scheme must be one of ('http', 'https').`,
    );
  else if (!URL.canParse(url)) blame(field, 'URL_TYPE_INVALID_URL', 'Not a well formed URL.');
  return url;
}

/** Tells the second of two places that hold the same value. */
export function blameTwins(fields: readonly Field[], code: string, message: string): void {
  const seen = new Set<unknown>();
  for (const field of fields) {
    if (seen.has(field.value)) blame(field, code, message);
    seen.add(field.value);
  }
}
