import { randomBytes } from 'node:crypto';
import type { Component } from './component.ts';
import type { Fields } from './json.ts';
import { createIdMaker } from './snowflake.ts';

export interface User {
  readonly id: string;
  readonly username: string;
  readonly globalName: string;
  readonly isBot: boolean;
}

export interface Role {
  readonly id: string;
  readonly name: string;
  readonly permissions: bigint;
  /** Whether everyone may notify it; otherwise only who may notify everyone. */
  readonly isMentionable: boolean;
}

interface Member {
  readonly userId: string;
  readonly roleIds: readonly string[];
  readonly joinedAt: number;
}

export interface Guild {
  readonly id: string;
  readonly name: string;
  readonly ownerId: string;
  /** The language its administrators chose, as Discord writes it. */
  readonly locale: string;
  readonly roles: Map<string, Role>;
  readonly members: Map<string, Member>;
}

export interface Overwrite {
  readonly id: string;
  readonly kind: 'role' | 'member';
  readonly allow: bigint;
  readonly deny: bigint;
}

/** Discord's numbers of the channel types the emulator has. */
export const channelType = {
  text: 0,
  dm: 1,
  announcement: 5,
  announcementThread: 10,
  publicThread: 11,
  forum: 15,
} as const;

export const channelFlag = { requireTag: 1 << 4 } as const;

/** A mark that posts of a forum can carry. */
interface ForumTag {
  readonly id: string;
  readonly name: string;
}

/** What a thread has beyond a channel. */
export interface Thread {
  readonly ownerId: string;
  readonly createdAt: number;
  /** When it was last archived or opened again; at first when it was made. */
  readonly changedAt: number;
  readonly isArchived: boolean;
  /** Only who may manage threads writes in it or opens it again. */
  readonly isLocked: boolean;
  /** Minutes. */
  readonly autoArchiveDuration: number;
  /** Of a forum's post. */
  readonly tagIds: readonly string[];
}

export interface Channel {
  readonly id: string;
  readonly type: number;
  readonly name: string;
  readonly guildId?: string;
  /** The person of a direct message channel; its other side is the bot. */
  readonly recipientId?: string;
  /** The channel a thread hangs on. */
  readonly parentId?: string;
  readonly thread?: Thread;
  /** Of a forum. */
  readonly tags?: readonly ForumTag[];
  readonly flags?: number;
  readonly overwrites: Map<string, Overwrite>;
}

/** A stored file: `url` is served by the emulator itself. */
export interface Attachment {
  readonly id: string;
  readonly filename: string;
  readonly size: number;
  readonly url: string;
  readonly proxy_url: string;
  readonly content_type?: string;
  readonly description?: string;
}

/** Who is named, or who is notified. */
export interface Mentions {
  readonly everyone: boolean;
  readonly userIds: readonly string[];
  readonly roleIds: readonly string[];
}

export interface Message {
  readonly id: string;
  readonly channelId: string;
  readonly author: User;
  readonly type: number;
  readonly content: string;
  readonly embeds: readonly Fields[];
  readonly components: readonly Component[];
  readonly attachments: readonly Attachment[];
  readonly flags: number;
  /** Who was notified, after allowed_mentions. */
  readonly pings: Mentions;
  readonly at: number;
  readonly editedAt?: number;
  readonly nonce?: string | number;
  readonly replyTo?: string;
  /** The one person who sees an ephemeral message. */
  readonly onlyFor?: string;
  /** The interaction this message answers. */
  readonly interactionId?: string;
}

export const messageFlag = {
  crossposted: 1,
  suppressEmbeds: 1 << 2,
  hasThread: 1 << 5,
  ephemeral: 1 << 6,
  loading: 1 << 7,
  suppressNotifications: 1 << 12,
  componentsV2: 1 << 15,
} as const;

export interface CommandRecord extends Fields {
  readonly id: string;
  readonly type: number;
  readonly name: string;
  readonly guild_id?: string;
}

export interface ModalForm extends Fields {
  readonly custom_id: string;
  readonly title: string;
  readonly components: readonly Component[];
}

/** What a bot answered to an interaction within its three seconds. */
export interface Acknowledgement {
  readonly type: number;
  readonly at: number;
  readonly choices?: readonly Fields[];
  readonly modal?: ModalForm;
}

export interface Interaction {
  readonly id: string;
  readonly token: string;
  readonly type: number;
  readonly at: number;
  readonly userId: string;
  readonly channelId: string;
  /** A slash command's name as typed, for time-out texts and message headers. */
  readonly label: string;
  /** The interaction that a sent form came from. */
  readonly triggerId?: string;
  /** The message a pressed component stands on. */
  readonly sourceMessageId?: string;
  /** What Discord dispatches as INTERACTION_CREATE. */
  readonly payload: Fields;
  acknowledgement?: Acknowledgement;
  /** The message that `@original` names. */
  originalId?: string;
  readonly followUpIds: string[];
}

/** Everything that happens and that a driver may wait for. */
export type WorldEvent =
  | { readonly type: 'message.created' | 'message.edited' | 'message.deleted'; readonly message: Message }
  | { readonly type: 'interaction.created' | 'interaction.acknowledged'; readonly interaction: Interaction }
  | { readonly type: 'commands.registered'; readonly count: number }
  | { readonly type: 'channel.created' | 'channel.updated' | 'channel.deleted'; readonly channel: Channel }
  | {
      readonly type: 'guild.created' | 'guild.updated' | 'guild.deleted' | 'guild.unavailable';
      readonly guild: Guild;
    }
  | {
      readonly type: 'role.created' | 'role.updated' | 'role.deleted';
      readonly guild: Guild;
      readonly role: Role;
    }
  | { readonly type: 'member.updated'; readonly guild: Guild; readonly userId: string }
  | { readonly type: 'typing'; readonly channelId: string }
  | { readonly type: 'gateway.identified' | 'gateway.resumed' | 'gateway.closed'; readonly shard: number }
  | { readonly type: 'request'; readonly method: string; readonly path: string; readonly status: number };

/** The whole state of the small Discord. Routes and people change it and tell; the gateway listens. */
export interface World {
  /** Where files are served: set once the server listens. */
  origin: string;
  readonly token: string;
  readonly applicationId: string;
  readonly bot: User;
  readonly users: Map<string, User>;
  readonly guilds: Map<string, Guild>;
  readonly channels: Map<string, Channel>;
  readonly messages: Map<string, Message>;
  /** Ids of each channel's messages in the order they were written, deleted ones too. */
  readonly timelines: Map<string, string[]>;
  readonly files: Map<string, Uint8Array>;
  readonly interactions: Map<string, Interaction>;
  readonly commands: Map<string, CommandRecord>;
  /** First messages by author and enforced nonce. */
  readonly nonces: Map<string, { readonly messageId: string; readonly at: number }>;
  /** Milliseconds that an enforced nonce is remembered. */
  readonly nonceWindowMs: number;
  /** When messages of an announcement channel were published lately. */
  readonly publishings: Map<string, readonly number[]>;
  readonly publishingsPerHour: number;
  /** People who take no direct messages from the bot. */
  readonly closedToDms: Set<string>;
  now(): number;
  newId(): string;
  tell(event: WorldEvent): void;
  /** Calls the listener for each event until the returned function is called. */
  observe(listener: (event: WorldEvent) => void): () => void;
}

interface WorldSettings {
  readonly now: () => number;
  readonly botName: string;
  readonly nonceWindowMs: number;
  readonly publishingsPerHour: number;
}

export function createWorld({ now, botName, nonceWindowMs, publishingsPerHour }: WorldSettings): World {
  const newId = createIdMaker(now);
  const listeners = new Set<(event: WorldEvent) => void>();
  const applicationId = newId();
  const bot: User = { id: applicationId, username: botName, globalName: botName, isBot: true };
  return {
    origin: '',
    token: `${Buffer.from(applicationId).toString('base64url')}.${randomBytes(4).toString('hex')}.${randomBytes(18).toString('base64url')}`,
    applicationId,
    bot,
    users: new Map([[bot.id, bot]]),
    guilds: new Map(),
    channels: new Map(),
    messages: new Map(),
    timelines: new Map(),
    files: new Map(),
    interactions: new Map(),
    commands: new Map(),
    nonces: new Map(),
    nonceWindowMs,
    publishings: new Map(),
    publishingsPerHour,
    closedToDms: new Set(),
    now,
    newId,
    tell(event) {
      for (const listener of [...listeners]) listener(event);
    },
    observe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
