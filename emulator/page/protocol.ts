import type { Component } from '../component.ts';
import type { Fields } from '../json.ts';

/** What the page and its server say to each other. Types alone: neither side's libraries appear here. */

export interface UserView {
  readonly id: string;
  readonly username: string;
  /** The name that is shown; the bot has its username alone. */
  readonly global_name: string | null;
  readonly bot: boolean;
}

export interface AttachmentView {
  readonly id: string;
  readonly filename: string;
  /** Bytes. */
  readonly size: number;
  /** Served by the emulator itself. */
  readonly url: string;
  readonly content_type?: string;
  readonly description?: string;
}

/** Who asked for this message with which command, as Discord writes above it: "Robin used /summary". */
export interface UsedCommand {
  readonly user: UserView;
  /** "/digest add", or a message command's name. */
  readonly label: string;
}

/** A message as Discord's API gives it, and below what a client knows of it. */
export interface MessageView {
  readonly id: string;
  readonly type: number;
  readonly channel_id: string;
  readonly author: UserView;
  readonly content: string;
  readonly embeds: readonly Fields[];
  readonly components: readonly Component[];
  readonly attachments: readonly AttachmentView[];
  readonly flags: number;
  /** ISO 8601. */
  readonly timestamp: string;
  readonly edited_timestamp: string | null;
  /** The message this one answers; null once that is gone. */
  readonly referenced_message?: MessageView | null;

  /** Seen by one person alone. */
  readonly isEphemeral: boolean;
  /** A deferred reply that says nothing yet. */
  readonly isThinking: boolean;
  /** Whether the person may put it out of sight: their ephemeral ones. */
  readonly mayDismiss: boolean;
  /** Whether it pings the person who looks. */
  readonly isPing: boolean;
  readonly usedCommand?: UsedCommand;
  /** The thread that was started on it. */
  readonly thread?: { readonly id: string; readonly name: string };
}

export interface PersonView extends UserView {
  readonly isAdministrator: boolean;
}

interface RoleView {
  readonly id: string;
  readonly name: string;
}

export interface ChannelView {
  readonly id: string;
  /** Discord's number of the type: 0 text, 1 direct messages, 5 announcements, 10 and 11 threads, 15 forum. */
  readonly type: number;
  /** Without "#"; a direct message channel has the other side's name. */
  readonly name: string;
  readonly guildId?: string;
  readonly parentId?: string;
  readonly mayWrite: boolean;
  /** The commands this person is offered here. */
  readonly commandIds: readonly string[];
}

export interface GuildView {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly RoleView[];
  readonly members: readonly UserView[];
}

export interface ChoiceView {
  readonly name: string;
  readonly value: string | number;
}

export interface OptionView {
  /** Discord's number of the type, see `option-type.ts`. */
  readonly type: number;
  readonly name: string;
  readonly description: string;
  readonly required: boolean;
  readonly autocomplete: boolean;
  readonly choices: readonly ChoiceView[];
  readonly channelTypes: readonly number[];
  readonly minValue?: number;
  readonly maxValue?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  /** Of subcommands and their groups. */
  readonly options: readonly OptionView[];
}

export interface CommandView {
  readonly id: string;
  /** 1 slash, 2 on a person, 3 on a message. */
  readonly type: number;
  readonly name: string;
  readonly description: string;
  readonly options: readonly OptionView[];
}

/** Everything but the messages, which are asked for channel by channel. */
export interface Places {
  readonly guilds: readonly GuildView[];
  readonly channels: readonly ChannelView[];
  readonly commands: readonly CommandView[];
}

/** The first thing of every stream. */
export interface Snapshot extends Places {
  readonly person: PersonView;
  /** Whose seat the page may take. */
  readonly people: readonly PersonView[];
  readonly bot: UserView;
  readonly isBotOnline: boolean;
}

/** Something the person asked of the bot, from the asking to its first answer. */
export interface AskedView {
  readonly id: string;
  readonly kind: 'command' | 'component' | 'form';
  readonly channelId: string;
  /** "/summary", a message command's name. */
  readonly label: string;
  /** The message that the pressed component stands on, and the component. */
  readonly messageId?: string;
  readonly customId?: string;
}

export interface ModalView {
  /** The interaction that it answers, and that a sent form names. */
  readonly interactionId: string;
  readonly channelId: string;
  readonly title: string;
  readonly components: readonly Component[];
}

export type StreamEvent =
  | { readonly type: 'snapshot'; readonly snapshot: Snapshot }
  | { readonly type: 'places'; readonly places: Places }
  | { readonly type: 'bot'; readonly isOnline: boolean }
  | { readonly type: 'message.created' | 'message.edited'; readonly message: MessageView }
  | { readonly type: 'message.deleted'; readonly channelId: string; readonly messageId: string }
  | { readonly type: 'typing'; readonly channelId: string }
  | { readonly type: 'asked'; readonly asked: AskedView }
  /** Acknowledged; with the form where the bot answered with one. */
  | { readonly type: 'answered'; readonly id: string; readonly modal?: ModalView }
  /** "The application did not respond". */
  | { readonly type: 'unanswered'; readonly id: string };

/** A page of a channel's messages, oldest first. */
export interface History {
  readonly messages: readonly MessageView[];
  /** Whether there are older ones. */
  readonly hasOlder: boolean;
}

/** What a person can do in a channel. Files come beside it, each under its number in `files`. */
export type Action =
  | { readonly do: 'say'; readonly content: string; readonly replyTo?: string }
  | {
      readonly do: 'run';
      readonly call: CallView;
      /** Numbers of uploaded files by option. */
      readonly files: Readonly<Record<string, number>>;
    }
  | { readonly do: 'complete'; readonly call: CallView; readonly option: string; readonly typed: string }
  | { readonly do: 'press'; readonly messageId: string; readonly customId: string }
  | {
      readonly do: 'choose';
      readonly messageId: string;
      readonly customId: string;
      readonly values: readonly string[];
    }
  | {
      readonly do: 'submit';
      readonly interactionId: string;
      readonly values: Readonly<Record<string, FormValue>>;
    }
  | { readonly do: 'use-on-message'; readonly command: string; readonly messageId: string }
  | { readonly do: 'use-on-user'; readonly command: string; readonly userId: string };

/** A field of a form: a text, a tick, choices, or the numbers of uploaded files. */
export type FormValue = string | boolean | readonly string[] | { readonly files: readonly number[] };

export interface CallView {
  readonly name: string;
  readonly group?: string;
  readonly subcommand?: string;
  readonly options: Readonly<Record<string, string | number | boolean>>;
}

/** What an action comes back with; the bot's answer comes by the stream. */
export interface ActionAnswer {
  readonly choices?: readonly ChoiceView[];
  /** The id under which the stream tells whether the bot answered a sent form. */
  readonly askedId?: string;
}

/** Why it was not done, in the words of the client: an answer like another, that the person can act on. */
export interface ActionRefusal {
  readonly error: string;
}
