import type { Token } from '../quotations/tokens.ts';
import { isCapital } from '../quotations/tokens.ts';
import type { Cue, CueKind } from './cues.ts';
import { cueOf } from './cues.ts';

const auxiliary =
  /^(?:has|had|have|having|would|will|could|can|did|does|do|is|was|are|were|been|be|being|may|might|must|should|wo|n[’']t)$/;
const adverb =
  /^(?:also|later|then|now|even|just|still|once|never|always|again|not|first|instead|often|soon|ever|long|further|twice|already|repeatedly|privately|last|all|both|itself|himself|herself|themselves|too|\p{Ll}+ly)$/u;
const notAdverb =
  /^(?:family|assembly|ally|only|early|daily|bully|italy|july|rally|supply|reply|fly|apply|rely|imply|monopoly|anomaly)$/;
const modal = /^(?:would|will|could|can|may|might|must|should|to|wo|ca|[’']d|[’']ll)$/;
const helping = /^(?:do|does|did|not|.*n[’']t)$/;
const determiner = /^(?:the|a|an|his|her|its|their|this|that|these|those|my|our|your|no|any|such)$/;
const nounBefore =
  /^(?:the|a|an|his|her|its|their|this|that|these|those|of|in|on|to|for|by|from|with|new|recent|such|no|any|my|our|your|and|or|[’']s|[’']|.+(?:al|ic|ive|ous|ary|ful))$/;
const nounAfter = /^(?:as|of|about|were|are|was|is|from|by|have|had|has|and|[,.])$/;
const plural = /^(?:they|we|i|you|who|which|people|police|men|women|children|critics|.*[^s’'iu]s)$/;

/** Words that may stand between a subject and its verb: adverbs and auxiliaries. */
export function isBetweenSubjectAndVerb(token: Token | undefined): boolean {
  return token?.kind === 'word' && (auxiliary.test(token.text) || isAdverb(token));
}

/** An adverb in small letters. */
export function isAdverb(token: Token | undefined): boolean {
  return token?.kind === 'word' && adverb.test(token.text) && !notAdverb.test(token.text);
}

/** The kind of cue the token is where it stands: "claims" after "the" is no verb. */
export function cueAt(tokens: readonly Token[], index: number): CueKind | undefined {
  const token = tokens[index];
  const cue = token?.kind === 'word' ? cueOf(token.lower) : undefined;
  return token && cue && isVerb(tokens, index, token, cue) ? cue.kind : undefined;
}

function isVerb(tokens: readonly Token[], index: number, token: Token, cue: Cue): boolean {
  const before = tokens[index - 1];
  const opens = !before || before.sentence !== token.sentence;
  if (isCapital(token)) return opens && (cue.form === 'ing' || token.lower === 'said');
  if (opens) return cue.form !== 'base';
  if (cue.form === 'base') return isBaseVerb(tokens, index);
  if (cue.form === 's' && cue.nounToo && isPlural(tokens, index)) return false;
  return before.lower === 'that' || !determiner.test(before.lower);
}

/** "claims" is a plural noun after "the" or "recent" and before "of" or "were". */
function isPlural(tokens: readonly Token[], index: number): boolean {
  return nounBefore.test(tokens[index - 1]?.lower ?? '') || nounAfter.test(tokens[index + 1]?.text ?? '');
}

/** "say" is a verb after "to", a modal or a plural subject, else as often a noun. */
function isBaseVerb(tokens: readonly Token[], index: number): boolean {
  let at = index - 1;
  while (isAdverb(tokens[at]) && !helping.test(tokens[at]?.lower ?? '')) at--;
  const before = tokens[at];
  if (before?.kind !== 'word') return false;
  if (modal.test(before.lower) || helping.test(before.lower) || plural.test(before.lower)) return true;
  if (/^(?:them|him|her|us|everyone)$/.test(before.lower)) return tokens[index]?.lower === 'know';
  return isCapital(before) && isJoinedName(tokens, at);
}

/** "Voss and Ann Poe": what ends at `last` is more than one. */
function isJoinedName(tokens: readonly Token[], last: number): boolean {
  let at = last;
  while (last - at < 3 && isCapital(tokens[at])) at--;
  return tokens[at]?.lower === 'and';
}

/** Whether a modal stands before the verb ("would say", "to call"): it reports no words yet said. */
export function isModal(tokens: readonly Token[], verb: number): boolean {
  let at = verb - 1;
  while (isAdverb(tokens[at])) at--;
  return modal.test(tokens[at]?.lower ?? '');
}

/** Verbs in -ing report for the subject of another verb, unless "is" or "was" stands before them. */
export function isParticiple(tokens: readonly Token[], at: number): boolean {
  if (!/ing$/.test(tokens[at]?.lower ?? '')) return false;
  let before = at - 1;
  while (isAdverb(tokens[before])) before--;
  return !/^(?:is|was|are|were|be|been|am|[’']s|[’']re|[’']m)$/.test(tokens[before]?.lower ?? '');
}

/** "was called", "being described": the speaker is no subject here. */
export function isPassive(tokens: readonly Token[], verb: number): boolean {
  if (!/(?:ed|en|t|old|aid|ut|own|ung)$/.test(tokens[verb]?.lower ?? '')) return false;
  if (tokens[verb + 1]?.lower === 'by') return true;
  let at = verb - 1;
  while (isAdverb(tokens[at])) at--;
  return /^(?:is|was|are|were|be|been|being|get|gets|got)$/.test(tokens[at]?.lower ?? '');
}

const irregularPast =
  /^(?:went|took|made|came|got|ran|won|put|held|kept|met|led|lost|paid|sent|began|gave|left|spoke|saw|became|sat|stood|grew|fell|drew|brought|built|bought|broke|threw|wore|chose|drove|rose|flew|sold|caught|fought|taught|sought|slept|wept|spent|meant|dealt|shook|woke|rode|hung|swung|struck|stuck|sank|swam|rang|drank|ate|bit|hid|slid|shot|fled|swept|crept|knelt|froze|stole|tore|bore|forgot|withdrew|sang)$/;
const notPast =
  /^(?:need|speed|seed|feed|breed|indeed|greed|creed|exceed|proceed|succeed|weed|deed|bleed|hundred|sacred|red|bed|shed|wed|united|naked|wicked|alleged|beloved|aged|so-called)$/;

/** Whether the word is in the past tense, as verbs of any meaning are. */
export function isPastVerb(lower: string): boolean {
  return irregularPast.test(lower) || (/ed$/.test(lower) && !notPast.test(lower));
}
