import { type Bucket, bucketHeaders, bucketId, createBuckets } from './buckets.ts';
import { type ApiAnswer, matchPath } from './request.ts';
import { tooMany } from './too-many.ts';

export interface LimitSettings {
  /** How many requests the bot may begin in any second, all its processes together. */
  readonly globalPerSecond?: number;
  /** How many messages the bot may send into a channel, counted from the first one of a period. */
  readonly messagesPerChannel?: { readonly count: number; readonly perMs: number };
  /** Milliseconds: real ones unless given, as a client's waits are real. */
  readonly now?: () => number;
}

export interface LimitReport {
  /** Requests that count for the bot's global limit. */
  readonly requests: number;
  /** The most of them that began within one second, refused ones too. */
  readonly busiestSecond: number;
  /** Requests answered with 429 for the bot's limit, and for a route's. */
  readonly limitedGlobally: number;
  readonly limitedByRoute: number;
}

/** What the limits say to a request: its refusal, or headers that its answer carries. */
interface Verdict {
  readonly refusal?: ApiAnswer;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Limits {
  admit(method: string, path: string): Verdict;
  report(): LimitReport;
}

const secondMs = 1000;
const messages = '/channels/:channelId/messages';

/** Interaction callbacks and webhooks do not count for the bot's limit. */
function isExempt(path: string): boolean {
  return /^\/(?:interactions|webhooks)\//.test(path);
}

function forgetBefore(times: number[], earliest: number): void {
  while (times[0] !== undefined && times[0] <= earliest) times.shift();
}

/** Seconds to wait, to the millisecond as in a body; Discord's header has them whole. */
function waitOf(ms: number) {
  const seconds = Math.max(1, Math.ceil(ms)) / secondMs;
  return { retryAfter: seconds, retryAfterHeader: Math.ceil(seconds) };
}

/** The limits that are set, and the count of what came. It is stricter than Discord may be: any second counts, not only those of a clock. */
export function createLimits(settings: LimitSettings = {}): Limits {
  const { globalPerSecond = Number.POSITIVE_INFINITY, messagesPerChannel, now = Date.now } = settings;
  const buckets = messagesPerChannel === undefined ? undefined : createBuckets(messagesPerChannel);
  const begun: number[] = [];
  const admitted: number[] = [];
  const counted = { requests: 0, busiestSecond: 0, limitedGlobally: 0, limitedByRoute: 0 };

  const count = (at: number) => {
    forgetBefore(begun, at - secondMs);
    begun.push(at);
    counted.requests += 1;
    counted.busiestSecond = Math.max(counted.busiestSecond, begun.length);
  };
  const globalRefusal = (at: number): ApiAnswer | undefined => {
    forgetBefore(admitted, at - secondMs);
    const [oldest = at] = admitted;
    if (admitted.length < globalPerSecond) {
      if (globalPerSecond !== Number.POSITIVE_INFINITY) admitted.push(at);
      return undefined;
    }
    counted.limitedGlobally += 1;
    return tooMany({ ...waitOf(oldest + secondMs - at), scope: 'global' });
  };
  const routeVerdict = (bucket: Bucket, method: string, path: string, at: number): Verdict => {
    const headers = bucketHeaders(bucket, bucketId(method, path), at);
    if (bucket.isOpen) return { headers };
    counted.limitedByRoute += 1;
    return { refusal: tooMany({ ...waitOf(bucket.endsAt - at), scope: 'user', headers }) };
  };
  return {
    admit(method, path) {
      const at = now();
      if (!isExempt(path)) {
        count(at);
        const refusal = globalRefusal(at);
        if (refusal !== undefined) return { refusal };
      }
      const channelId = method === 'POST' ? matchPath(messages, path)?.channelId : undefined;
      const bucket = channelId === undefined ? undefined : buckets?.take(channelId, at);
      return bucket === undefined ? {} : routeVerdict(bucket, method, path, at);
    },
    report: () => ({ ...counted }),
  };
}
