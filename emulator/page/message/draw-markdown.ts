import { make } from '../dom.ts';
import type { DrawContext } from '../draw-context.ts';
import type { Block, Inline, ListNode, Wrapping } from './markdown-tree.ts';
import { readMarkdown } from './read-markdown.ts';
import { coverWords } from './spoilers.ts';
import { drawTime } from './times.ts';

/** A link that opens beside the page; the other side learns nothing of where it came from. */
export function drawLink(href: string, ...children: readonly (Node | string)[]): HTMLAnchorElement {
  return make('a', { class: 'link', href, target: '_blank', rel: 'noopener noreferrer' }, ...children);
}

const tags: Readonly<Record<Exclude<Wrapping, 'spoiler'>, 'strong' | 'em' | 'u' | 's'>> = {
  strong: 'strong',
  emphasis: 'em',
  underline: 'u',
  strike: 's',
};

function mention(words: string): HTMLElement {
  return make('span', { class: 'mention' }, words);
}

/** A mention that leads somewhere. */
function mentionButton(words: string, onClick: () => void): HTMLElement {
  const button = make('button', { class: 'mention', type: 'button' }, words);
  button.addEventListener('click', onClick);
  return button;
}

function drawChannelMention(id: string, { channelName, onChannel }: DrawContext): HTMLElement {
  const name = channelName(id);
  return name === undefined ? mention('#unknown') : mentionButton(`#${name}`, () => onChannel(id));
}

function drawMaskedLink(node: Extract<Inline, { readonly kind: 'link' }>, context: DrawContext): HTMLElement {
  const { href, title, isMasked, children } = node;
  const link = drawLink(href, ...drawInline(children, context));
  if (isMasked) link.title = title === undefined ? href : `${title}\n${href}`;
  return link;
}

function drawNode(node: Inline, context: DrawContext): Node {
  switch (node.kind) {
    case 'text':
      return document.createTextNode(node.text);
    case 'code':
      return make('code', { class: 'inline-code' }, node.text);
    case 'link':
      return drawMaskedLink(node, context);
    case 'spoiler':
      return coverWords(drawInline(node.children, context));
    case 'user':
      return mention(`@${context.userName(node.id) ?? 'unknown'}`);
    case 'role':
      return mention(`@${context.roleName(node.id)?.replace(/^@/, '') ?? 'unknown'}`);
    case 'channel':
      return drawChannelMention(node.id, context);
    case 'command':
      return mentionButton(`/${node.name}`, () => context.onCommand(node.name));
    case 'everyone':
      return mention(node.text);
    case 'time':
      return drawTime(node.seconds, node.style, context);
    case 'emoji':
      return make('span', { class: 'emoji', title: `:${node.name}:` }, node.character ?? `:${node.name}:`);
    default:
      return make(tags[node.kind], {}, ...drawInline(node.children, context));
  }
}

function drawInline(nodes: readonly Inline[], context: DrawContext): readonly Node[] {
  return nodes.map((node) => drawNode(node, context));
}

function drawList({ start, items }: ListNode, context: DrawContext): HTMLElement {
  const drawn = items.map(({ children, lists }) =>
    make('li', {}, ...drawInline(children, context), ...lists.map((list) => drawList(list, context))),
  );
  return start === undefined
    ? make('ul', { class: 'text-list' }, ...drawn)
    : make('ol', { class: 'text-list', start: String(start) }, ...drawn);
}

/** The page's own headings end with the third level. */
const headingTags = { 1: 'h3', 2: 'h4', 3: 'h5' } as const;

function drawBlock(block: Block, context: DrawContext): HTMLElement {
  switch (block.kind) {
    case 'heading':
      return make(
        headingTags[block.level],
        { class: 'text-heading', 'data-level': String(block.level) },
        ...drawInline(block.children, context),
      );
    case 'quote':
      return make('blockquote', { class: 'quote' }, ...drawBlocks(block.blocks, context));
    case 'codeBlock':
      return make('pre', { class: 'code-block' }, make('code', {}, block.text));
    case 'list':
      return drawList(block, context);
    default:
      return make('p', { class: block.kind }, ...drawInline(block.children, context));
  }
}

function drawBlocks(blocks: readonly Block[], context: DrawContext): readonly HTMLElement[] {
  return blocks.map((block) => drawBlock(block, context));
}

/** Whether a text is a few emoji and nothing else, which Discord draws large. */
function isJumbo(text: string): boolean {
  return (
    text.length <= 80 &&
    /^(?:[\p{Extended_Pictographic}\p{Regional_Indicator}\p{EMod}\u200D\uFE0F]|\s)+$/u.test(text)
  );
}

/** A text of Discord's markdown, drawn; words of others become text nodes and nothing else. */
export function drawMarkdown(text: string, context: DrawContext): HTMLElement {
  return make(
    'div',
    { class: 'markdown', 'data-jumbo': isJumbo(text) ? true : undefined },
    ...drawBlocks(readMarkdown(text), context),
  );
}
