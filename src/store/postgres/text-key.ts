import { createHash } from 'node:crypto';

/** A short key in place of a text of any length: what is outside may be longer than an index of PostgreSQL takes. */
export function textKey(text: string): string {
  return createHash('sha256').update(text.toWellFormed()).digest('base64url').slice(0, 22);
}
