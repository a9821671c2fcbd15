import { make } from '../dom.ts';
import type { DrawContext } from '../draw-context.ts';
import { drawTimestamp } from './draw-time.ts';
import type { Inline, Wrapping } from './markdown-tree.ts';

type Drawn = Node | string;

const tags: Readonly<Record<Exclude<Wrapping, 'spoiler'>, 'strong' | 'em' | 'u' | 's'>> = {
  strong: 'strong',
  emphasis: 'em',
  underline: 'u',
  strike: 's',
};

/** Words that are hidden until they are asked for; nothing in them can be used or heard before. */
function drawSpoiler(children: readonly Drawn[]): HTMLElement {
  const text = make('span', { class: 'spoiler-text', inert: true }, ...children);
  const spoiler = make(
    'span',
    { class: 'spoiler', role: 'button', tabindex: '0', 'aria-label': 'Spoiler: show it' },
    text,
  );
  const show = () => {
    if (!text.inert) return;
    text.inert = false;
    spoiler.removeAttribute('role');
    spoiler.removeAttribute('aria-label');
    // Focus stays where it is.
    spoiler.tabIndex = -1;
    spoiler.setAttribute('data-shown', '');
  };
  spoiler.addEventListener('click', show);
  spoiler.addEventListener('keydown', (event) => {
    if (!text.inert || (event.key !== 'Enter' && event.key !== ' ')) return;
    event.preventDefault();
    show();
  });
  return spoiler;
}

/** A link out of the page: it opens beside it, and the other side does not learn where from. */
export function outwardLink(
  href: string,
  attributes: Readonly<Record<string, string>> = {},
): HTMLAnchorElement {
  return make('a', { href, target: '_blank', rel: 'noopener noreferrer', ...attributes });
}

function drawLink(
  { href, title, isMasked, children }: Extract<Inline, { kind: 'link' }>,
  context: DrawContext,
) {
  const link = outwardLink(href, isMasked ? { title: title ?? href } : {});
  link.append(...drawInlines(children, context));
  return link;
}

function mention(words: string, isOwn = false): HTMLElement {
  return make('span', { class: 'mention', 'data-own': isOwn ? true : undefined }, words);
}

function mentionButton(words: string, onClick: () => void): HTMLElement {
  const button = make('button', { class: 'mention', type: 'button' }, words);
  button.addEventListener('click', onClick);
  return button;
}

function drawChannel(id: string, { channelName, onChannel }: DrawContext): HTMLElement {
  const name = channelName(id);
  return name === undefined ? mention('#unknown') : mentionButton(`#${name}`, () => onChannel(id));
}

function drawRole(id: string, { roleName }: DrawContext): HTMLElement {
  const name = roleName(id) ?? 'unknown-role';
  return mention(name.startsWith('@') ? name : `@${name}`);
}

function drawInline(node: Inline, context: DrawContext): Drawn {
  switch (node.kind) {
    case 'text':
      return node.text;
    case 'code':
      return make('code', {}, node.text);
    case 'spoiler':
      return drawSpoiler(drawInlines(node.children, context));
    case 'link':
      return drawLink(node, context);
    case 'user':
      return mention(`@${context.userName(node.id) ?? 'unknown-user'}`, node.id === context.personId);
    case 'role':
      return drawRole(node.id, context);
    case 'channel':
      return drawChannel(node.id, context);
    case 'everyone':
      return mention(node.text, true);
    case 'command':
      return mentionButton(`/${node.name}`, () => context.onCommand(node.name));
    case 'time':
      return drawTimestamp(node.seconds, node.style ?? 'f', context);
    case 'emoji':
      return node.character ?? `:${node.name}:`;
    default:
      return make(tags[node.kind], {}, ...drawInlines(node.children, context));
  }
}

/** Running text; strings of it become text nodes. */
export function drawInlines(nodes: readonly Inline[], context: DrawContext): readonly Drawn[] {
  return nodes.map((node) => drawInline(node, context));
}
