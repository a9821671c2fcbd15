import type { AllowedMentionsTypes, MessageMentionOptions } from 'discord.js';
import {
  type APIButtonComponent,
  type APIComponentInContainer,
  type APIFileComponent,
  type APIMediaGalleryItem,
  type APISectionComponent,
  ButtonStyle,
  ComponentType,
  MessageFlags,
  SeparatorSpacingSize,
} from 'discord-api-types/v10';
import type { Block, Button, OutgoingFile, Picture, Reply, Section } from '../domain/reply.ts';
import { lineToMarkdown } from '../render/markdown.ts';

/** A reply as Discord takes it in a message, a reply and an edit alike. Nobody is notified by it. */
export interface Payload {
  readonly flags: MessageFlags.IsComponentsV2;
  readonly components: [
    { readonly type: ComponentType.Container; readonly components: APIComponentInContainer[] },
  ];
  readonly files: { readonly name: string; readonly attachment: Buffer }[];
  readonly allowedMentions: MessageMentionOptions & { readonly parse: AllowedMentionsTypes[] };
}

function button({ label, url, press, primary }: Button): APIButtonComponent {
  if (url !== undefined) return { type: ComponentType.Button, style: ButtonStyle.Link, label, url };
  const style = primary === true ? ButtonStyle.Primary : ButtonStyle.Secondary;
  return { type: ComponentType.Button, style, label, custom_id: press ?? label };
}

/** The picture goes along as a file of the message, named by its address. */
function galleryItem({ file: { name }, alt }: Picture): APIMediaGalleryItem {
  return { media: { url: `attachment://${name}` }, description: alt };
}

/** A file of such a message is shown only where a component names it. */
function fileComponent({ name }: OutgoingFile): APIFileComponent {
  return { type: ComponentType.File, file: { url: `attachment://${name}` } };
}

/** Its lines are one text: Discord takes three at most, and counts each. */
function section({ lines, button: beside }: Section): APISectionComponent {
  const content = lines.map(lineToMarkdown).join('\n');
  return {
    type: ComponentType.Section,
    components: [{ type: ComponentType.TextDisplay, content }],
    accessory: button(beside),
  };
}

function component(block: Block): APIComponentInContainer {
  switch (block.kind) {
    case 'section':
      return section(block);
    case 'rule':
      return { type: ComponentType.Separator, divider: true, spacing: SeparatorSpacingSize.Small };
    case 'buttons':
      return { type: ComponentType.ActionRow, components: block.buttons.map(button) };
    case 'picture':
      return { type: ComponentType.MediaGallery, items: [galleryItem(block)] };
    default:
      return { type: ComponentType.TextDisplay, content: lineToMarkdown(block) };
  }
}

/** Lines that follow each other become one text: Discord counts at most 40 components in a message. */
function joinTexts(components: readonly APIComponentInContainer[]): APIComponentInContainer[] {
  const joined: APIComponentInContainer[] = [];
  for (const next of components) {
    const last = joined.at(-1);
    if (next.type === ComponentType.TextDisplay && last?.type === ComponentType.TextDisplay)
      joined[joined.length - 1] = { ...last, content: `${last.content}\n${next.content}` };
    else joined.push(next);
  }
  return joined;
}

const file = ({ name, bytes }: OutgoingFile) => ({ name, attachment: Buffer.from(bytes) });

export function payloadOf(reply: Reply): Payload {
  const { blocks, files = [] } = reply;
  const pictures = blocks.flatMap((block) => (block.kind === 'picture' ? [block.file] : []));
  const components = [...joinTexts(blocks.map(component)), ...files.map(fileComponent)];
  return {
    flags: MessageFlags.IsComponentsV2,
    components: [{ type: ComponentType.Container, components }],
    files: [...files, ...pictures].map(file),
    allowedMentions: { parse: [], repliedUser: false },
  };
}
