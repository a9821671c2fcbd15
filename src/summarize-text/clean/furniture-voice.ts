import {
  askedThings,
  askingNouns,
  askingVerbs,
  emptyWords,
  ownWords,
  spokenWords,
} from './furniture-words.ts';
import { type Line, stemOf } from './lines.ts';
import { hasQuotation, type Surroundings, sharedPart } from './surroundings.ts';

/** What speaks for a line being furniture, or against it where its weight is below 0; weights add up. */
export interface Sign {
  readonly reason: string;
  readonly weight: number;
  /** Whether furniture can be known by it; the others only add to such a sign. */
  readonly isTelling: boolean;
}

const ownThings =
  /\b(?:our|us|we) (?:\w+ )?(?:journalis\w+|newsroom|report(?:ers|ing)|columnists?|writers|critics|reviewers|photographers|staff|events?|archives?|puzzles?|code|methods?|policy|policies|mission|charter|studio|channels?|series|guides?|(?:print|digital|weekend|morning) edition|correspondents|editors?|readers|site|website|app|apps|newsletters?|partners|poll|forum|page|pages|podcast|community|supporters|stories|coverage|sponsors|terms|shop|advertisers|subscribers|members|bulletins?|emails?|standards)\b/i;
const money =
  /[£$€]\s?\d|\b(?:donat\w+|contribut\w+|chip in|gifts?|support(?:ing|er)?s?|a (?:pound|dollar|euro|month|year)|coffee|price of|as little as|per (?:month|week))\b/i;
/** Trials, tickets and places: what is offered to a reader rather than reported. */
const offer =
  /\bcancel (?:any ?time|whenever|at any)|\b(?:free|risk-free) trial\b|\bbilled (?:monthly|yearly|annually)|\b(?:tickets?|places?|seats?|spaces?) (?:(?:are|is) )?(?:now )?(?:limited|on sale|going fast|from [£$€])|\bdoors (?:open )?(?:at )?\d|\b(?:gift|discount) (?:vouchers?|codes?)\b|\bshop (?:now|our|all)\b|^shop the\b/i;
const price =
  /[£$€] ?\d{1,3}(?:\.\d\d)? ?(?:(?:a|an|per|each|every|\/) ?(?:week|month|year|issue)\b|\/ ?(?:wk|mo|yr)\b)|\bfor (?:just |only )?[£$€]1\b/i;
const question = /\?\s+(?:then |please )?\p{Lu}/u;
const consent =
  /\bI (?:agree|consent|would like|want|wish) to (?:receive|be|get|have)\b|\bby (?:signing|subscribing|continuing|clicking|entering|registering|using)\b[^.]{0,60}\byou (?:agree|accept|confirm|consent)/i;
const here =
  /\b(?:click|tap|visit|read|listen|watch|find|see|sign|subscribe|join|book|more|back|details)\b[^.]{0,30}\bhere\b/i;
const telephone = /\b0\d{2,5}[ -]\d{3}[ -]?\d{2,6}\b|\b0\d{9,10}\b|\S@\S{1,60}\.\w/;
const said =
  /\b(?:said|says|told|added|adds|according to|asked|argued|warned|insisted|claimed|explained|announced|(?<!\bbe )called|wrote|described|recalled|admitted|denied|replied)\b/i;
const ownPerson = /\bI\b|\b(?:my|me|myself)\b/;
const others = /\b(?:he|she|his|her|him|hers|himself|herself)\b/i;
const name = /(?<=[\p{L},;] )\p{Lu}\p{Ll}{3,}/gu;

/** A paragraph longer than a site's own has some of these signs by chance. */
const longestBlock = 70;

/** A share of the site's words from which a line can be known as furniture. */
const tellingSite = 1.8;

/** The signs of a speaking line among its surroundings, the strongest first. */
export function signsOf(line: Line, around: Surroundings): readonly Sign[] {
  const signs = ownSignsOf(line).map(({ isVoice, ...sign }) =>
    isVoice ? { ...sign, weight: sign.weight * around.voice } : sign,
  );
  const density = Math.min(1, longestBlock / Math.max(1, line.words.length));
  return [
    ...signs,
    { reason: 'shares no words with the article', weight: strangeness(line, around), isTelling: false },
    { reason: 'names what the article names', weight: namesKnown(line, around) ? -0.7 : 0, isTelling: false },
  ]
    .filter(({ weight }) => weight !== 0)
    .map((sign) => (sign.weight > 0 ? { ...sign, weight: sign.weight * density } : sign))
    .sort((one, other) => other.weight - one.weight);
}

/** Whether a line has any sign by which furniture can be known. */
export function isSpeaking(line: Line): boolean {
  return ownSignsOf(line).some(({ isTelling }) => isTelling);
}

/** What papers say when nobody would speak to them. */
const unanswered = /\b(?:respond(?:ed|ing)?|declined|requests? for comment|for comment)\b/i;
/** A paragraph longer than this is an article's; without a word of the press, one longer than a note is. */
const longestForeign = 45;
const longestNote = 25;

/**
 * Whether a line has nothing in common with the article: no names, hardly a word, and without a word of the press
 * no figures and no names of its own either. Hardly a real article ends in such a line; notes behind it do.
 */
export function isForeign(line: Line, around: Surroundings): boolean {
  if (line.words.length > longestForeign || hasQuotation(line)) return false;
  const strange = strangeness(line, around);
  if (strange <= 0 || namesKnown(line, around) || said.test(line.text) || unanswered.test(line.text))
    return false;
  const ownCount = new Set(line.unquotedWords.filter((word) => ownWords.has(word))).size;
  return strange === 1 ? ownCount > 0 || isBareNote(line) : ownCount > 1;
}

function isBareNote({ text, words }: Line): boolean {
  return words.length <= longestNote && !/\d/.test(text) && countNames(text) < 2;
}

/** News names people and places; what a site says of itself has its own name at most. */
export function countNames(text: string): number {
  return text.match(/(?<=[\p{Ll}\d,;] )\p{Lu}\p{Ll}{2,}/gu)?.length ?? 0;
}

export function sum(signs: readonly Sign[]): number {
  return signs.reduce((added, { weight }) => added + weight, 0);
}

interface OwnSign extends Sign {
  /** Weighs less where the article itself speaks with "you" and "we". */
  readonly isVoice: boolean;
}

const ownSigns = new WeakMap<Line, readonly OwnSign[]>();

/** The signs that a line has wherever it stands. */
function ownSignsOf(line: Line): readonly OwnSign[] {
  const before = ownSigns.get(line);
  if (before !== undefined) return before;
  const count = countSpokenWords(line.unquotedWords);
  const signs = [...voiceSigns(count), ...askingSigns(line, count), ...bodySigns(line)];
  ownSigns.set(line, signs);
  return signs;
}

/** How often a line has the words with which sites speak. */
interface SpokenWords {
  readonly reader: number;
  readonly publisher: number;
  readonly please: boolean;
  /** The weight of the site's words, each counted once. */
  readonly site: number;
}

function countSpokenWords(words: readonly string[]): SpokenWords {
  let [reader, publisher, site, please] = [0, 0, 0, false];
  const counted = new Set<string>();
  for (const word of words) {
    const spoken = spokenWords.get(word) ?? spokenWords.get(word.slice(word.lastIndexOf('-') + 1));
    if (spoken === undefined) continue;
    if (spoken === 'reader') reader += 1;
    else if (spoken === 'publisher') publisher += 1;
    else if (spoken === 'please') please = true;
    else if (!counted.has(word)) {
      counted.add(word);
      site += spoken;
    }
  }
  return { reader, publisher, please, site: siteWeight(site, words.length) };
}

function voiceSigns({ reader, publisher }: SpokenWords): readonly OwnSign[] {
  const voice = { isTelling: true, isVoice: true };
  return [
    ...when(reader > 0, 'speaks to the reader', reader > 1 ? 1.6 : 1.2, voice),
    ...when(publisher > 0, 'speaks as the publisher', publisher > 1 ? 1.3 : 0.9, voice),
  ];
}

function when(
  has: boolean,
  reason: string,
  weight: number,
  kind: Pick<OwnSign, 'isTelling' | 'isVoice'>,
): readonly OwnSign[] {
  return has ? [{ reason, weight, ...kind }] : none;
}

const none: readonly OwnSign[] = [];

function askingSigns({ unquoted, unquotedWords: words }: Line, count: SpokenWords): readonly OwnSign[] {
  const asking = askingWeight(unquoted);
  const isSpeaking = asking > 0 || count.reader > 0 || count.publisher > 0;
  const isQuestion = words.length < shortLine && unquoted.endsWith('?');
  const telling = { isTelling: true, isVoice: false };
  const adding = { isTelling: false, isVoice: false };
  return [
    ...when(
      count.publisher > 0 && ownThings.test(unquoted),
      'speaks of the publisher’s own things',
      1.3,
      telling,
    ),
    ...when(asking > 0, 'asks the reader for something', asking, telling),
    ...when(asking > 0 && question.test(unquoted), 'asks and offers', 0.8, telling),
    ...when(isQuestion, 'asks a question', 0.4, adding),
    ...when(count.please, 'says please', 0.9, telling),
    ...when(consent.test(unquoted), 'asks for consent', 1.5, telling),
    ...when(here.test(unquoted), 'says where to click', 0.9, telling),
    ...when(telephone.test(unquoted), 'gives an address or a number to call', 0.8, telling),
    ...when(isSpeaking && money.test(unquoted), 'asks for money', 0.8, telling),
    ...when(offer.test(unquoted), 'makes an offer', 0.6, telling),
    ...when(price.test(unquoted), 'names a price by time', 0.4, adding),
    ...when(count.site > 0, 'has words of sites, not of news', count.site, {
      ...adding,
      isTelling: count.site >= tellingSite,
    }),
  ];
}

function bodySigns(line: Line): readonly OwnSign[] {
  const { unquoted } = line;
  const against = { isTelling: false, isVoice: false };
  return [
    ...when(!line.isClosed, 'is no sentence', 1, against),
    ...when(said.test(unquoted), 'reports what was said', -1, against),
    ...when(hasQuotation(line), 'quotes', -1.2, against),
    ...when(others.test(unquoted), 'speaks of a person', -0.8, against),
    ...when(ownPerson.test(unquoted), 'speaks as a person', -0.6, against),
  ];
}

const beginning = /(?:^|[.!?:]\s+)(?:please )?[\p{L}’']+(?: [\p{L}’']+)?/giu;

function askingWeight(unquoted: string): number {
  const weights = (unquoted.match(beginning) ?? []).map((found) =>
    weightOfRequest(found.replace(/^[^\p{L}]+/u, '')),
  );
  const [first = 0] = weights;
  return Math.max(first, 0.6 * Math.max(0, ...weights));
}

const ownOrThis = /^(?:our|us|this|your)$/i;
/** "Meet Ada Crowe", "Remember Thornwick": a story may begin so. */
const namedAfter = /^\p{Lu}(?!he\b|ur\b)\p{Ll}/u;

function weightOfRequest(found: string): number {
  const [verb = '', next = ''] = found.toLowerCase().split(' ');
  const isNoun = askingNouns.has(verb) && askedThings.has(next) && (verb !== 'like' || ownOrThis.test(next));
  if (!askingVerbs.has(verb) && !isNoun && !isRequest(verb, next)) return 0;
  return namedAfter.test(found.split(' ')[1] ?? '') ? 0.5 : 1.2;
}

/** Before "your", "our" and "this" a sentence begins with a preposition, a participle, or a verb that asks. */
function isRequest(verb: string, next: string): boolean {
  return (
    ownOrThis.test(next) &&
    !emptyWords.has(verb) &&
    !/^(?:.{0,2}|.*(?:ed|ing|ly|s|like|unlike|amid|per|via|past|beyond|inside|outside|toward|upon|except|given|beside|despite|throughout|among|is|was|does|did|do|has|had|if|as|so|yet|nor|whether|whose|till|plus|minus|versus|half|behind))$/.test(
      verb,
    )
  );
}

const mostSite = 2.6;
/** A short line with such words has little else. */
const mostSiteShort = 3.2;
const shortLine = 9;
const longLine = 30;

function siteWeight(found: number, words: number): number {
  const most = words < shortLine ? mostSiteShort : mostSite;
  return Math.min(most, words > longLine ? (found * longLine) / words : found);
}

/** From 1 for a line none of whose topics the article has, to -1.5 for one that has them all. */
function strangeness(line: Line, around: Surroundings): number {
  const shared = sharedPart(line, around);
  if (shared === undefined) return 0;
  if (shared < 0.25) return shared < 0.12 ? 1 : 0.5;
  if (shared > 0.7) return -1.5;
  return shared > 0.5 ? -1 : 0;
}

/** Whether a line has a name within a sentence that the article has too. */
export function namesKnown(line: Line, { topics, isCounted }: Surroundings): boolean {
  const own = isCounted(line) ? 1 : 0;
  const names = line.unquoted.match(name) ?? [];
  return names.some((found) => (topics.get(stemOf(found.toLowerCase())) ?? 0) > own);
}
