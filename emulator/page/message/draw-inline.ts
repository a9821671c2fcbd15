import { make } from '../dom.ts';
import type { DrawContext } from '../draw-context.ts';
import { coverWords } from './cover.ts';
import { drawTimestamp } from './draw-time.ts';
import type { Inline, Wrapping } from './markdown-tree.ts';

/** A link that opens beside the page; the other side does not learn where from. */
export function drawLink(href: string, ...words: readonly (Node | string)[]): HTMLAnchorElement {
  return make('a', { class: 'link', href, target: '_blank', rel: 'noopener noreferrer' }, ...words);
}

const tags: Readonly<Record<Exclude<Wrapping, 'spoiler'>, 'strong' | 'em' | 'u' | 's'>> = {
  strong: 'strong',
  emphasis: 'em',
  underline: 'u',
  strike: 's',
};

function mention(words: string, isOwn = false): HTMLElement {
  return make('span', { class: 'mention', 'data-own': isOwn ? true : undefined }, words);
}

/** A mention that leads somewhere. */
function mentionButton(words: string, onClick: () => void): HTMLElement {
  const button = make('button', { class: 'mention', type: 'button' }, words);
  button.addEventListener('click', onClick);
  return button;
}

function drawChannel(id: string, { channelName, onChannel }: DrawContext): HTMLElement {
  const name = channelName(id);
  return name === undefined ? mention('#unknown') : mentionButton(`#${name}`, () => onChannel(id));
}

function drawMasked(node: Extract<Inline, { readonly kind: 'link' }>, context: DrawContext): HTMLElement {
  const { href, title, isMasked, children } = node;
  const link = drawLink(href, ...drawInlines(children, context));
  if (isMasked) link.title = title === undefined ? href : `${title}\n${href}`;
  return link;
}

function drawInline(node: Inline, context: DrawContext): Node {
  switch (node.kind) {
    case 'text':
      return document.createTextNode(node.text);
    case 'code':
      return make('code', { class: 'inline-code' }, node.text);
    case 'link':
      return drawMasked(node, context);
    case 'spoiler':
      return coverWords(drawInlines(node.children, context));
    case 'user':
      return mention(`@${context.userName(node.id) ?? 'unknown-user'}`, node.id === context.personId);
    case 'role':
      return mention(`@${(context.roleName(node.id) ?? 'unknown-role').replace(/^@/, '')}`);
    case 'channel':
      return drawChannel(node.id, context);
    case 'command':
      return mentionButton(`/${node.name}`, () => context.onCommand(node.name));
    case 'everyone':
      return mention(node.text, true);
    case 'time':
      return drawTimestamp(node.seconds, node.style ?? 'f', context);
    case 'emoji':
      return make('span', { class: 'emoji', title: `:${node.name}:` }, node.character ?? `:${node.name}:`);
    default:
      return make(tags[node.kind], {}, ...drawInlines(node.children, context));
  }
}

/** Running text; words of others become text nodes and nothing else. */
export function drawInlines(nodes: readonly Inline[], context: DrawContext): readonly Node[] {
  return nodes.map((node) => drawInline(node, context));
}
