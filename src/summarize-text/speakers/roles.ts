import type { Source } from '../quotations/places.ts';
import type { Token } from '../quotations/tokens.ts';
import { isCapital } from '../quotations/tokens.ts';
import { withApposition } from './appositions.ts';
import { titleWord } from './names.ts';
import type { Person, Sighting } from './people.ts';
import type { Mention } from './phrases.ts';
import { phraseBefore } from './phrases.ts';
import { findAntecedent, lastBefore } from './pronouns.ts';
import { isHuman } from './role-words.ts';
import { tellingRole } from './telling-role.ts';

/** Sightings that are looked at: a person is described where they first appear. */
const firstSightings = 4;
/** How far ahead of the next person somebody must be to be "the singer". */
const clearLead = 3;
const reach = 40;
const longestName = 8;

const craft =
  /^(?:singer|songwriter|guitarist|drummer|rapper|musician|actor|actress|comedian|star|author|novelist|filmmaker|director|striker|midfielder|defender|winger|forward|goalkeeper|quarterback|pitcher|golfer|skipper|captain|coach|manager|boss|tycoon|billionaire|businessman|businesswoman|entrepreneur|champion|\d+-year-old)$/;
const office =
  /^(?:president|premier|senator|congressman|congresswoman|representative|governor|mayor|minister|secretary|chancellor|judge|sheriff|commissioner|ambassador|king|queen|pope|bishop|archbishop|professor|general|nominee|candidate|speaker|chairman|chairwoman|leader)$/;
const shortened: Readonly<Record<string, string>> = {
  sen: 'senator',
  gov: 'governor',
  rep: 'representative',
  gen: 'general',
  prof: 'professor',
};

/** What the article says a person is: a title before the name or words after a comma; undefined if neither. */
export function roleOf(source: Source, person: Person): string | undefined {
  for (const sighting of person.sightings.slice(0, firstSightings)) {
    const role = roleAt(source, sighting) ?? officeAfter(source, sighting);
    if (role) return role;
  }
  return undefined;
}

function roleAt(source: Source, sighting: Sighting): string | undefined {
  const found = withApposition(source, phraseBefore(source, sighting.to));
  if (found?.kind !== 'name' || found.to !== sighting.to) return undefined;
  const role = found.role && tellingRole(found.role, true);
  return role ?? tellingRole(roleBefore(source, found.begin - 1) ?? '', true);
}

/** "Helena Brand will meet the press. The Finance Minister will also …": the subject is still the same. */
function officeAfter(source: Source, { from, to }: Sighting): string | undefined {
  const { tokens, sentences } = source;
  const here = sentences[tokens[from]?.sentence ?? -1];
  const next = sentences[(tokens[from]?.sentence ?? 0) + 1];
  if (!here || !next || from - here.from > 2 || tokens[to]?.kind !== 'word') return undefined;
  if (tokens[next.from]?.text !== 'The') return undefined;
  const start = next.from + 1;
  let end = start;
  while (end < next.to && isCapital(tokens[end])) end++;
  const goesOn = tokens.slice(end, Math.min(end + 2, next.to)).some((token) => token.lower === 'also');
  if (!goesOn || end - start < 2 || !titleWord.test(tokens[end - 1]?.text ?? '')) return undefined;
  return source.text.slice(tokens[start]?.start, tokens[end - 1]?.end);
}

/** "The Governor, Helena Brand": the role that ends at a comma. */
function roleBefore(source: Source, comma: number): string | undefined {
  const { tokens } = source;
  if (tokens[comma]?.text !== ',' || tokens[comma]?.sentence !== tokens[comma + 1]?.sentence)
    return undefined;
  const found = phraseBefore(source, comma);
  const leads = /^(?:the|its|his|her|their)$/.test(tokens[found?.from ?? -1]?.lower ?? '');
  return found?.kind === 'role' && found.to === comma && leads && isHuman(found.text)
    ? found.text
    : undefined;
}

/** The person a role stands for: "the singer" the one spoken of, "the senator" the one who has that title. */
export function personOfRole(source: Source, mention: Mention): Person | undefined {
  const words = source.tokens.slice(mention.from, mention.to);
  if (words[0]?.lower !== 'the' || words.length > 6) return undefined;
  if (words.slice(1, -1).some((token) => isCapital(token) || isPreposition(token))) return undefined;
  const head = words[words.length - 1]?.lower ?? '';
  if (craft.test(head)) {
    const found = findAntecedent(source, mention.from, undefined, undefined);
    return found && found.lead >= clearLead ? found.person : undefined;
  }
  return office.test(head) ? holderOf(source, head, mention) : undefined;
}

function isPreposition(token: Token): boolean {
  return /^(?:of|for|at|from|in|with|on|to)$/.test(token.lower);
}

/** Who has the office's title, or a "presidency", in this sentence or the one before; further off it may be another's. */
function holderOf(source: Source, head: string, mention: Mention): Person | undefined {
  const { sightings } = source.people;
  const sentence = source.tokens[mention.from]?.sentence ?? 0;
  const last = lastBefore(sightings, mention.from);
  for (let index = last; index >= 0 && last - index < reach; index--) {
    const sighting = sightings[index];
    if (!sighting || (source.tokens[sighting.from]?.sentence ?? 0) < sentence - 1) return undefined;
    if (holdsOffice(source, sighting, head)) return sighting.person;
  }
  return undefined;
}

function holdsOffice(source: Source, sighting: Sighting, head: string): boolean {
  const { tokens } = source;
  const stem = head.slice(0, 6);
  for (let at = sighting.from - 1; at >= sighting.from - 3 && isCapital(tokens[at]); at--) {
    const title = (tokens[at]?.lower ?? '').replace('.', '');
    if ((shortened[title] ?? title).startsWith(stem)) return true;
  }
  const next = tokens[sighting.to];
  return next?.kind === 'word' && next.lower.length > head.length && next.lower.startsWith(stem);
}

/** The full name of a body the text shortens: "the inspectorate" is "the Rail Inspectorate" named before. */
export function fullNameOfBody(source: Source, mention: Mention): string | undefined {
  const { tokens } = source;
  if (mention.to - mention.from !== 2 || tokens[mention.from]?.lower !== 'the') return undefined;
  const noun = tokens[mention.from + 1]?.lower ?? '';
  const end = source.bodies.get(noun);
  if (end === undefined || end >= mention.from) return undefined;
  let from = end;
  const goesOn = (at: number) => isCapital(tokens[at]) && tokens[at]?.sentence === tokens[end]?.sentence;
  while (end - from < longestName && goesOn(from - 1)) from--;
  const leads = tokens[from - 1]?.lower === 'the' || tokens[from]?.lower === 'the';
  const start = tokens[from]?.lower === 'the' ? from + 1 : from;
  const name = source.text.slice(tokens[start]?.start, tokens[end]?.end);
  return start < end ? `${leads ? 'the ' : ''}${name}` : undefined;
}

/** For each last word of a capitalised run of two or more, the token where it first stands. */
export function findBodies(tokens: readonly Token[]): ReadonlyMap<string, number> {
  const bodies = new Map<string, number>();
  tokens.forEach((token, at) => {
    if (!isCapital(token) || !isCapital(tokens[at - 1]) || isCapital(tokens[at + 1])) return;
    if (tokens[at - 1]?.sentence === token.sentence && !bodies.has(token.lower)) bodies.set(token.lower, at);
  });
  return bodies;
}
