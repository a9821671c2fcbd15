import { ApiError } from '../api-error.ts';
import { type Fields, isFields } from '../json.ts';

type Key = string | number;

interface Mistake {
  readonly path: readonly Key[];
  readonly code: string;
  readonly message: string;
}

/** The mistakes of one request body: all are gathered, then told at once as Discord does. */
interface Form {
  readonly mistakes: Mistake[];
}

/** One place in a request body: its value, and where it stands. */
export interface Field {
  readonly form: Form;
  readonly path: readonly Key[];
  readonly value: unknown;
}

export function fieldAt(field: Field, key: Key): Field {
  const value = Array.isArray(field.value)
    ? field.value[Number(key)]
    : isFields(field.value)
      ? field.value[key]
      : undefined;
  return { form: field.form, path: [...field.path, key], value };
}

export function blame(field: Field, code: string, message: string): void {
  field.form.mistakes.push({ path: field.path, code, message });
}

/** Whether nothing was sent here: an absent key and null alike. */
export function isAbsent({ value }: Field): boolean {
  return value === undefined || value === null;
}

/** Reads a body with `read`; throws code 50035 with every mistake found. */
export function readForm<T>(body: unknown, read: (root: Field) => T): T {
  const form: Form = { mistakes: [] };
  const result = read({ form, path: [], value: body });
  if (form.mistakes.length > 0) throw new ApiError(400, 50035, 'Invalid Form Body', errorTree(form.mistakes));
  return result;
}

/** The one mistake of a form, where there is but one to tell. */
export function formError(path: readonly Key[], code: string, message: string): ApiError {
  return new ApiError(400, 50035, 'Invalid Form Body', errorTree([{ path, code, message }]));
}

interface Branch {
  readonly mistakes: Fields[];
  readonly branches: Map<string, Branch>;
}

function errorTree(mistakes: readonly Mistake[]): Fields {
  const root: Branch = { mistakes: [], branches: new Map() };
  for (const { path, code, message } of mistakes) {
    let branch = root;
    for (const key of path) {
      const next = branch.branches.get(String(key)) ?? { mistakes: [], branches: new Map() };
      branch.branches.set(String(key), next);
      branch = next;
    }
    branch.mistakes.push({ code, message });
  }
  return toFields(root);
}

function toFields({ mistakes, branches }: Branch): Fields {
  const inner = [...branches].map(([key, branch]) => [key, toFields(branch)] as const);
  return Object.fromEntries([...inner, ...(mistakes.length > 0 ? [['_errors', mistakes] as const] : [])]);
}
