import type { Component } from '../component.ts';
import type { MessageView } from './protocol.ts';

export interface SelectRow {
  readonly value: string;
  readonly label: string;
  readonly description?: string;
  readonly isChosen: boolean;
}

/** A component of a message in use: the bot has not answered yet, or did not at all. */
export interface Press {
  readonly customId: string;
  readonly state: 'waiting' | 'failed';
}

/** What drawing a message needs of the page around it, and what the drawn message tells the page. */
export interface DrawContext {
  /** The person who looks. */
  readonly personId: string;
  userName(id: string): string | undefined;
  /** Without "#". */
  channelName(id: string): string | undefined;
  roleName(id: string): string | undefined;
  /** The rows of any select: its own options, or the people, roles and channels of the place. */
  rows(select: Component): readonly SelectRow[];
  /** The component of this message that is in use. */
  pressOf(messageId: string): Press | undefined;
  onPress(message: MessageView, customId: string): void;
  onChoose(message: MessageView, customId: string, values: readonly string[]): void;
  /** The button "More" of a message: the page opens the menu at the focused element. */
  onMore(message: MessageView): void;
  onDismiss(message: MessageView): void;
  /** A channel's mention was clicked. */
  onChannel(channelId: string): void;
  /** A command's mention, `</name:id>`, was clicked. */
  onCommand(name: string): void;
  /** UTC milliseconds. */
  now(): number;
  readonly locale: string;
  /** IANA zone of the reader. */
  readonly timeZone: string;
}
