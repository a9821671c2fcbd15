import { refusal } from '../api-error.ts';
import { type Component, componentType, flatten } from '../component.ts';
import type { Fields } from '../json.ts';
import { type Attachment, type Message, messageFlag } from '../world.ts';
import { type AllowedMentions, readAllowedMentions } from './allowed-mentions.ts';
import { readComponentList } from './components.ts';
import { readEmbeds } from './embeds.ts';
import { blame, type Field, fieldAt, isAbsent, readForm } from './form.ts';
import { lengthOf, readBoolean, readFields, readInteger, readText } from './read.ts';

const longestContent = 2000;
const mostComponents = 40;
const mostV2Characters = 4000;

/** Measured by a user of the live service (discord-api-docs, issue 8554): beyond it Discord answers 500. */
const mostV2Bytes = 10_170;
const bytesPerTextDisplay = 12;

/** What a request wants a message to be, checked. */
export interface MessageDraft {
  readonly content: string;
  readonly embeds: readonly Fields[];
  readonly components: readonly Component[];
  readonly attachments: readonly Attachment[];
  readonly flags: number;
  readonly allowedMentions: AllowedMentions | undefined;
  readonly nonce?: string | number;
  readonly isNonceEnforced: boolean;
  readonly replyTo?: string;
  /** Whether the message answered may be gone; it is an ordinary message then. */
  readonly isReplyOptional?: boolean;
}

export interface DraftSetting {
  /** The message that is edited: what the request leaves out stays. */
  readonly existing?: Message;
  /** All files the message will have. */
  readonly attachments: readonly Attachment[];
  /** Where the message stands in the body, if it is not the body itself. */
  readonly within?: 'data' | 'message';
  /** Flags a request may set here. */
  readonly settableFlags: number;
}

const sendFlags = messageFlag.suppressEmbeds | messageFlag.suppressNotifications | messageFlag.componentsV2;
export const settableFlags = {
  message: sendFlags,
  interaction: sendFlags | messageFlag.ephemeral,
  edit: messageFlag.suppressEmbeds | messageFlag.componentsV2,
} as const;

function readFlags(field: Field, { existing, settableFlags: settable }: DraftSetting): number {
  const asked = readInteger(field, { min: 0 }) ?? 0;
  const kept = (existing?.flags ?? 0) & ~messageFlag.loading;
  return kept | (asked & settable);
}

function refuseLegacyFields(root: Field, content: string, embeds: readonly Fields[]): void {
  const used = [...(content === '' ? [] : ['content']), ...(embeds.length === 0 ? [] : ['embeds'])];
  for (const name of used) blameLegacy(root, name);
  for (const name of ['poll', 'sticker_ids']) if (!isAbsent(fieldAt(root, name))) blameLegacy(root, name);
}

function blameLegacy(root: Field, name: string): void {
  blame(
    fieldAt(root, name),
    'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
    `The '${name}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
  );
}

function checkV2Size(list: Field, components: readonly Component[]): void {
  const all = flatten(components);
  if (all.length > mostComponents)
    blame(
      list,
      'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
      `The maximum total components is ${mostComponents}`,
    );
  const texts = all
    .filter(({ type }) => type === componentType.textDisplay)
    .map(({ content = '' }) => content);
  const characters = texts.reduce((sum, text) => sum + lengthOf(text), 0);
  if (characters > mostV2Characters)
    blame(
      list,
      'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
      `Total displayable text size exceeds maximum size of ${mostV2Characters}`,
    );
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text) + bytesPerTextDisplay, 0);
  if (characters <= mostV2Characters && bytes > mostV2Bytes) throw refusal('internal');
}

function readNonce(field: Field): string | number | undefined {
  return typeof field.value === 'number' ? field.value : readText(field, { max: 25 });
}

function readReply(field: Field): Pick<MessageDraft, 'replyTo' | 'isReplyOptional'> {
  if (readFields(field) === undefined) return {};
  const replyTo = readText(fieldAt(field, 'message_id'), { required: true });
  const isReplyOptional = readBoolean(fieldAt(field, 'fail_if_not_exists')) === false;
  return replyTo === undefined ? {} : { replyTo, isReplyOptional };
}

function readParts(root: Field, setting: DraftSetting): MessageDraft {
  const { existing, attachments } = setting;
  const files = new Map(attachments.map((attachment) => [attachment.filename, attachment]));
  const flags = readFlags(fieldAt(root, 'flags'), setting);
  const isV2 = (flags & messageFlag.componentsV2) !== 0;
  const part = <T>(name: string, kept: T | undefined, read: (field: Field) => T): T => {
    const field = fieldAt(root, name);
    return field.value === undefined && kept !== undefined ? kept : read(field);
  };
  const content = part(
    'content',
    existing?.content,
    (field) => readText(field, { max: longestContent }) ?? '',
  );
  const embeds = part('embeds', existing?.embeds, (field) => readEmbeds(field, files));
  const components = part('components', existing?.components, (field) =>
    readComponentList(field, isV2 ? 'componentsV2' : 'classic', files),
  );
  if (isV2) {
    refuseLegacyFields(root, content, embeds);
    checkV2Size(fieldAt(root, 'components'), components);
  }
  const nonce = readNonce(fieldAt(root, 'nonce'));
  return {
    content,
    embeds,
    components,
    attachments,
    flags,
    allowedMentions: readAllowedMentions(fieldAt(root, 'allowed_mentions')),
    isNonceEnforced: readBoolean(fieldAt(root, 'enforce_nonce')) ?? false,
    ...(nonce === undefined ? {} : { nonce }),
    ...readReply(fieldAt(root, 'message_reference')),
  };
}

/** Reads the body of a message's creation or edit. Throws 50035 with every mistake, or 50006 when it is empty. */
export function readMessage(body: unknown, setting: DraftSetting): MessageDraft {
  const { within } = setting;
  const draft = readForm(body, (root) =>
    readParts(within === undefined ? root : fieldAt(root, within), setting),
  );
  const isV2 = (draft.flags & messageFlag.componentsV2) !== 0;
  const hasWords = draft.content.trim() !== '' || draft.embeds.length > 0 || draft.attachments.length > 0;
  if (isV2 ? draft.components.length === 0 : !hasWords) throw refusal('emptyMessage');
  return draft;
}
