import type { Passage } from '../domain/brief.ts';
import type { Line, Piece } from '../domain/reply.ts';

/**
 * Words as Discord shows them letter for letter: white space runs become one space, whatever Discord would
 * read as markup, a mention or a link is escaped. Discord drops a backslash before any punctuation mark.
 */
export function escapeMarkdown(words: string): string {
  return words
    .replace(/\s+/g, ' ')
    .replace(/[\\*_~`|[\]<@]/g, '\\$&')
    .replace(/:\/\//g, '\\://');
}

/** A line may begin with what Discord reads as a heading, a list, a quotation or small print. */
function escapeLineStart(line: string): string {
  return line.replace(/^(\s*)(#|>|-|\+|\d{1,9}\.)/, (_, space: string, mark: string) =>
    mark.endsWith('.') ? `${space}${mark.slice(0, -1)}\\.` : `${space}\\${mark}`,
  );
}

/** An http address that cannot end a masked link early; `undefined` for any other scheme. */
export function linkTarget(url: string): string | undefined {
  const { protocol, href } = URL.parse(url) ?? { protocol: '', href: '' };
  if (protocol !== 'https:' && protocol !== 'http:') return undefined;
  return href.replace(/[()<>\s]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}

const wordsOf = (of: string | Passage): string => escapeMarkdown(typeof of === 'string' ? of : of.text);

function pieceToMarkdown(piece: Piece): string {
  if (typeof piece === 'string') return escapeMarkdown(piece);
  switch (piece.kind) {
    case 'passage':
      return escapeMarkdown(piece.passage.text);
    case 'strong':
      return `**${wordsOf(piece.of)}**`;
    case 'link': {
      const target = linkTarget(piece.url);
      return target === undefined ? wordsOf(piece.of) : `[${wordsOf(piece.of)}](<${target}>)`;
    }
    case 'code':
      return `\`${piece.text.replace(/[`\s]+/g, ' ')}\``;
    case 'time':
      return `<t:${Math.floor(piece.at / 1000)}:${piece.style}>`;
    case 'channel':
      return `<#${piece.id}>`;
    case 'role':
      return `<@&${piece.id}>`;
  }
}

const linePrefix = { heading: '### ', text: '', small: '-# ', quotation: '> ' } as const;

/** A line of a reply in Discord's markdown. */
export function lineToMarkdown({ kind, pieces }: Line): string {
  return `${linePrefix[kind]}${escapeLineStart(pieces.map(pieceToMarkdown).join(''))}`;
}
