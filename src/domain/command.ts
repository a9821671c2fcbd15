import type { Reader } from './scope.ts';

/** A file a person attached; its bytes are not fetched yet. */
export interface AttachedFile {
  readonly name: string;
  readonly url: string;
  readonly sizeBytes: number;
  readonly contentType?: string;
}

/** The bytes of an attached file, or why there are none. */
export type FetchedFile =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly reason: 'unreachable' | 'too-large' };

/** A channel a person chose in an option, with the rights the bot lacks there to post. */
export interface ChosenChannel {
  readonly id: string;
  readonly name: string;
  /** Whether messages can be posted in it at all (a text or announcement channel or a thread). */
  readonly takesMessages: boolean;
  readonly isForum?: boolean;
  readonly isAnnouncement?: boolean;
  readonly missingPermissions: readonly string[];
}

export type OptionValue = string | number | boolean;

/** A slash or message command as plain data. */
export interface CommandRequest {
  readonly id: string;
  readonly name: string;
  readonly subcommand?: string;
  readonly options: Readonly<Record<string, OptionValue>>;
  readonly files: Readonly<Record<string, AttachedFile>>;
  readonly channels: Readonly<Record<string, ChosenChannel>>;
  readonly reader: Reader;
  readonly channelId: string;
  readonly locale: string;
  readonly receivedAt: number;
}

/** A half-typed option that wants choices. */
export interface CompletionRequest {
  readonly name: string;
  readonly subcommand?: string;
  readonly option: string;
  readonly typed: string;
  readonly options: Readonly<Record<string, OptionValue>>;
  readonly reader: Reader;
}

/** A row of autocomplete: `name` is shown, `value` is sent; each at most 100 characters. */
export interface Choice {
  readonly name: string;
  readonly value: string;
}

/** A button pressed or a choice made on one of a command's own messages. */
export interface PressRequest {
  readonly id: string;
  /** The verb and arguments of the button's `press`: "summary:quotes:ID" gives "quotes" and ["ID"]. */
  readonly verb: string;
  readonly arguments: readonly string[];
  readonly values: readonly string[];
  /** The message it stands on is seen by this person alone. */
  readonly isPrivate?: boolean;
  readonly reader: Reader;
  readonly channelId: string;
  readonly receivedAt: number;
}

/** A direct message, or a message that mentions the bot (the mention is taken out of the text). */
export interface MessageRequest {
  readonly id: string;
  readonly text: string;
  /** It answers a message of the bot in a guild and does not call the bot by name: it may be meant for others. */
  readonly isOnlyReply?: boolean;
  /** The article or story of the bot's message that it answers. */
  readonly repliedStory?: string;
  readonly files: readonly AttachedFile[];
  readonly reader: Reader;
  readonly channelId: string;
  readonly receivedAt: number;
}
