import { createHash } from 'node:crypto';
import type { Scope } from '../../domain/scope.ts';

const idLength = 22;

/** A feed's name in the store: once for everyone, or once in each guild where its address carries a secret. */
export function feedIdOf(scope: Scope, address: string): string {
  return createHash('sha256').update(`${scope}\n${address}`).digest('base64url').slice(0, idLength);
}
