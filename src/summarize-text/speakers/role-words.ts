import type { Token } from '../quotations/tokens.ts';

/** Words a phrase that names someone can begin with. */
export const determiner =
  /^(?:the|a|an|one|another|his|her|its|their|our|my|some|many|several|two|three|four|five|most|other|this|these|those|both|no)$/;
/** Words that lead a phrase which is no subject. */
export const preposition =
  /^(?:of|for|at|from|in|with|on|to|by|about|under|over|into|behind|against|near|inside|outside|within|between|among|as|through|during|via|amid|without|across|around|beyond|towards?|since|until|despite|unlike|like|per|including)$/;
/** Ends of nouns for people, bodies and writings that can speak. */
export const human =
  /(?:ers?|ors?|ists?|ants?|ents?|ians?|men|man|woman|women|officials?|sources?|critics?|aides?|people|police|authorit(?:y|ies)|chiefs?|executives?|colleagues?|others?|another|one|spokesperson|campaign|company|judges?|experts?|neighbou?rs?|friends?|mother|father|wife|husband|council|report|statement|groups?|party|agency|study|letter|memo|note|charity|firm|union|court|jury|club|school|hospital|newspaper|paper|website|ad|lawsuit|complaint|indictment|bill|poll|survey|families|relatives|ministry|office|bank|board|committee|team|staff|crowd|secretary|candidate|boss(?:es)?|children|kids?|spokes\w+|house|times|post|coach|clerk|guard|pilot|priest|nurse|vet|guy|sons?|daughters?|sisters?|uncle|aunt|girls?|boys?|widow|host|pupils?|fans?|head|chef|star|mps?|couple|crew|locals|victims?|nominee|witness(?:es)?)$/i;

/** Whether the head of a role is someone who can speak. */
export function isHuman(role: string): boolean {
  const head = role.split(/ (?:of|for|at|from|in|with|on|to|who|near|outside|inside|through) /)[0] ?? role;
  return human.test(head) || /\p{Lu}\S*$/u.test(head) || /^(?:another|others|some|many|one)$/i.test(head);
}

/** Where the head of the phrase from `start` ends: before its first preposition. */
export function headEnd(tokens: readonly Token[], start: number, to: number): number {
  let head = start + 1;
  while (head < to && !preposition.test(tokens[head]?.lower ?? '')) head++;
  return head;
}

/** Whether the words can be a speaker without a name: "a spokesman for the firm", "police", "the authors". */
export function isPlainRole(tokens: readonly Token[], start: number, end: number): boolean {
  const first = tokens[start];
  if (!first || end <= start) return false;
  const length = end - start;
  if (determiner.test(first.lower))
    return length >= 2 || /^(?:one|another|some|many|others)$/.test(first.lower);
  if (tokens.slice(start, end).some((token) => /^[’']s?$/.test(token.text))) return length <= 9;
  return length <= 12 && human.test(tokens[headEnd(tokens, start, end) - 1]?.text ?? '');
}
