import type { Clue } from '../speakers/clues.ts';
import type { Resolved } from '../speakers/resolve.ts';
import type { MarkedSpan } from './marks.ts';
import type { Place, Source } from './places.ts';
import { isCapital } from './tokens.ts';

/** What is known of one marked span that is speech. */
export interface Spoken {
  readonly place: Place;
  readonly clue: Clue | undefined;
  readonly resolved: Resolved | undefined;
}

/** Words that hold the marked ones up as words, a title or a name. */
const heldUp = /^(?:so-called|titled|entitled|nicknamed|hashtag|slogan|word|term|phrase|title|headline)$/;
/** Lines that lead to other articles: "Read more: …" */
const lineOfPage = /^(?:read|watch|listen|see also|click|related|photos?|videos?|gallery)(?![\p{L}\p{N}])/iu;
const work =
  /^(?:song|book|film|movie|show|program|programme|series|episode|album|anthem|magazine|play|novel|hit|documentary|podcast|column|poem|opera|ballad|single|track|tour|exhibition)$/;
/** A quotation of no known speaker with fewer words is more often no quotation. */
const fewestAlone = 8;

/** Whether marked words are someone's speech rather than a title, a coinage or a word held at arm's length. */
export function isSpeech(source: Source, place: Place, clue: Clue | undefined): boolean {
  const inner = source.text.slice(place.marked.start, place.marked.end);
  if (/^\(.*\)$/.test(inner)) return false;
  if (!clue) return isAloneAsSpeech(source, place);
  if (/colon|label/.test(clue.pattern) && lineOfPage.test(clue.mention.text)) return false;
  const titled = isTitleCase(inner) && !/[.!?]$/.test(inner);
  if (/^(?:after|according)/.test(clue.pattern)) return place.leads || !titled || place.words > 6;
  if (/^(?:continued|label|before-colon)$/.test(clue.pattern)) return true;
  if (isHeldUp(source, place) || (titled && isTitleByPlace(source, place, clue))) return false;
  return place.words > 2 || !/^(?:sentence|subject|paragraph|end-of)/.test(clue.pattern);
}

/** A sentence of its own, or one that a colon leads in. */
function isAloneAsSpeech(source: Source, place: Place): boolean {
  if (!place.capital || place.words < fewestAlone) return false;
  return place.leads || source.tokens[place.token - 1]?.text === ':';
}

function isHeldUp(source: Source, place: Place): boolean {
  const wordAt = (back: number) => source.tokens[place.token - back]?.lower ?? '';
  if (wordAt(1) === 'as' ? wordAt(2) === 'known' : wordAt(2) === 'as' && wordAt(3) === 'known') return true;
  if (wordAt(1) === ',' && heldUp.test(wordAt(2))) return true;
  return heldUp.test(wordAt(1)) || (place.capital && work.test(wordAt(1)));
}

/** Capitals tell of a title, but not in a headline and not in a sentence among a speaker's own. */
function isTitleByPlace(source: Source, place: Place, clue: Clue): boolean {
  if (place.words > 10 || (clue.pattern === 'same-paragraph' && place.ending === 'stop')) return false;
  return !isHeadlineCase(source, place);
}

/** “Cia” in Marcia “Cia” Price is no quotation and parts no name. */
export function isNickname(text: string, span: MarkedSpan): boolean {
  const inner = text.slice(span.start, span.end);
  if (!/^\p{Lu}[\p{L}.]*$/u.test(inner)) return false;
  const before = text.slice(Math.max(0, span.outerStart - 24), span.outerStart);
  return (
    /\p{Lu}[\p{L}.’'-]* $/u.test(before) &&
    /^ \p{Lu}\p{Ll}/u.test(text.slice(span.outerEnd, span.outerEnd + 3))
  );
}

const leadsTitle =
  /(?:(?<!\p{L})(?:on|of|in|of the|host|anchor|film|movie|book|song|series|program|programme|show|album|novel|magazine|podcast|documentary|musical|memoir|sitcom|drama|column|newsletter)|[’']s) $/iu;

/** “Night Boat” in "host of “Night Boat,” said": a title parts no subject from its verb. */
export function isWorkTitle(text: string, span: MarkedSpan): boolean {
  const inner = text.slice(span.start, span.end);
  const words = inner.split(/\s+/);
  if (words.length < 2 || words.length > 6 || /[.!?…]/.test(inner) || !isTitleCase(inner)) return false;
  return leadsTitle.test(text.slice(Math.max(0, span.outerStart - 16), span.outerStart));
}

/** A headline gives all its words capitals, so they tell nothing of the marked ones. */
function isHeadlineCase(source: Source, place: Place): boolean {
  const sentence = source.tokens.slice(place.from, place.to);
  const words = sentence.filter((token) => token.kind === 'word' && token.text.length > 3);
  return words.length >= 3 && words.every(isCapital);
}

/** Every word of weight has a capital, and more than one: "The Empty Net", or a single "Politicking". */
function isTitleCase(text: string): boolean {
  const words = text.split(/\s+/);
  const heavy = words.filter((word, index) => index === 0 || !small.test(word));
  if (words.length > 1 && heavy.length < 2 && !/^(?:The|A|An|Of|In)$/.test(words[0] ?? '')) return false;
  return heavy.every((word) => /^[\p{Lu}\p{N}&’'(:]/u.test(word));
}

const small = /^(?:of|the|and|in|for|to|a|an|on|at|with|is|it|de|la|or|my)$/i;
