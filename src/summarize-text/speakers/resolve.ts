import type { Range, Source } from '../quotations/places.ts';
import { sentenceSubject } from './clauses.ts';
import type { Clues } from './clues.ts';
import type { Gender } from './names.ts';
import { genderOfTitle } from './names.ts';
import type { Person } from './people.ts';
import { hasNamesake, personNamed } from './people.ts';
import type { Mention } from './phrases.ts';
import { phraseFrom } from './phrases.ts';
import { findAntecedent, isAside } from './pronouns.ts';
import { isOnePerson } from './role-words.ts';
import { fullNameOfBody, personOfRole } from './roles.ts';
import { subjectBefore } from './subjects.ts';
import { cueAt } from './verbs.ts';

/** Who a mention stands for. `lead` tells how clear that was for a pronoun, or a surname that two have. */
export interface Resolved {
  readonly name: string;
  readonly role?: string;
  readonly person?: Person;
  readonly mention: Mention;
  readonly lead?: number;
}

/** Enough to name somebody, too little to be sure. */
const leadAmongNamesakes = 0.5;
/** Tokens of a sentence that are searched for a reporting verb. */
const furthest = 160;

/** Names the speaker of each clue in the order of the text; undefined where a pronoun finds nobody. */
export function resolveClues(source: Source, clues: Clues): readonly (Resolved | undefined)[] {
  const resolved: (Resolved | undefined)[] = [];
  const byMention = new Map<Mention, Resolved | undefined>();
  let before: Resolved | undefined;
  for (const clue of clues) {
    const mention = clue?.mention;
    const known =
      mention && (byMention.has(mention) ? byMention.get(mention) : resolveMention(source, mention, before));
    if (mention) byMention.set(mention, known);
    resolved.push(known);
    before = known ?? before;
  }
  return resolved;
}

function resolveMention(
  source: Source,
  mention: Mention,
  before: Resolved | undefined,
): Resolved | undefined {
  if (mention.kind === 'name') return resolveName(source, mention);
  if (mention.kind === 'role') return resolveRole(source, mention);
  const word = mention.text.toLowerCase();
  if (/^(?:he|his)$/.test(word)) return resolvePerson(source, mention, 'm', before);
  if (/^(?:she|her)$/.test(word)) return resolvePerson(source, mention, 'f', before);
  return /^(?:it|they|its|their)$/.test(word) ? resolveThing(source, mention, before) : undefined;
}

/** "He" is a person named before, or somebody known by a role only who stands nearer. */
function resolvePerson(
  source: Source,
  mention: Mention,
  gender: Gender,
  before: Resolved | undefined,
): Resolved | undefined {
  const found = findAntecedent(source, mention.from, gender, before?.person);
  const role = roleBefore(source, mention, before);
  if (role && (!found || found.at < role.mention.from)) return { ...role, mention };
  return found && { name: found.person.name, person: found.person, mention, lead: found.lead };
}

/** The subject of the sentence so far, or the speaker in this or the last paragraph, if it is a role without a name. */
function roleBefore(source: Source, mention: Mention, before: Resolved | undefined): Resolved | undefined {
  const subject = isAside(source, mention.from) ? undefined : sentenceSubject(source, mention.from);
  const own =
    subject?.kind === 'role' && isOnePerson(subject.text) ? resolveRole(source, subject) : undefined;
  if (own && !own.person) return own;
  const here = source.tokens[mention.from];
  const there = before && source.tokens[before.mention.from];
  if (!before || before.person || !here || !there || here.paragraph - there.paragraph > 1) return undefined;
  return before.mention.kind === 'role' && isOnePerson(before.mention.text) ? before : undefined;
}

/** A given name alone takes up somebody named before, not a namesake further on. */
function namedByThen(
  person: Person | undefined,
  [word, ...more]: readonly string[],
  { from }: Mention,
): Person | undefined {
  const isGivenAlone = more.length === 0 && person?.given === word && !person?.name.endsWith(` ${word}`);
  return isGivenAlone && (person?.sightings[0]?.from ?? 0) > from ? undefined : person;
}

function resolveName(source: Source, mention: Mention): Resolved {
  const gender = mention.titles.map(genderOfTitle).find((found) => found !== undefined);
  const words = mention.text.split(' ');
  const person = namedByThen(personNamed(source.people, words, gender), words, mention);
  const role = mention.role ? { role: mention.role } : {};
  if (!person) return { name: mention.text, mention, ...role };
  const isDoubtful = gender === undefined && hasNamesake(source.people, person, words);
  return { name: person.name, person, mention, ...role, ...(isDoubtful ? { lead: leadAmongNamesakes } : {}) };
}

function resolveRole(source: Source, mention: Mention): Resolved | undefined {
  const person = personOfRole(source, mention);
  if (person) return { name: person.name, person, role: mention.text, mention };
  if (/^the \d+-year-old$/i.test(mention.text)) return undefined;
  return { name: authorOf(source, mention) ?? fullNameOfBody(source, mention) ?? mention.text, mention };
}

/** "a note from the brokers Voss & Poe": whose note it is, where it has a name. */
function authorOf(source: Source, mention: Mention): string | undefined {
  const { tokens } = source;
  for (let at = mention.from + 1; at < mention.to - 1; at++) {
    if (!/^(?:from|by)$/.test(tokens[at]?.lower ?? '')) continue;
    if (
      !/^(?:statement|letter|note|report|study|email|e-mail|memo|message|post|tweet|paper)s?$/.test(
        tokens[at - 1]?.lower ?? '',
      )
    )
      return undefined;
    const author = phraseFrom(source, at + 1);
    return author?.kind === 'name'
      ? (personNamed(source.people, author.text.split(' '))?.name ?? author.text)
      : undefined;
  }
  return undefined;
}

/** Who reports something in the sentence, else its subject. */
function subjectOfSentence(source: Source, sentence: Range): Mention | undefined {
  for (let at = sentence.from; at < Math.min(sentence.to, sentence.from + furthest); at++) {
    const subject = cueAt(source.tokens, at) ? thing(source, subjectBefore(source, at)) : undefined;
    if (subject) return subject;
  }
  return sentence.to > sentence.from ? thing(source, sentenceSubject(source, sentence.to - 1)) : undefined;
}

function thing(source: Source, subject: Mention | undefined): Mention | undefined {
  if (!subject || subject.kind === 'pronoun') return undefined;
  return personNamed(source.people, subject.text.split(' '))?.sure ? undefined : subject;
}

/** "The firm's shares fell when it said": one that speaks is not the many things it has. */
function ownerOfThings({ text }: Mention, mention: Mention): Resolved | undefined {
  const owner = /^(?:it|its)$/i.test(mention.text) ? /^(.+)[’']s? \p{Ll}+s$/u.exec(text)?.[1] : undefined;
  return owner === undefined ? undefined : { name: owner, mention };
}

/** "It" and "they" are the body that spoke before, or the subject of the sentence before. */
function resolveThing(source: Source, mention: Mention, before: Resolved | undefined): Resolved | undefined {
  const here = source.tokens[mention.from];
  const there = before && source.tokens[before.mention.from];
  const own = thing(source, sentenceSubject(source, mention.from));
  if (own) return ownerOfThings(own, mention) ?? { name: own.text, ...resolveRole(source, own), mention };
  const sentence = source.sentences[(here?.sentence ?? 0) - 1];
  const subject = sentence && subjectOfSentence(source, sentence);
  const near = before && !before.person && here && there && here.paragraph - there.paragraph <= 3;
  if (near && !(subject && subject.from > before.mention.from && subject.kind === 'name'))
    return { ...before, mention };
  return subject && { name: subject.text, ...resolveRole(source, subject), mention };
}
