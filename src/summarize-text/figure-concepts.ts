import type { Tagged } from './figure-nouns.ts';
import type { Stretch } from './figure-phrases.ts';
import { timeWord } from './figure-phrases.ts';
import type { FigureToken } from './figure-tokens.ts';
import { isCapitalised, tokenAt } from './figure-tokens.ts';

const saying =
  /^(?:said|says|say|saying|added|told|tells|show|shows|showed|suggest|suggests|thought|believe|believes|expected|expects|predicted|agreed|warned|announced|reported|found|finds|according|understood|estimated|revealed|called|argued|claimed|forecast|forecasts|noted|wrote|adding|quoted|hoped|hopes|offered|wants|wanted|set|due|able|likely|plans|planned|planning|going|began|begun|started|continues|continued|managed|agreed|tried)$/;
/** Verbs that say no more than that there is such a figure. */
const light =
  /^(?:saw|see|sees|seen|seeing|posted|posting|made|make|makes|making|had|has|have|having|took|take|takes|taking|get|gets|got|getting|give|gives|gave|giving|including|involving|included|includes|include|leading|led|hit|hits|reached|reach|reaching|put|puts|came|come|went|go|goes|going|been|compared|compares|totalling|aged|total)$/;
/** The change itself, which the modifier says. */
const changing =
  /^(?:rose|risen|rise|rises|rising|fell|fallen|fall|falls|falling|up|down|increased|increase|increases|increasing|dropped|drop|drops|climbed|climbs|climb|jumped|jumps|jump|gained|gains|gain|slipped|slips|declined|decline|declines|surged|surge|soared|slumped|slump|plunged|plunge|tumbled|grew|grown|grows|growing|decreased|decrease|shrank|edged|slid|advanced)$/;
const pronoun = /^(?:i|you|he|she|it|we|they|that|there|who|what|here)['’]/;

/** The words of a stretch that tell what is measured. */
export function tellingWords({ tokens, classes }: Tagged, { from, to }: Stretch): readonly string[] {
  const words: string[] = [];
  for (let at = from; at < to; at++) {
    const token = tokenAt(tokens, at);
    if (token.kind === 'mark' || isEmpty(token, classes[at])) continue;
    const isGlued = at > from && !token.gap && tokenAt(tokens, at - 1).kind === 'digits';
    if (isGlued) words.push((words.pop() ?? '') + token.text);
    else words.push(token.text);
  }
  return words;
}

/** Says nothing of what is measured: a verb of saying, a word of time, a preposition. */
function isEmpty(token: FigureToken, wordClass: string | undefined): boolean {
  if (token.kind === 'digits') return false;
  if (/^(?:ADP|DET|CCONJ|SCONJ|AUX|PART|PUNCT|ADV|PRON)$/.test(wordClass ?? '')) return true;
  const { lower } = token;
  if (pronoun.test(lower) || saying.test(lower) || light.test(lower) || changing.test(lower)) return true;
  return timeWord.test(lower) && token.gap && !isCapitalised(token);
}
