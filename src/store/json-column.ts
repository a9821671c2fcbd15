import { z } from 'zod';

/** A text column that holds JSON of this form. */
export function jsonColumn<T>(schema: z.ZodType<T>) {
  return z
    .string()
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text);
      } catch (error) {
        context.addIssue({ code: 'custom', message: `is no JSON: ${String(error)}` });
        return z.NEVER;
      }
    })
    .pipe(schema);
}

/** JSON for a column. Half a surrogate pair becomes U+FFFD in every text, as it does in SQLite's own columns. */
export function toJson(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => (typeof part === 'string' ? part.toWellFormed() : part));
}
