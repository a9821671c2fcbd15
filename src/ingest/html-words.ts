import { Parser } from 'htmlparser2';

/** These stand within a word or a line. */
const inline =
  /^\/?(?:a|abbr|b|bdi|bdo|cite|code|em|font|i|ins|kbd|mark|q|s|small|span|strong|sub|sup|u|wbr)$/;
/** Their contents are no words of the text. */
const unread = /^(?:script|style|template|noscript|iframe|svg)$/;
const longestName = 12;

/**
 * The words of a piece of HTML, with one space wherever markup or white space parts them. For telling whether words
 * have changed and how many there are, not for showing them. Linear in the length, whatever it is given.
 */
export function wordsOf(html: string): string {
  const [first = '', ...pieces] = html.split('<');
  const kept = [first];
  /** What ends the part that is left out now. */
  let end: string | undefined;
  for (const piece of pieces) {
    const text = end === undefined ? undefined : afterEnd(piece, end);
    if (end !== undefined && text === undefined) continue;
    const read = text === undefined ? readPiece(piece) : { text };
    kept.push(read.text);
    end = read.end;
  }
  return decodeEntities(kept.join('')).replace(/\s+/g, ' ').trim();
}

/** What follows a "<" up to the next one: its words, or what ends the part without words that it opens. */
function readPiece(piece: string): { readonly text: string; readonly end?: string } {
  if (piece === '') return { text: '<' };
  if (piece.startsWith('!--')) {
    const text = afterEnd(piece, '-->');
    return text === undefined ? { text: '', end: '-->' } : { text };
  }
  const name = /^\/?[a-z][a-z0-9]*/i.exec(piece.slice(0, longestName))?.[0].toLowerCase();
  if (name === undefined) return { text: /^[!?]/.test(piece) ? ` ${afterTag(piece)}` : `<${piece}` };
  if (unread.test(name)) return { text: '', end: `/${name}` };
  return { text: `${inline.test(name) ? '' : ' '}${afterTag(piece)}` };
}

function afterEnd(piece: string, end: string): string | undefined {
  if (end === '-->') return piece.includes(end) ? piece.slice(piece.indexOf(end) + end.length) : undefined;
  return piece.slice(0, end.length).toLowerCase() === end ? ` ${afterTag(piece)}` : undefined;
}

/** A tag that is never closed takes its piece with it. */
function afterTag(piece: string): string {
  const close = piece.indexOf('>');
  return close < 0 ? '' : piece.slice(close + 1);
}

function decodeEntities(text: string): string {
  const parts: string[] = [];
  const parser = new Parser({ ontext: (part) => void parts.push(part) });
  parser.end(text);
  return parts.join('');
}
