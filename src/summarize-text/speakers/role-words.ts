import type { Token } from '../quotations/tokens.ts';

/** Words a phrase that names someone can begin with. */
export const determiner =
  /^(?:the|a|an|one|another|his|her|its|their|our|my|some|many|several|two|three|four|five|most|other|this|these|those|both|no)$/;
/** Words that lead a phrase which is no subject. */
export const preposition =
  /^(?:of|for|at|from|in|with|on|to|by|about|under|over|into|behind|against|near|inside|outside|within|between|among|as|through|during|via|amid|without|across|around|beyond|towards?|since|until|despite|unlike|like|per|including)$/;
/** Ends of nouns for people, bodies and writings that can speak. */
export const human =
  /(?:ers?|ors?|ists?|ants?|ents?|ians?|men|man|woman|women|officials?|sources?|critics?|aides?|people|police|authorit(?:y|ies)|chiefs?|executives?|colleagues?|others?|another|one|spokesperson|campaign|company|judges?|experts?|neighbou?rs?|friends?|mother|father|wife|husband|council|report|statement|groups?|party|agency|study|letter|memo|note|charity|firm|union|court|jury|club|school|hospital|newspaper|paper|website|ad|lawsuit|complaint|indictment|bill|poll|survey|families|relatives|ministry|office|bank|board|committee|team|staff|crowd|secretary|candidate|boss(?:es)?|children|kids?|spokes\w+|house|times|post|coach|clerk|guard|pilot|priest|nurse|vet|guy|sons?|daughters?|sisters?|uncle|aunt|girls?|boys?|widow|host|pupils?|fans?|head|chef|star|mps?|couple|crew|locals|victims?|nominee|witness(?:es)?|(?:representat|detect|operat|nat)ives?|(?:anal|catal)ysts?|(?:employ|refug|trust|attend|retir|detain|evacu)ees?|(?<!\p{L})(?:entrepreneurs?|scholars?|ceo|cops?|medics?|nuns?|monks?|architects?|athletes?|diplomats?|magistrates?|delegates?|advocates?|graduates?|captains?|veterans?|deans?|surgeons?|soprano|baritone|actress|hostess|heiress|waitress|correspondent|mum|mom|dad|nephew|niece|cousins?|twins?|fianc[eé]e?|bride|groom|teens?|apprentice|interns?|deputy|hero|model|peer|attorneys?|deputies|cler(?:ics?|gy)|academics?|mechanics?|s[ck]eptics?|comics?|bishops?|archbishops?|pope|king|queen|prince|princess|duke|duchess|rebels?|soldiers?|troops|marshal|general|colonel|corporal|admiral|companies|agencies|charities|unions|firms|clubs|schools|hospitals|universit(?:y|ies)|college|institute|foundation|trust|federation|association|society|department|cabinet|embassy|commission|network|channel|magazine|outlet|site|brand|airlines?|label|studio|band|squad|army|navy|military|administration|organi[sz]ation|coalition|alliance|regime|church|siblings?|family|residents|tenants|principals?|envoys?|all(?:y|ies)|citizens?|reps?|media|museum|academy|inspectorate|watchdog|ombudsman|hospice|clinic|bodyguards?|conservatives?|democrats?|republicans?|liberals?|commuters|youths?))$/iu;

/** The words of a role before what belongs to them: "a clerk" of "a clerk at the court". */
export function headOfRole(role: string): string {
  return role.split(/ (?:of|for|at|from|in|with|on|to|who|near|outside|inside|through) /)[0] ?? role;
}

/** Nouns that end as those of people do, but are things. */
const thing =
  /(?<!\p{L})(?:either|neither|whether|water|matter|winter|summer|weather|power|order|chapter|computer|theat(?:er|re)|river|border|corner|dinner|cover|shoulder|disaster|quarter|floor|door|colou?r|error|factor|motor|sector|horror|terror|harbou?r|labou?r|favou?r|tumou?r|mirror|event|accident|incident|percent|moment|content|extent|talent|tent|rent|current|restaurant|plant|grant|list|twist|(?:apart|treat|tourna|environ|ele|seg|experi|invest|agree|instru|pay|equip|achieve|improve|develop|require|settle|amend|commit|engage|ship|employ|assess|argu)ment)s?$/iu;

/** Whether the head of a role is someone who can speak. */
export function isHuman(role: string): boolean {
  const head = headOfRole(role);
  if (thing.test(head)) return false;
  return human.test(head) || /\p{Lu}\S*$/u.test(head) || /^(?:another|others|some|many|one)$/i.test(head);
}

const bodyOrWriting =
  /(?<!\p{L})(?:police|authorit(?:y|ies)|campaign|company|council|report|statement|group|party|agency|study|letter|memo|note|charity|firm|union|court|jury|club|school|hospital|newspaper|paper|website|site|ad|lawsuit|complaint|indictment|bill|poll|survey|ministry|office|bank|board|committee|team|staff|crowd|house|times|post|crew|couple|family|college|university|institute|foundation|trust|federation|association|society|department|cabinet|embassy|commission|network|channel|magazine|outlet|airline|studio|band|squad|army|navy|military|administration|organi[sz]ation|coalition|alliance|regime|church|government|parliament|manufacturer|retailer|broadcaster|publisher)$/iu;

/** Whether the role is that of a body of people, or of something written: "the council", "the report". */
export function isBodyOrWriting(role: string): boolean {
  return bodyOrWriting.test(headOfRole(role));
}

/** Whether the role can be one woman or man, somebody that "he" or "she" stands for. */
export function isOnePerson(role: string): boolean {
  const head = headOfRole(role);
  const isPlural = /\p{Ll}s$/u.test(head) && !/ss$/.test(head);
  return (
    human.test(head) &&
    !thing.test(head) &&
    !isPlural &&
    !bodyOrWriting.test(head) &&
    !/\p{Lu}\S*$/u.test(head)
  );
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
  if (length <= 9 && tokens.slice(start, end).some((token) => /^[’']s?$/.test(token.text))) return true;
  return length <= 12 && human.test(tokens[headEnd(tokens, start, end) - 1]?.text ?? '');
}
