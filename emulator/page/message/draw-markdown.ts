import { make } from '../dom.ts';
import type { DrawContext } from '../draw-context.ts';
import { drawInlines } from './draw-inline.ts';
import type { Block, ListNode } from './markdown-tree.ts';
import { readMarkdown } from './read-markdown.ts';

function drawList({ start, items }: ListNode, context: DrawContext): HTMLElement {
  const drawn = items.map(({ children, lists }) =>
    make('li', {}, ...drawInlines(children, context), ...lists.map((list) => drawList(list, context))),
  );
  return start === undefined
    ? make('ul', { class: 'text-list' }, ...drawn)
    : make('ol', { class: 'text-list', start: String(start) }, ...drawn);
}

/** The page's own headings go down to the second level. */
const headingTags = { 1: 'h3', 2: 'h4', 3: 'h5' } as const;

function drawBlock(block: Block, context: DrawContext): HTMLElement {
  switch (block.kind) {
    case 'heading':
      return make(
        headingTags[block.level],
        { class: 'text-heading', 'data-level': String(block.level) },
        ...drawInlines(block.children, context),
      );
    case 'quote':
      return make(
        'blockquote',
        { class: 'quote' },
        ...block.blocks.map((inner) => drawBlock(inner, context)),
      );
    case 'codeBlock':
      return make('pre', { class: 'code-block' }, make('code', {}, block.text));
    case 'list':
      return drawList(block, context);
    default:
      return make('p', { class: block.kind }, ...drawInlines(block.children, context));
  }
}

const emojiOnly = /^(?:\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{EMod}|\u200D|\uFE0F|\s)+$/u;
const longestJumbo = 80;

/** A text of Discord's markdown, drawn; a few emoji and nothing else are drawn large. */
export function drawMarkdown(text: string, context: DrawContext): HTMLElement {
  const isJumbo = text.length <= longestJumbo && emojiOnly.test(text);
  return make(
    'div',
    { class: 'markdown', 'data-jumbo': isJumbo ? true : undefined },
    ...readMarkdown(text).map((block) => drawBlock(block, context)),
  );
}
