import type { FigureKind, FigureModifier } from '../types.ts';
import type { Draft } from './draft.ts';
import { namedChange } from './named-change.ts';
import type { FigureToken } from './tokens.ts';
import { wordsAfter, wordsBefore } from './tokens.ts';

const negatedAbove = /\b(?:no|not) (?:more|greater|higher) than(?: the| an?| another)?$/;
const negatedBelow = /\b(?:no|not) (?:fewer|less|lower) than(?: the| an?| another)?$/;
const above =
  /\b(?:more than|over than|over|at least|above|in excess of|upwards? of|no (?:fewer|less) than|not less than|exceed(?:s|ed|ing)?|topp(?:ed|ing)|tops|beyond|surpass(?:es|ed|ing)?|better than|as (?:little|few|low) as|(?:a )?minimum of|well over|north of|greater than|passed)(?: the(?: age of)?| an?| another)?$/;
const below =
  /\b(?:up to|less than|fewer than|under|below|at most|as (?:much|many|high|long|far) as|no more than|not more than|(?:a )?maximum of|lower than|just under|short of|faster than|no later than|south of|capped at|nothing above)(?: the(?: age of)?| an?| another| one)?$/;
const near =
  /(?:\b(?:about|around|some|nearly|almost|roughly|approximately|approx\.?|an? estimated|estimated|circa|c\.|close to|on average|averag(?:ed|es|ing)|just about|in the region of|something like|or so|thereabouts|barely|virtually|more or less|approaching|practically|likely)(?: between| the| an?)?|~)$/;
const spokenAbout =
  /\b(?:said|says|talk(?:s|ed|ing)?|know|knew|thinks?|thought|worr(?:y|ied)|questions?|stor(?:y|ies)|concerns?|told|wr[io]te|written|reads?|ask(?:s|ed)?|what|complain(?:s|ed)?|heard|learn(?:ed|t)?|debate|book|film) about(?: the| an?)?$/;
/** Verbs whose "around" or "about" is a place or a theme: "the show turns around two brothers". */
const boundAround =
  /\b(?:cent(?:re|er)(?:s|ed|d)?|centring|centering|revolv(?:e|es|ed|ing)|turn(?:s|ed|ing)?|buil[dt]|based|walk(?:s|ed|ing)?|wrapp?(?:s|ed|ing)?|gather(?:s|ed|ing)?|ran|runs?|orbit(?:s|ed|ing)?) (?:around|about)(?: the| an?)?$/;
const aboveAfter = /^(?:-plus\b|\+|plus\b|or (?:more|over|above|older|higher)\b|-odd\b)/;
const belowAfter = /^(?:or (?:less|fewer|under|younger|lower)\b)/;
const nearAfter = /^(?:-ish\b|or so\b|-odd\b|or thereabouts\b|approximately\b)/;

const upVerb =
  'up|rose|risen|rises?|rising|increas(?:e|ed|es|ing)|gr(?:ew|ow|own|ows|owing)|gain(?:ed|s|ing)?|jump(?:ed|s|ing)?|climb(?:ed|s|ing)?|surg(?:e|ed|es|ing)|soar(?:ed|s|ing)?|added|adding|adds|boost(?:ed|ing|s)?|advanc(?:e|ed|es|ing)|rais(?:e|ed|es|ing)|leap(?:t|ed|s)?|ros|rall(?:y|ied)|swell(?:ed)?|expand(?:ed|s|ing)?|hike[ds]?|higher|improv(?:e|ed|es|ing)|put on|accelerat(?:ed|es)|lift(?:ed|s)?|strengthen(?:ed)?|trending up|shot up|inflated|exceed(?:ed)? .{0,20}by|revised (?:up|upwards?)';
const downVerb =
  'down|fell|fall(?:s|en|ing)?|drop(?:s|ped|ping)?|declin(?:e|ed|es|ing)|slid|slide[sd]?|slump(?:ed|s|ing)?|plung(?:e|ed|es|ing)|shrank|shr[iu]nk|shrinking|shed|sheds|shedding|lost|los(?:es|ing)|decreas(?:e|ed|es|ing)|plummet(?:ed|s)?|tumbl(?:e|ed|es|ing)|dip(?:s|ped)?|sank|sunk|slip(?:s|ped|ping)?|shav(?:e|ed|es|ing)|cut|cuts|cutting|reduc(?:e|ed|es|ing)|lower(?:ed|ing)?|eased?|contract(?:ed|s|ing)?|weaken(?:ed)?|slash(?:ed|es|ing)?|retreated|trim(?:med|s)?|pared|wiping|wiped|knock(?:ed|ing)|crash(?:ed)?|sli[dp]|dove|dented|docked|revised (?:down|downwards?)';
const tail =
  '(?: [a-z]+ly)?(?: (?:by|just|only|another|a|an|about|around|nearly|almost|some|more than|over|under|at least|as much as|up to|further|roughly|between|the|estimated|average of|approximately|well over|less than))*$';
const roseBefore = new RegExp(`\\b(?:${upVerb})${tail}`);
const fellBefore = new RegExp(`\\b(?:${downVerb})${tail}`);
const roseBy = new RegExp(`\\b(?:${upVerb})\\b[^.;:]{0,40} by(?: [a-z]+){0,2}$`);
const fellBy = new RegExp(`\\b(?:${downVerb})\\b[^.;:]{0,40} by(?: [a-z]+){0,2}$`);
const changing = /^(?:percent|percentage_points|money|count|measure|number|fraction)$/;

/**
 * How the words around a figure qualify it: about, more than, up to, or that it is itself a rise or fall by the verb
 * before it. A noun that names the change ("a 3% rise") is what is measured and stands in the label: no modifier.
 */
export function modifierOf(tokens: readonly FigureToken[], draft: Draft): FigureModifier {
  const before = wordsBefore(tokens, draft.from, 8).replace(/ ?["“‘'(]$/, '');
  if (draft.modifier) return (isChangeWord(draft) ? boundOf(before, '', '') : undefined) ?? draft.modifier;
  const after = wordsAfter(tokens, draft.nounTo ?? draft.to, 5);
  const direct = wordsAfter(tokens, draft.to, 3);
  const kind = draft.kind ?? 'number';
  if (isUnbound(before, kind)) return '=';
  return boundOf(before, direct, after) ?? changeIn(before, direct, draft) ?? '=';
}

/** Whether the figure is a rise or a fall, whatever says so: its modifier, or words that are part of its label. */
export function directionOf(
  tokens: readonly FigureToken[],
  draft: Draft,
  modifier: FigureModifier,
): 'up' | 'down' | undefined {
  if (modifier === 'up' || modifier === 'down') return modifier;
  if (!changing.test(draft.kind ?? 'number')) return undefined;
  return namedChange(wordsBefore(tokens, draft.from, 8), wordsAfter(tokens, draft.to, 5));
}

/** "doubled", "sixfold": itself the change, unless "more than" stands before it. */
const isChangeWord = ({ kind }: Draft): boolean => kind === 'multiple';

function changeIn(before: string, direct: string, draft: Draft): FigureModifier | undefined {
  const kind = draft.kind ?? 'number';
  if (kind === 'multiple') return multiplied.test(direct) ? 'up' : undefined;
  return changing.test(kind) && !isSpent(before, kind) ? changeOf(before, draft) : undefined;
}

const multiplied = /^(?:higher|more|greater|larger|faster|bigger)\b/;

/** "was said about 17-year-old Ada", "went on over four years": prepositions, no bounds. */
function isUnbound(before: string, kind: FigureKind): boolean {
  if (boundAround.test(before)) return true;
  if (kind === 'age') return spokenAbout.test(before);
  return kind === 'duration' && /\bover$/.test(before) && !overBound.test(before);
}

const overBound =
  /\b(?:for|lasted|lasting|took|takes|take|taken|after|of|well|just|spent|is|was|than|in|served|waited) over$/;

/** Money that is lost, raised or added is an amount, not a change of one. */
function isSpent(before: string, kind: string): boolean {
  return (
    kind !== 'percent' &&
    kind !== 'percentage_points' &&
    /\b(?:lost|los(?:e|es|ing)|add(?:ed|ing|s)|rais(?:e|ed|es|ing)|put on|shed|shedding|boost(?:ed|ing|s)?|knock(?:ed|ing))(?: [a-z]+ly)?(?: (?:about|around|a|an|another|some|just|the))*$/.test(
      before,
    )
  );
}

function boundOf(before: string, direct: string, after: string): FigureModifier | undefined {
  if (negatedAbove.test(before)) return '<';
  if (negatedBelow.test(before)) return '>';
  if (above.test(before) || aboveAfter.test(direct) || /^or (?:more|over)\b/.test(after)) return '>';
  if (
    /\bsub-$/.test(before) ||
    (below.test(before) &&
      !/\b(?:go|goes|went|gone|going|push|pushed|rose|risen|climbed|climb|moved) up to$/.test(before)) ||
    belowAfter.test(direct)
  )
    return '<';
  return near.test(before) || nearAfter.test(direct) || nearAfter.test(after) ? '~' : undefined;
}

function changeOf(before: string, draft: Draft): FigureModifier | undefined {
  if (/(?:^| )\+$/.test(before)) return 'up';
  if (draft.negative && draft.kind === 'percent')
    return /\b(?:was|is|of|to|at|by|be|from|were|are)$/.test(before) ? undefined : 'down';
  return draft.nounTo !== undefined && draft.kind === 'count' ? countChange(before) : changeBefore(before);
}

function changeBefore(before: string): FigureModifier | undefined {
  if (/\b(?:to|at|from|in)$/.test(before)) return undefined;
  if (roseBefore.test(before) || roseBy.test(before)) return 'up';
  return fellBefore.test(before) || fellBy.test(before) ? 'down' : undefined;
}

function countChange(before: string): FigureModifier | undefined {
  if (
    roseBy.test(before) ||
    /\b(?:(?:is|are|was|were|been|,) up|rose|risen|increased|grew|climbed)(?: by)?$/.test(before)
  )
    return 'up';
  return fellBy.test(before) ||
    /\b(?:(?:is|are|was|were|been|,) down|fell|fallen|dropped|declined)(?: by)?$/.test(before)
    ? 'down'
    : undefined;
}
