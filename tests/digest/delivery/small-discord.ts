import type { ChannelAccess, Post, Poster, PostFailure, PostOutcome } from '../../../src/domain/poster.ts';

/** A message as it stands in a channel, a thread or a forum. */
interface Standing {
  readonly id: string;
  readonly channelId: string;
  readonly nonce: string;
  readonly words: string;
  readonly at: number;
  readonly post: Post;
}

type Call = 'post' | 'find' | 'publish' | 'openThread';

interface Scripted {
  readonly call: Call;
  readonly failure: PostFailure | Error;
  /** The work is done, and only its answer is lost. */
  readonly isDone: boolean;
}

export const unanswered: PostFailure = { ok: false, final: false, reason: 'no answer came' };

/** What the engine knows of Discord: messages, nonces for three minutes (none in a forum), threads, publications. */
export interface SmallDiscord {
  readonly poster: Poster;
  readonly standing: readonly Standing[];
  readonly published: readonly string[];
  readonly threads: ReadonlySet<string>;
  /** Every request, in order. */
  readonly calls: readonly Call[];
  /** What a channel is, other than one of messages that lacks nothing. */
  readonly channels: Map<string, ChannelAccess>;
  /** Channels whose history may not be read. */
  readonly unreadable: Set<string>;
  /** The next call of this kind fails so. */
  fail(call: Call, failure: PostFailure | Error, isDone?: boolean): void;
  /** No call fails any more. */
  mend(): void;
  /** How many messages carry a reference. */
  count(reference: string): number;
}

const nonceMs = 3 * 60_000;

export function createSmallDiscord(clock: { now(): number }): SmallDiscord {
  const standing: Standing[] = [];
  const published: string[] = [];
  const threads = new Set<string>();
  const calls: Call[] = [];
  const scripted: Scripted[] = [];
  const channels = new Map<string, ChannelAccess>();
  const unreadable = new Set<string>();

  const access = (channelId: string): ChannelAccess =>
    channels.get(channelId) ?? { kind: 'messages', missing: [] };

  function known({ channelId, nonce }: Post): Standing | undefined {
    if (access(channelId).kind === 'forum') return undefined;
    const isKnown = (one: Standing) => one.channelId === channelId && one.nonce === nonce;
    return standing.findLast((one) => isKnown(one) && clock.now() - one.at <= nonceMs);
  }

  function put(post: Post): string {
    const first = known(post);
    if (first !== undefined) return first.id;
    const { channelId, nonce, reply } = post;
    const words = JSON.stringify(reply);
    const id = String(1_000 + standing.length);
    standing.push({ id, channelId, nonce, words, at: clock.now(), post });
    return id;
  }

  function request(call: Call, work: () => string): PostOutcome {
    calls.push(call);
    const index = scripted.findIndex((one) => one.call === call);
    const fault = index < 0 ? undefined : scripted.splice(index, 1)[0];
    const messageId = fault === undefined || fault.isDone ? work() : '';
    if (fault?.failure instanceof Error) throw fault.failure;
    return fault?.failure ?? { ok: true, messageId };
  }

  const poster: Poster = {
    access,
    notifies: () => undefined,
    post: async (post) => request('post', () => put(post)),
    async find({ channelId, reference, since }) {
      let found: Standing | undefined;
      request('find', () => {
        found = standing.find(
          (one) => one.channelId === channelId && one.words.includes(`ref ${reference}`) && one.at >= since,
        );
        return '';
      });
      if (unreadable.has(channelId)) return { kind: 'unreadable' };
      return found === undefined ? { kind: 'absent' } : { kind: 'found', messageId: found.id };
    },
    publish: async (_, messageId) =>
      request('publish', () => {
        if (!published.includes(messageId)) published.push(messageId);
        return messageId;
      }),
    openThread: async (_, messageId) =>
      request('openThread', () => {
        threads.add(messageId);
        return messageId;
      }),
  };

  return {
    poster,
    standing,
    published,
    threads,
    calls,
    channels,
    unreadable,
    fail: (call, failure, isDone = false) => void scripted.push({ call, failure, isDone }),
    mend: () => void scripted.splice(0),
    count: (reference) => standing.filter(({ words }) => words.includes(`ref ${reference}`)).length,
  };
}
