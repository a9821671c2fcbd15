import type { Place, Source } from '../quotations/places.ts';
import type { Token } from '../quotations/tokens.ts';
import { clauseStart, sentenceSubject } from './clauses.ts';
import type { Clues } from './clues.ts';
import type { Mention } from './phrases.ts';
import { ownerBefore, phraseBefore, phraseFrom } from './phrases.ts';
import { isHuman, preposition } from './role-words.ts';
import { subjectBefore } from './subjects.ts';
import { cueAt, isAdverb, isParticiple, isPassive } from './verbs.ts';

const writing =
  /^(?:statement|letter|tweet|email|e-mail|memo|post|message|note|sign|report|release|ad|banner|poster|headline|text|article|editorial|study|op-ed|column)s?$/;
const joining = /^(?:and|by|in|while|for|of|when|but|or|with|after|before)$/;

/** "…, adding that": the subject is that of the verb before, or of the sentence. */
export function participleSubject(
  source: Source,
  place: Place,
  verb: number,
  earlier: Clues,
): Mention | undefined {
  if (verb - place.from <= 1)
    return followingSubject(source, place) ?? sharedSubject(source, place, verb, earlier);
  const before = source.tokens[verb - 1];
  const direct = isNoun(before) ? wholePhrase(source, ownerBefore(source, verb), verb) : undefined;
  if (direct && direct.kind !== 'role') return direct;
  if (direct && writing.test(source.tokens[direct.to - 1]?.lower ?? ''))
    return sentenceSubject(source, verb) ?? direct;
  return sharedSubject(source, place, verb, earlier);
}

/** "members of the club on Orme Street chanting": a place at the end of a phrase does not chant. */
function wholePhrase(source: Source, last: Mention | undefined, verb: number): Mention | undefined {
  if (!last || !preposition.test(source.tokens[last.begin - 1]?.lower ?? '')) return last;
  const whole = phraseBefore(source, verb);
  return whole?.kind === 'role' && isHuman(whole.text) ? whole : last;
}

function isNoun(token: Token | undefined): boolean {
  return token?.kind === 'word' && !isAdverb(token) && !joining.test(token.lower);
}

/** "Calling it “…”, Voss said": the subject comes after the quotation. */
function followingSubject(source: Source, place: Place): Mention | undefined {
  const { tokens } = source;
  let at = place.token + 1;
  const inside = /,[”"’']*$/.test(source.text.slice(place.marked.end, place.marked.outerEnd));
  if (!inside) while (at < place.to && tokens[at]?.text !== ',') at++;
  if (tokens[at]?.text === ',') at++;
  return at < place.to ? phraseFrom(source, at) : undefined;
}

/** Of a verb without its own subject: the clue of a quotation before it in the clause, or the clause's subject. */
export function sharedSubject(
  source: Source,
  place: Place,
  verb: number,
  earlier: Clues,
): Mention | undefined {
  const { tokens } = source;
  const from = clauseStart(source, place.from, verb);
  for (let at = verb - 1; at >= from; at--) {
    const token = tokens[at];
    const known = token?.kind === 'quote' ? earlier[token.quote] : undefined;
    if (known && /^after|^split|^according/.test(known.pattern)) return known.mention;
  }
  const coordinated = /^(?:and|but|or)$/.test(tokens[verb - 1]?.lower ?? '');
  const nearest = coordinated ? subjectOfVerbBefore(source, from, verb) : undefined;
  return nearest ?? sentenceSubject(source, verb, from) ?? subjectOfVerbBefore(source, from, verb);
}

function subjectOfVerbBefore(source: Source, from: number, verb: number): Mention | undefined {
  const { tokens } = source;
  for (let at = verb - 1; at >= from; at--) {
    if (!cueAt(tokens, at) || isParticiple(tokens, at) || isPassive(tokens, at)) continue;
    const found = subjectBefore(source, at);
    if (found) return found;
  }
  return undefined;
}
