import type { Reply } from './reply.ts';

/** A message to a channel of a guild. */
export interface Post {
  readonly channelId: string;
  readonly guildId: string;
  readonly reply: Reply;
  /** At most 25 characters. */
  readonly nonce: string;
  /** The name of the thread, where the channel is a forum. */
  readonly title?: string;
  /** The one role that is notified. */
  readonly mentionRoleId?: string;
}

export type PostOutcome =
  /** In a forum the message's id is its thread's, too. */
  { readonly ok: true; readonly messageId: string } | PostFailure;

/**
 * `final`: trying again cannot help. `trouble` says why, where people can mend it: rights that the bot lacks, or a channel
 * that is gone. `retryMs`: wait at least that long.
 */
export interface PostFailure {
  readonly ok: false;
  readonly final: boolean;
  readonly reason: string;
  readonly trouble?: 'rights' | 'gone';
  readonly retryMs?: number;
}

/** What a channel of a guild allows. */
export interface ChannelAccess {
  readonly kind: 'messages' | 'announcements' | 'thread' | 'forum' | 'none' | 'gone' | 'unknown';
  /** The rights the bot lacks there to post, in Discord's words ("View Channel"); empty when none, or not known. */
  readonly missing: readonly string[];
  /** A forum that takes no posts without a tag: the bot gives them none. */
  readonly wantsTag?: true;
}

/** Posts to channels of guilds. */
export interface Poster {
  /**
   * Posts once: a second call with the same nonce gives the first message while Discord remembers it. In a forum Discord
   * knows no nonce: look with `find` before a second call.
   */
  post(post: Post): Promise<PostOutcome>;
  /** Looks in the channel's history, or among a forum's threads, for our own post that carries the reference. */
  find(sought: {
    readonly channelId: string;
    readonly guildId: string;
    readonly reference: string;
    readonly since: number;
  }): Promise<PostFinding>;
  /**
   * What is known without a request of the channel and the rights there; "unknown" where it is not: then posting shows it.
   * `style` "threads" needs the right to open them.
   */
  access(channelId: string, style: 'message' | 'threads'): ChannelAccess;
  /**
   * Whether a post in the channel notifies a role that it names: one that everybody may mention, or every one where the
   * bot may; `undefined` where that is not known.
   */
  notifies(channelId: string, roleId: string): boolean | undefined;
  /** Publishes a message of an announcement channel; one that is published already counts as done. */
  publish(channelId: string, messageId: string): Promise<PostOutcome>;
  /** Opens the thread that hangs on a message; one that is there already counts as done. Answers its id. */
  openThread(channelId: string, messageId: string, name: string): Promise<PostOutcome>;
}

export type PostFinding =
  | { readonly kind: 'found'; readonly messageId: string }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unreadable' };
