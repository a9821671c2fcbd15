import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, Inline, ListNode } from '../../../emulator/page/message/markdown-tree.ts';
import { readMarkdown } from '../../../emulator/page/message/read-markdown.ts';
import { cpuMsOf } from '../../cpu-time.ts';

/** What a reader sees of a node, and of nodes that stand for something the words they were written with. */
function visibleInline(node: Inline): string {
  switch (node.kind) {
    case 'text':
    case 'code':
    case 'everyone':
      return node.text;
    case 'link':
      return node.isMasked ? visible(node.children) + node.href + (node.title ?? '') : node.href;
    case 'time':
      return `t${node.seconds}${node.style ?? ''}`;
    case 'command':
      return node.name + node.id;
    case 'emoji':
      return node.name;
    case 'user':
    case 'role':
    case 'channel':
      return node.id;
    default:
      return visible(node.children);
  }
}

const visible = (nodes: readonly Inline[]): string => nodes.map(visibleInline).join('');

const visibleList = ({ items }: ListNode): string =>
  items.map(({ children, lists }) => visible(children) + lists.map(visibleList).join('')).join('');

function visibleBlock(block: Block): string {
  if (block.kind === 'list') return visibleList(block);
  if (block.kind === 'quote') return block.blocks.map(visibleBlock).join('');
  if (block.kind === 'codeBlock') return (block.language ?? '') + block.text;
  return visible(block.children);
}

const visibleOf = (text: string) => readMarkdown(text).map(visibleBlock).join('');

/** Without the signs that markdown may take for itself, and without spaces; ids of emoji do not count either. */
const withoutSyntax = (text: string) => text.replace(/[\s\\*_~`|[\](){}<>#@!:&/+."'-]|\d/g, '');

const piece = fc.constantFrom(
  ...[
    '**',
    '*',
    '_',
    '__',
    '~~',
    '||',
    '`',
    '``',
    '```',
    '\\',
    '[',
    ']',
    '(',
    ')',
    '<',
    '>',
    '\n',
    ' ',
    '  ',
  ],
  ...['# ', '-# ', '> ', '>>> ', '- ', '* ', '1. ', '\n- ', '\n  - ', '](', '](<', '>)', ' "x")', '"'],
  ...['https://a.example/b', 'http://', '<t:1700000000:R>', '<@12>', '</x y:1>', '<#3>', ':fire:', '<:n:1>'],
  ...['word', 'é', '👍', '日本', 'a', 'Z', '\u202E', '@everyone', ':', '.', ',', '!'],
);
const marked = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));
const anything = fc.oneof(marked, fc.string({ unit: 'binary', maxLength: 200 }));

const settings = { seed: 20_261_125, numRuns: 3000 };

describe('any text', () => {
  it('keeps each of its visible characters, in order, or takes it for syntax', () => {
    fc.assert(
      fc.property(anything, (text) => {
        // The letter before a server's moving emoji is a sign, and so is the one before a time.
        const written = text.replace(/<a(?=:\w+:\d+>)/g, '<');
        expect(withoutSyntax(visibleOf(written))).toBe(withoutSyntax(written));
      }),
      settings,
    );
  });

  it('keeps the figures of an article', () => {
    const signs = [
      '**',
      '*',
      '_',
      '__',
      '~~',
      '||',
      '`',
      '\\',
      '[',
      ']',
      '<',
      '>',
      '# ',
      '> ',
      '- ',
      '\n',
      ' ',
    ];
    const figures = ['1,400', '96%', '£2bn', '1990s', '3-4', 'word'];
    const texts = fc.array(fc.constantFrom(...signs, ...figures), { maxLength: 40 });
    const figuresIn = (text: string) => text.replace(/[^\d,%£a-z]/g, '');
    fc.assert(
      fc.property(texts, (pieces) => {
        expect(figuresIn(visibleOf(pieces.join('')))).toBe(figuresIn(pieces.join('')));
      }),
      settings,
    );
  });

  it('links to nothing but web pages, and never has a link within a link', () => {
    const check = (nodes: readonly Inline[], isInLink: boolean): void => {
      for (const node of nodes) {
        if (node.kind === 'link') {
          expect(isInLink).toBe(false);
          expect(new URL(node.href).protocol).toMatch(/^https?:$/);
        }
        if ('children' in node) check(node.children, isInLink || node.kind === 'link');
      }
    };
    const checkBlocks = (blocks: readonly Block[]): void => {
      for (const block of blocks) {
        if (block.kind === 'quote') checkBlocks(block.blocks);
        else if ('children' in block) check(block.children, false);
      }
    };
    fc.assert(
      fc.property(marked, (text) => checkBlocks(readMarkdown(text))),
      settings,
    );
  });

  it('is read in time that grows with its length, whatever is repeated in it', () => {
    const repeated = ['*', '_', '**', '[', '`', '``` ', '> ', '- ', '<', '[](', '||', '*a ', '_a b', '\\'];
    const others = [
      '[a](https://x',
      '**https://a',
      '`a``',
      '<http://',
      ' - a\n',
      '[a](<',
      '# #',
      '<t:1',
      ':a',
    ];
    for (const unit of [...repeated, ...others]) {
      // A message has at most 4,000 characters; a tenth of a million would show a square.
      expect(
        cpuMsOf(() => readMarkdown(unit.repeat(100_000 / unit.length))),
        unit,
      ).toBeLessThan(5000);
    }
  });
});
