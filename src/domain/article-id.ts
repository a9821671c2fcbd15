import { createHash } from 'node:crypto';
import { canonicalUrl } from './canonical-url.ts';
import type { Scope } from './scope.ts';

const idLength = 22;

/** The id of a scope's article at an address, however that is spelled. Throws a TypeError on what is no address. */
export const idByUrl = (scope: Scope, url: string): string => idOf(scope, canonicalUrl(url));

/** The id of an article that has no address. */
export const idByText = (scope: Scope, raw: string): string => idOf(scope, hashOf(raw));

function idOf(scope: Scope, key: string): string {
  return hashOf(`${scope}\n${key}`).slice(0, idLength);
}

function hashOf(words: string): string {
  return createHash('sha256').update(words).digest('base64url');
}
