import { createHash } from 'node:crypto';

/** A period's count of requests, and whether there was room for one more. */
export interface Bucket {
  readonly limit: number;
  readonly remaining: number;
  /** Milliseconds. */
  readonly endsAt: number;
  readonly isOpen: boolean;
}

interface Period {
  readonly endsAt: number;
  used: number;
}

interface Buckets {
  /** Takes one request out of what a resource has left in its period. */
  take(resourceId: string, at: number): Bucket;
}

export function createBuckets({ count, perMs }: { readonly count: number; readonly perMs: number }): Buckets {
  const periods = new Map<string, Period>();
  const periodAt = (resourceId: string, at: number): Period => {
    const current = periods.get(resourceId);
    if (current !== undefined && at < current.endsAt) return current;
    const next: Period = { endsAt: at + perMs, used: 0 };
    periods.set(resourceId, next);
    return next;
  };
  return {
    take(resourceId, at) {
      const period = periodAt(resourceId, at);
      const isOpen = period.used < count;
      if (isOpen) period.used += 1;
      return { limit: count, remaining: count - period.used, endsAt: period.endsAt, isOpen };
    },
  };
}

/** A route's bucket as its header names it: the same for every channel. */
export function bucketId(method: string, path: string): string {
  const route = `${method} ${path.replaceAll(/\d{17,20}/g, ':id')}`;
  return createHash('sha256').update(route).digest('hex').slice(0, 32);
}

export function bucketHeaders(
  { limit, remaining, endsAt }: Omit<Bucket, 'isOpen'>,
  id: string,
  at: number,
): Readonly<Record<string, string>> {
  return {
    'x-ratelimit-limit': String(limit),
    'x-ratelimit-remaining': String(remaining),
    'x-ratelimit-reset': (endsAt / 1000).toFixed(3),
    'x-ratelimit-reset-after': ((endsAt - at) / 1000).toFixed(3),
    'x-ratelimit-bucket': id,
  };
}
