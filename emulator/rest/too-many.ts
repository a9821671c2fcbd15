import type { ApiAnswer } from './request.ts';

/** Whose limit was hit: the bot's on a route, that of a channel or another resource, the bot's altogether. */
export type LimitScope = 'user' | 'shared' | 'global';

interface TooMany {
  /** Seconds. */
  readonly retryAfter: number;
  readonly scope: LimitScope;
  /** The header may say more than the body: Discord rounds it up to whole seconds. */
  readonly retryAfterHeader?: number;
  /** Headers of the bucket that is used up. */
  readonly headers?: Readonly<Record<string, string>>;
}

const words: Readonly<Record<LimitScope, string>> = {
  user: 'You are being rate limited.',
  shared: 'The resource is being rate limited.',
  global: 'You are being rate limited.',
};

/** The answer to one request too many, in the form of Discord's "Rate Limits". */
export function tooMany({ retryAfter, scope, retryAfterHeader = retryAfter, headers }: TooMany): ApiAnswer {
  return {
    status: 429,
    headers: {
      ...headers,
      'retry-after': String(retryAfterHeader),
      'x-ratelimit-scope': scope,
      ...(scope === 'global' ? { 'x-ratelimit-global': 'true' } : {}),
    },
    body: { message: words[scope], retry_after: retryAfter, global: scope === 'global' },
  };
}
