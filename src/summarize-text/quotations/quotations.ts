import { confidenceOf, isSure } from '../speakers/confidence.ts';
import type { Resolved } from '../speakers/resolve.ts';
import { roleOf } from '../speakers/roles.ts';
import { tellingRole } from '../speakers/telling-role.ts';
import type { Quotation, Span, Speaker } from '../types.ts';
import { joinSpoken } from './join.ts';
import { findLines } from './marks.ts';
import type { Source } from './places.ts';
import { countWords } from './places.ts';
import { rankQuotations } from './rank.ts';
import { findSpoken } from './search.ts';
import type { Spoken } from './speech.ts';

export interface QuotationOptions {
  readonly title?: string | undefined;
  /** Lines an editor pulled out of the body: they name key quotations and do not part a statement. */
  readonly pullQuotes?: readonly string[] | undefined;
}

/** A first line longer than this is the article's lead, not its headline. */
const longestHeadline = 20;

/**
 * Finds the quotations of a text in its order, each with the spans of its words and, where the text makes it
 * clear enough, its speaker. Law: a quotation's text is its spans' text joined by " … ", and no spans overlap.
 */
export function findQuotations(text: string, options: QuotationOptions = {}): readonly Quotation[] {
  const pullQuotes = options.pullQuotes ?? [];
  const headline = findHeadline(text, options.title);
  const title = options.title ?? (headline ? text.slice(headline.start, headline.end) : '');
  const { source, spoken } = findSpoken(text, title, pullQuotes);
  const groups = joinSpoken(spoken);
  const quotations = groups.map((parts) => toQuotation(source, parts));
  const sentences = groups.map(([first]) => (first ? sentenceOf(source, first) : ''));
  return rankQuotations(quotations, { text, title, pullQuotes, sentences, bodyStart: headline?.end ?? 0 });
}

/** The writer's sentence around marked words, as far as it is searched for their speaker. */
function sentenceOf({ text, tokens }: Source, { place: { from, to } }: Spoken): string {
  return text.slice(tokens[from]?.start, tokens[to - 1]?.end);
}

/** The first line, if it repeats the title or, where no title is given, is short and not in the past tense. */
function findHeadline(text: string, title: string | undefined): Span | undefined {
  const [first, second] = findLines(text);
  if (!first || !second) return undefined;
  const line = text.slice(first.start, first.end).trim();
  if (title !== undefined) return line === title.trim() ? first : undefined;
  const tells = /\b(?:said|told|added|asked)\b/.test(line);
  return !tells && countWords(line) <= longestHeadline ? first : undefined;
}

function toQuotation(source: Source, parts: readonly Spoken[]): Quotation {
  const spans = parts.map(({ place }) => place.marked.inner);
  const rated = parts.map((part) => ({
    ...part,
    confidence: confidenceOf(part.place, part.clue, part.resolved),
  }));
  const best = rated.reduce((a, b) => (b.confidence > a.confidence ? b : a));
  const cue = best.clue?.cue;
  const cueText = cue && source.text.slice(source.tokens[cue.from]?.start, source.tokens[cue.to - 1]?.end);
  const speaker =
    best.resolved && isSure(best.confidence, best.resolved) ? toSpeaker(source, best.resolved) : undefined;
  return {
    text: spans.map((span) => source.text.slice(span.start, span.end)).join(' … '),
    spans,
    kind: parts.some(({ place }) => place.kind === 'direct') ? 'direct' : 'fragment',
    ...(speaker ? { speaker } : {}),
    ...(cueText && /\p{L}/u.test(cueText) ? { cue: cueText } : {}),
    confidence: best.confidence,
  };
}

function toSpeaker(source: Source, resolved: Resolved): Speaker {
  const { name, mention, person } = resolved;
  const own = resolved.role && tellingRole(resolved.role, person !== undefined);
  const known = person && !own?.includes(' ') ? roleOf(source, person) : undefined;
  const role = known ?? own;
  return { name, ...(role ? { role } : {}), start: mention.start, end: mention.end };
}
