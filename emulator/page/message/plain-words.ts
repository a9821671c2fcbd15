import type { DrawContext } from '../draw-context.ts';
import type { Block, Inline, ListNode } from './markdown-tree.ts';
import { readMarkdown } from './read-markdown.ts';

/** Names of what a text only holds the ids of. */
export type Names = Pick<DrawContext, 'userName' | 'channelName'> & Partial<Pick<DrawContext, 'roleName'>>;

function inlineWords(nodes: readonly Inline[], names: Names): string {
  return nodes.map((node) => wordsOf(node, names)).join('');
}

function wordsOf(node: Inline, names: Names): string {
  switch (node.kind) {
    case 'text':
    case 'code':
    case 'everyone':
      return node.text;
    case 'user':
      return `@${names.userName(node.id) ?? 'unknown-user'}`;
    case 'role':
      return `@${(names.roleName?.(node.id) ?? 'unknown-role').replace(/^@/, '')}`;
    case 'channel':
      return `#${names.channelName(node.id) ?? 'unknown'}`;
    case 'command':
      return `/${node.name}`;
    case 'emoji':
      return node.character ?? `:${node.name}:`;
    case 'time':
      return '';
    case 'spoiler':
      return '▒▒▒';
    default:
      return inlineWords(node.children, names);
  }
}

function listWords({ items }: ListNode, names: Names): string {
  return items
    .map(({ children, lists }) =>
      [inlineWords(children, names), ...lists.map((list) => listWords(list, names))].join('\n'),
    )
    .join('\n');
}

function blockWords(block: Block, names: Names): string {
  if (block.kind === 'list') return listWords(block, names);
  if (block.kind === 'codeBlock') return block.text;
  if (block.kind === 'quote') return block.blocks.map((inner) => blockWords(inner, names)).join('\n');
  return inlineWords(block.children, names);
}

/** A text as one would read it out, a line for each of its blocks; what a spoiler hides stays hidden. */
export function plainLines(text: string, names: Names): string {
  return readMarkdown(text)
    .map((block) => blockWords(block, names).trim())
    .join('\n');
}

/** A text in one line and without its marks. */
export function plainWords(text: string, names: Names): string {
  return plainLines(text, names).replace(/\s+/g, ' ').trim();
}
