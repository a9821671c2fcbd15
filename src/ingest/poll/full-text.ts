import { segment } from 'summarize-text';
import { wordsOf } from '../html-words.ts';
import type { EntryPayload } from './entry-payload.ts';

/** An article's text in its feed. Some feeds have it in the summary; a long lead is none. */
const fewestSentences = 5;
const shortestContent = 600;
const shortestSummary = 1500;
const tailLength = 200;

/** WordPress ends every entry so, whole or cut. */
const footer = /\bThe post .{1,200} (?:appeared first|first appeared) on .{1,100}$/;

/** How feeds end a text that goes on at its page. */
const cut =
  /(?:…|\.\.\.|\[…\]|\[\.\.\.\]|\[&hellip;\]|\b(?:read (?:more|on|the (?:full|rest|whole)|full)|continue reading|keep reading|full (?:story|article)|more at|weiterlesen|mehr lesen|zum artikel|lire (?:la suite|plus)|en savoir plus|leer más|seguir leyendo|continua(?: a leggere)?|leggi tutto|lees (?:verder|meer)|läs mer|les mer|læs mere|leia mais|czytaj (?:dalej|więcej)|читать (?:далее|дальше))\b[^.!?]{0,80})[\s"'”»)\]→>›.]*$/i;

/** The HTML of an entry that is the whole article, so that its page need not be asked. */
export function fullTextOf({ content, summary }: EntryPayload): string | undefined {
  if (content !== undefined && isWhole(content, shortestContent)) return content;
  return summary !== undefined && isWhole(summary, shortestSummary) ? summary : undefined;
}

function isWhole(html: string, shortest: number): boolean {
  const words = wordsOf(html);
  const body = words.slice(0, -tailLength) + words.slice(-tailLength).replace(footer, '').trimEnd();
  if (body.length < shortest || cut.test(body.slice(-tailLength))) return false;
  return segment(body.slice(0, shortest * 4)).length >= fewestSentences;
}
