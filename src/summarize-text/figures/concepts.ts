import type { Tagged } from './nouns.ts';
import type { Stretch } from './phrases.ts';
import { timeWord } from './phrases.ts';
import type { FigureToken } from './tokens.ts';
import { isCapitalised, tokenAt } from './tokens.ts';

const saying =
  /^(?:said|says|say|saying|added|told|tells|show|shows|showed|suggest|suggests|thought|believe|believes|expected|expects|predicted|agreed|warned|announced|reported|found|finds|according|understood|estimated|revealed|called|argued|claimed|forecast|forecasts|noted|wrote|adding|quoted)$/;
/** Verbs before the verb that counts: "hoped to pay". */
const intending =
  /^(?:hoped|hopes|offered|wants|wanted|set|plans|planned|planning|going|began|begun|started|continues|continued|managed|agreed|tried)$/;
/** Verbs that say no more than that there is such a figure. */
const light =
  /^(?:saw|see|sees|seen|seeing|posted|posting|made|make|makes|making|had|has|have|having|took|take|takes|taking|get|gets|got|getting|give|gives|gave|giving|including|involving|included|includes|include|leading|led|hit|hits|reached|reach|reaching|put|puts|came|come|went|go|goes|going|been|compared|compares|totalling|aged|total)$/;
/** The change itself, which the modifier says. */
const changing =
  /^(?:rose|risen|rise|rises|rising|fell|fallen|fall|falls|falling|up|down|increased|increase|increases|increasing|dropped|drop|drops|climbed|climbs|climb|jumped|jumps|jump|gained|gains|gain|slipped|slips|declined|decline|declines|surged|surge|soared|slumped|slump|plunged|plunge|tumbled|grew|grown|grows|growing|decreased|decrease|shrank|edged|slid|advanced|higher|lower|more|less|larger|smaller|bigger|cheaper)$/;
/** Whether the word is the change itself: "rose", "fell". */
export const isChange = (word: string): boolean => changing.test(word);

const pronoun = /^(?:i|you|he|she|it|we|they|that|there|who|what|here)['’]/;

/** The words of stretches that tell what is measured; those of change and time only where there are no others. */
export function tellingWords(tagged: Tagged, stretches: readonly Stretch[]): readonly string[] {
  const words = stretches.flatMap((stretch) => wordsOf(tagged, stretch, isEmpty));
  return words.length > 0 ? words : stretches.flatMap((stretch) => wordsOf(tagged, stretch, isFunctionWord));
}

function wordsOf(
  { tokens, classes }: Tagged,
  { from, to }: Stretch,
  isLeftOut: (token: FigureToken, wordClass: string) => boolean,
): readonly string[] {
  const words: string[] = [];
  for (let at = from; at < to; at++) {
    const token = tokenAt(tokens, at);
    if (token.kind === 'mark' || isLeftOut(token, classes[at] ?? '')) continue;
    const isGlued = at > from && !token.gap && tokenAt(tokens, at - 1).kind === 'digits';
    if (isGlued) words.push((words.pop() ?? '') + token.text);
    else words.push(token.text);
  }
  return words;
}

function isFunctionWord(token: FigureToken, wordClass: string): boolean {
  if (token.kind === 'digits') return false;
  return /^(?:ADP|DET|CCONJ|SCONJ|AUX|PART|PUNCT|ADV|PRON)$/.test(wordClass) || pronoun.test(token.lower);
}

/** Says nothing of what is measured: a verb of saying, a word of time, a preposition. */
function isEmpty(token: FigureToken, wordClass: string): boolean {
  if (isFunctionWord(token, wordClass)) return true;
  const { lower } = token;
  if (saying.test(lower) || light.test(lower) || changing.test(lower)) return true;
  if (wordClass === 'VERB' && intending.test(lower)) return true;
  return timeWord.test(lower) && token.gap && !isCapitalised(token);
}
