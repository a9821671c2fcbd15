/** A digest of a channel: when it comes and what it holds. Times are UTC milliseconds. */
export interface Digest {
  readonly id: string;
  readonly guildId: string;
  /** A text or announcement channel, a thread, or a forum, where each post is a thread of its own. */
  readonly channelId: string;
  readonly name: string;
  /** Local wall-clock times, "HH:MM", 1 to 48, in order, each once. */
  readonly times: readonly string[];
  /** Weekdays on which it comes, 0 is Sunday. */
  readonly days: readonly number[];
  /** IANA name, as `Intl` knows it. */
  readonly timezone: string;
  /** Stories of any of these; of all where it names none. */
  readonly topics: readonly string[];
  /** Stories that any of these publishers tells; all where it names none. */
  readonly sources: readonly string[];
  /** Words and phrases: stories that hold any of these; all where it names none. */
  readonly words: readonly string[];
  /** Words and phrases: no story that holds one of these. */
  readonly exceptWords: readonly string[];
  /** How many stories at most, 1 to 7. */
  readonly stories: number;
  /** "threads": headlines, and their cards in a thread that hangs on the post. */
  readonly style: 'cards' | 'lines' | 'threads';
  /** Post nothing when nothing is new, rather than say so. */
  readonly skipEmpty: boolean;
  /** At most one chart in a post, of a story's figures. */
  readonly chart: boolean;
  /** In an announcement channel: publish each post to the channels that follow it. */
  readonly publish: boolean;
  /** The one role that a post notifies. */
  readonly mentionRoleId?: string;
  readonly createdBy: string;
  readonly createdAt: number;
  readonly nextRunAt: number;
  readonly pause?: Pause;
}

/** Times of a digest that do not exist on a day, since the zone's clock leaps over them. */
export interface LeaptTimes {
  /** The local day, its midnight as if it were UTC. */
  readonly day: number;
  readonly times: readonly string[];
  /** The instant at which they come instead. */
  readonly at: number;
}

/** Why and since when a digest rests. */
export interface Pause {
  readonly at: number;
  /** A person paused it; the bot lacks rights in its channel (`missing`, in Discord's words); the channel is gone. */
  readonly by: 'person' | 'rights' | 'gone';
  readonly missing?: readonly string[];
}

/** pending → claimed → one of the others, which are ends. */
type DeliveryState = 'pending' | 'claimed' | 'posted' | 'empty' | 'skipped' | 'failed' | 'uncertain';

/** One run of a digest: `slot` is the instant it was scheduled for, UTC milliseconds. */
export interface Delivery {
  readonly digestId: string;
  readonly slot: number;
  readonly channelId: string;
  readonly guildId: string;
  /** A person asked for it now, outside the schedule: it is never late, and goes out while its digest is paused. */
  readonly isAsked: boolean;
  /** Same for every try of this delivery, at most 25 characters; Discord refuses a second message with it. */
  readonly nonce: string;
  /** Six characters shown in the post's footer; by it a post is found again in the channel. */
  readonly reference: string;
  readonly state: DeliveryState;
  readonly attempts: number;
  /** The post as it was first sent, JSON; every later try sends the same. Gone once nothing of it is to be sent any more. */
  readonly payload?: string;
  /** The articles in the payload, so that the next digest leaves them out. */
  readonly articleIds: readonly string[];
  /** Which stories were looked at and what became of them: a `RunRecord`, JSON. */
  readonly record?: string;
  readonly firstTriedAt?: number;
  readonly claimedBy?: string;
  readonly leaseUntil?: number;
  readonly messageId?: string;
  readonly reason?: string;
  readonly settledAt?: number;
  /** What comes after the post: a publication, a thread. "due" until it is done; then "done", or why it was not. */
  readonly afterwards?: string;
}

/** What a digest is like where nobody says otherwise: five stories of whatever there is, every day, by the clock of UTC. */
export const usualDigest = {
  days: [0, 1, 2, 3, 4, 5, 6],
  timezone: 'UTC',
  topics: [],
  sources: [],
  words: [],
  exceptWords: [],
  stories: 5,
  style: 'cards',
  skipEmpty: true,
  chart: false,
  publish: false,
} as const satisfies Partial<Digest>;
