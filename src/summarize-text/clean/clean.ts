import { losslessEdits } from '../repair/lossless.ts';
import { lossyEdits } from '../repair/lossy.ts';
import { type Edit, edit, type MappedText, toRaw, unmapped } from '../repair/runs.ts';
import type { CleanText, Removal, Span } from '../types.ts';
import { datelineLength } from './datelines.ts';
import { edgesOf } from './edges.ts';
import { shareBarLength } from './furniture-shares.ts';
import { type KnownLines, type Place, placesOf } from './lines.ts';
import { menusAround } from './menus.ts';
import { paragraphEdits } from './paragraphs.ts';
import { type Role, rolesOf } from './roles.ts';
import { halfCharacterEdits, tidyEdits } from './tidy.ts';

/** The steps in their order, and what each does. Their names are those of removals, of repaired runs and of `skip`. */
export const cleaningSteps = [
  { name: 'mojibake', does: 'mends marks and letters damaged by a wrong encoding' },
  { name: 'white space', does: 'makes each line a paragraph, and white space within it one blank' },
  { name: 'share bars', does: 'takes a bar of buttons off the beginning of a line' },
  { name: 'paragraphs', does: 'parts paragraphs that stand together without a blank' },
  { name: 'menus', does: 'takes off what stands before and behind the article of a whole page' },
  { name: 'title', does: 'tells title and standfirst from the body' },
  { name: 'furniture', does: 'takes out what the site says around the article' },
  { name: 'pull quotes', does: 'takes out lines that repeat words of the body' },
  { name: 'fragments', does: 'takes out lines that are no sentences, unless they are a list' },
  { name: 'datelines', does: 'takes place, date and agency off the first sentence' },
] as const;

export interface CleanOptions {
  /** The title, where it is known. */
  readonly title?: string | undefined;
  /** Names of steps to leave out. */
  readonly skip?: readonly string[] | undefined;
}

/** Cleaning a cleaned text must change nothing, so it is cleaned until it does not; two or three rounds do. */
const mostRounds = 16;

/**
 * The body of an article without the site's furniture, with its marks mended. Takes out and mends, never
 * rewrites words; any string will do. Work grows with the text's length.
 */
export function clean(raw: string, options: CleanOptions = {}): CleanText {
  const task: Task = { raw, title: options.title, skip: new Set(options.skip), known: new Map() };
  let state: State = { mapped: unmapped(raw), removals: [], pullQuotes: [] };
  for (let round = 0; round < mostRounds; round += 1) {
    const next = cleanOnce(task, state);
    const isDone = next.mapped.text === state.mapped.text;
    state = next;
    if (isDone) break;
  }
  const { mapped, removals, pullQuotes, title, standfirst } = state;
  const titleKnown = title ?? options.title;
  return {
    text: mapped.text,
    ...(titleKnown !== undefined && { title: titleKnown }),
    ...(standfirst !== undefined && { standfirst }),
    runs: mapped.runs,
    removals,
    pullQuotes,
  };
}

interface State {
  readonly mapped: MappedText;
  readonly removals: readonly Removal[];
  readonly pullQuotes: readonly string[];
  readonly title?: string;
  readonly standfirst?: string;
  /** The text in which nothing was found to take out. */
  readonly uncut?: string;
}

/** A stretch taken out of the text, and why. */
interface Cut extends Span {
  readonly step: string;
  readonly reason: string;
  readonly kept?: Role['kept'];
}

interface Task {
  readonly raw: string;
  readonly title: string | undefined;
  readonly skip: ReadonlySet<string>;
  readonly known: KnownLines;
}

function cleanOnce(task: Task, before: State): State {
  const mended = cutShareBars(task, { ...before, mapped: mend(before.mapped, task.skip) });
  const mapped = task.skip.has('paragraphs')
    ? mended.mapped
    : edit(mended.mapped, paragraphEdits(mended.mapped.text));
  const after = { ...mended, mapped };
  if (mapped.text === before.uncut) return after;
  const places = placesOf(mapped.text, task.known);
  const menus = task.skip.has('menus') ? [] : menusAround(places).map((span) => ({ ...span, ...menu }));
  const cuts = menus.length > 0 ? menus : cutsIn(task, places);
  return cuts.length === 0 ? { ...after, uncut: mapped.text } : takeOut(task.raw, after, cuts);
}

function mend(source: MappedText, skip: ReadonlySet<string>): MappedText {
  const steps: readonly (readonly [string, (text: string) => readonly Edit[]])[] = [
    ['white space', halfCharacterEdits],
    ['mojibake', losslessEdits],
    ['mojibake', lossyEdits],
    ['white space', tidyEdits],
  ];
  return steps.reduce(
    (mapped, [step, editsOf]) => (skip.has(step) ? mapped : edit(mapped, editsOf(mapped.text))),
    source,
  );
}

function cutShareBars({ raw, skip }: Task, state: State): State {
  if (skip.has('share bars')) return state;
  const { text } = state.mapped;
  const cuts: Cut[] = [];
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    const length = shareBarLength(text.slice(start, end));
    if (length > 0)
      cuts.push({ start, end: start + length, step: 'share bars', reason: 'a bar of buttons for sharing' });
    start = end + 1;
  }
  return takeOut(raw, state, cuts);
}

function cutsIn({ title, skip, known }: Task, places: readonly Place[]): readonly Cut[] {
  const roles = rolesOf(
    places.map(({ line }) => line),
    title,
    { skip, known },
  );
  const cuts = places.flatMap(({ start, end }, index): readonly Cut[] => {
    const role = roles.get(index);
    return role === undefined ? [] : [{ start, end, ...role }];
  });
  const body = places.filter((_, index) => !roles.has(index));
  const edges = skip.has('furniture') ? [] : edgesOf(body, known).map((span) => ({ ...span, ...edge }));
  const lead = skip.has('datelines') ? undefined : body[0];
  return [...cuts, ...edges, ...(lead === undefined ? [] : datelineOf(lead, edges))];
}

const menu = { step: 'menus', reason: 'the page around the article' };
const edge = { step: 'furniture', reason: 'sentences of the site beside the body' };

/** The dateline of the lead, behind what is cut off before it. */
function datelineOf({ start, end, line }: Place, cuts: readonly Cut[]): readonly Cut[] {
  const from = cuts.find((cut) => cut.start === start && cut.end < end)?.end ?? start;
  const length = datelineLength(line.text.slice(from - start));
  return length === 0 ? [] : [{ start: from, end: from + length, step: 'datelines', reason: 'a dateline' }];
}

/** Makes the cuts, closes the gaps they leave, and remembers what was cut. */
function takeOut(raw: string, state: State, cuts: readonly Cut[]): State {
  if (cuts.length === 0) return state;
  const { mapped } = state;
  const ordered = [...cuts].sort((one, other) => one.start - other.start);
  const removed = ordered.map((cut) => {
    const { start, end } = toRaw(mapped.runs, cut);
    return { step: cut.step, reason: cut.reason, text: raw.slice(start, end) };
  });
  const wordsOf = (kept: Role['kept']) =>
    ordered.filter((cut) => cut.kept === kept).map(({ start, end }) => mapped.text.slice(start, end));
  const [title] = wordsOf('title');
  const [standfirst] = wordsOf('standfirst');
  return {
    ...state,
    ...(title !== undefined && state.title === undefined && { title }),
    ...(standfirst !== undefined && state.standfirst === undefined && { standfirst }),
    mapped: withoutLastBreak(
      edit(
        mapped,
        ordered.map((cut) => gapOf(mapped.text, cut)),
      ),
    ),
    removals: [...state.removals, ...removed],
    pullQuotes: [...state.pullQuotes, ...wordsOf('pull quote')],
  };
}

/** A whole line goes with the blank line behind it. */
function gapOf(text: string, { start, end, step }: Cut): Edit {
  const isLine = /^\n?$/.test(text[start - 1] ?? '') && /^\n?$/.test(text[end] ?? '');
  const until = isLine ? end + 2 : end;
  return { start, end: Math.min(text.length, until), text: '', step };
}

function withoutLastBreak(mapped: MappedText): MappedText {
  const { length } = mapped.text.trimEnd();
  return edit(mapped, [{ start: length, end: mapped.text.length, text: '', step: 'white space' }]);
}
