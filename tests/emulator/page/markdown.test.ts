import { describe, expect, it } from 'vitest';
import type { Block, Inline, ListNode } from '../../../emulator/page/message/markdown-tree.ts';
import { plainWords } from '../../../emulator/page/message/plain-words.ts';
import { readMarkdown } from '../../../emulator/page/message/read-markdown.ts';

const wrappingTags = { strong: 'b', emphasis: 'i', underline: 'u', strike: 's', spoiler: 'spoiler' } as const;

/** A node in short: marks as tags, everything that is no text in braces. */
function shortInline(node: Inline): string {
  switch (node.kind) {
    case 'text':
      return node.text;
    case 'code':
      return `{code ${node.text}}`;
    case 'link': {
      const title = node.title === undefined ? '' : ` "${node.title}"`;
      return node.isMasked ? `{${short(node.children)} -> ${node.href}${title}}` : `{${node.href}}`;
    }
    case 'user':
    case 'role':
    case 'channel':
      return `{${node.kind} ${node.id}}`;
    case 'everyone':
      return `{${node.text}}`;
    case 'command':
      return `{/${node.name} ${node.id}}`;
    case 'time':
      return `{time ${node.seconds}${node.style ?? ''}}`;
    case 'emoji':
      return `{emoji ${node.name}${node.character ?? ''}}`;
    default: {
      const tag = wrappingTags[node.kind];
      return `<${tag}>${short(node.children)}</${tag}>`;
    }
  }
}

function short(nodes: readonly Inline[]): string {
  return nodes.map(shortInline).join('');
}

function shortList({ start, items }: ListNode): string {
  const inner = items.map(({ children, lists }) => `<li>${short(children)}${lists.map(shortList).join('')}`);
  return start === undefined ? `<ul>${inner.join('')}</ul>` : `<ol ${start}>${inner.join('')}</ol>`;
}

function shortBlock(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return short(block.children);
    case 'subtext':
      return `<small>${short(block.children)}</small>`;
    case 'heading':
      return `<h${block.level}>${short(block.children)}</h${block.level}>`;
    case 'quote':
      return `<quote>${block.blocks.map(shortBlock).join('')}</quote>`;
    case 'codeBlock':
      return `<pre${block.language === undefined ? '' : ` ${block.language}`}>${block.text}</pre>`;
    case 'list':
      return shortList(block);
  }
}

const shortOf = (text: string) => readMarkdown(text).map(shortBlock).join('');

describe('Discord’s markdown in the page', () => {
  it.each([
    // Marks.
    ['plain words', 'plain words'],
    ['**bold** words', '<b>bold</b> words'],
    ['*slanted* and _slanted_', '<i>slanted</i> and <i>slanted</i>'],
    ['__under__ and ~~struck~~', '<u>under</u> and <s>struck</s>'],
    ['||hidden|| and ||too||', '<spoiler>hidden</spoiler> and <spoiler>too</spoiler>'],
    ['||a||||b||', '<spoiler>a</spoiler><spoiler>b</spoiler>'],
    ['***both***', '<b><i>both</i></b>'],
    ['___both___', '<u><i>both</i></u>'],
    ['**a *b* c**', '<b>a <i>b</i> c</b>'],
    ['*a **b** c*', '<i>a <b>b</b> c</i>'],
    ['***a** b*', '<i><b>a</b> b</i>'],
    ['***a* b**', '<b><i>a</i> b</b>'],
    ['__**~~all~~**__', '<u><b><s>all</s></b></u>'],
    ['**over\ntwo lines**', '<b>over\ntwo lines</b>'],
    // What only looks like marks.
    ['2 * 3 * 4', '2 * 3 * 4'],
    ['a * b*', 'a * b*'],
    ['*open', '*open'],
    ['**open *and* shut', '**open <i>and</i> shut'],
    ['**a ||b** c||', '<b>a ||b</b> c||'],
    ['*a *b*', '*a <i>b</i>'],
    ['a_name_with_marks', 'a_name_with_marks'],
    ['_a_b c_', '_a<i>b c</i>'],
    ['****', '****'],
    ['~~~~ and ||||', '~~~~ and ||||'],
    ['a ~ b | c', 'a ~ b | c'],
    // Backslashes.
    ['\\*no\\* \\_no\\_ \\~\\~no\\~\\~', '*no* _no_ ~~no~~'],
    ['\\`no\\` \\[no](https://a.example)', '`no` [no]({https://a.example})'],
    ['back\\slash \\\\ \\', 'back\\slash \\ \\'],
    ['https\\://a.example', 'https://a.example'],
    ['\\<@1> \\@everyone', '<@1> @everyone'],
    ['*a\\*b*', '<i>a*b</i>'],
    // Code.
    ['`code`', '{code code}'],
    ['``a ` b``', '{code a ` b}'],
    ['`` ` ``', '{code `}'],
    ['`**no** \\`', '{code **no** \\}'],
    ['`open', '`open'],
    ['```\nlines\n  of it\n```', '<pre>lines\n  of it</pre>'],
    ['```js\nlet a;\n```after', '<pre js>let a;</pre>after'],
    ['```js```', '<pre>js</pre>'],
    ['before```x```\nafter', 'before<pre>x</pre>after'],
    ['```open', '```open'],
    ['``````', '``````'],
    ['\\```no```', '```no```'],
    ['```\n> no **marks**\n```', '<pre>> no **marks**</pre>'],
    // Lines.
    ['# One\n## Two\n### Three', '<h1>One</h1><h2>Two</h2><h3>Three</h3>'],
    ['# **bold** #', '<h1><b>bold</b></h1>'],
    ['#no\n#### no\n# ', '#no\n#### no\n# '],
    ['-# small *print*', '<small>small <i>print</i></small>'],
    ['-#no', '-#no'],
    ['> one\n> two\nafter', '<quote>one\ntwo</quote>after'],
    ['> one\n\n> two', '<quote>one</quote>\n<quote>two</quote>'],
    ['before\n>>> the\n> rest', 'before\n<quote>the\n> rest</quote>'],
    ['>no', '>no'],
    ['> # heading\n> - item', '<quote><h1>heading</h1><ul><li>item</ul></quote>'],
    ['- a\n- b\nafter', '<ul><li>a<li>b</ul>after'],
    ['* a\n  - b\n  - c\n* d', '<ul><li>a<ul><li>b<li>c</ul><li>d</ul>'],
    ['7. a\n7. b', '<ol 7><li>a<li>b</ol>'],
    ['1. a\n   - b\n     more', '<ol 1><li>a<ul><li>b\nmore</ul></ol>'],
    ['-no\n+ no\n1.no', '-no\n+ no\n1.no'],
    ['a\n\nb', 'a\n\nb'],
    // Links.
    ['[words](https://a.example/b)', '{words -> https://a.example/b}'],
    ['[**bold** words](<https://a.example/b>)', '{<b>bold</b> words -> https://a.example/b}'],
    ['[a](https://a.example "title")', '{a -> https://a.example "title"}'],
    ['[a](https://a.example/x_(y))', '{a -> https://a.example/x_(y)}'],
    ['[a [b] c](https://a.example)', '{a [b] c -> https://a.example}'],
    ['[a\\]b](https://a.example)', '{a]b -> https://a.example}'],
    ['[a](javascript:alert)', '[a](javascript:alert)'],
    ['[a](data:text/html,x)', '[a](data:text/html,x)'],
    ['[a](https://)', '[a](https://)'],
    ['[](https://a.example)', '[]({https://a.example})'],
    ['[a] (https://a.example)', '[a] ({https://a.example})'],
    ['[https://a.example](https://b.example)', '[{https://a.example}]({https://b.example})'],
    ['see https://a.example/b, and', 'see {https://a.example/b}, and'],
    ['(https://a.example/b_(c)).', '({https://a.example/b_(c)}).'],
    ['**https://a.example/b**', '<b>{https://a.example/b}</b>'],
    ['_https://a.example/b_c_', '<i>{https://a.example/b_c}</i>'],
    ['<https://a.example>', '{https://a.example}'],
    ['<javascript:alert>', '<javascript:alert>'],
    ['http is no link', 'http is no link'],
    // Mentions, times, emoji.
    ['<@12> <@!12> <@&13> <#14>', '{user 12} {user 12} {role 13} {channel 14}'],
    ['</digest add:15>', '{/digest add 15}'],
    ['@everyone @here @everyones', '{@everyone} {@here} @everyones'],
    ['<t:1700000000> <t:-1:R> <t:5:F>', '{time 1700000000} {time -1R} {time 5F}'],
    ['<t:99999999999999> <t:x> <t:1:Z>', '<t:99999999999999> <t:x> <t:1:Z>'],
    [':fire: :nosuch: 12:30:45', '{emoji fire🔥} :nosuch: 12:30:45'],
    ['<:name:16> <a:moves:17>', '{emoji name} {emoji moves}'],
    ['**<@12>**', '<b>{user 12}</b>'],
    // Markup of pages is text.
    ['<script>alert(1)</script>', '<script>alert(1)</script>'],
    ['<b onclick="x">', '<b onclick="x">'],
  ])('reads %j', (text, expected) => {
    expect(shortOf(text)).toBe(expected);
  });
});

describe('a text in one line', () => {
  const names = {
    userName: (id: string) => (id === '1' ? 'Robin' : undefined),
    channelName: (id: string) => (id === '2' ? 'general' : undefined),
    roleName: (id: string) => (id === '3' ? '@everyone' : undefined),
  };

  it.each([
    ['# A **title**\n> said\n- one\n  - two', 'A title said one two'],
    ['<@1> in <#2> for <@&3>, not <@9>', '@Robin in #general for @everyone, not @unknown-user'],
    ['[words](https://a.example) `code` :fire:', 'words code 🔥'],
    ['||secret|| stays hidden', '▒▒▒ stays hidden'],
  ])('says %j without marks', (text, expected) => {
    expect(plainWords(text, names)).toBe(expected);
  });
});
