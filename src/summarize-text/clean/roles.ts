import { fragmentsIn } from './fragments.ts';
import { furnitureIn, withoutIndexes } from './furniture.ts';
import { formOf } from './furniture-forms.ts';
import { lazily } from './lazily.ts';
import { type KnownLines, type Line, readLine } from './lines.ts';
import { repeatsIn } from './pull-quotes.ts';
import { surroundingsOf } from './surroundings.ts';
import { findHeading } from './title.ts';

/** What a line that does not belong to the body is, the step that found it, and why. */
export interface Role {
  readonly step: 'title' | 'furniture' | 'pull quotes' | 'fragments';
  readonly reason: string;
  readonly kept?: 'title' | 'standfirst' | 'pull quote';
}

type Roles = Map<number, Role>;

/** The lines that are not of the body, by index. Steps named in `skip` find nothing. */
export function rolesOf(
  lines: readonly Line[],
  given: string | undefined,
  { skip, known }: { readonly skip: ReadonlySet<string>; readonly known: KnownLines },
): ReadonlyMap<number, Role> {
  const title = given === undefined ? undefined : readLine(given, known);
  const furniture = skip.has('furniture') ? new Map<number, string>() : furnitureIn(lines, title, known);
  const roles: Roles = new Map();
  const closeness = closenessTo(lines, furniture);
  if (!skip.has('title')) addHeading(roles, lines, given, furniture, closeness);
  for (const [index, reason] of furniture)
    if (!roles.has(index)) roles.set(index, { step: 'furniture', reason });
  if (!skip.has('pull quotes')) addRepeats(roles, lines);
  if (!skip.has('fragments')) addFragments(roles, lines, closeness);
  return roles;
}

/** How much of what a line is about the other lines of the body are about, to 1. */
type Closeness = (line: Line) => number;

function closenessTo(lines: readonly Line[], furniture: ReadonlyMap<number, string>): Closeness {
  const around = lazily(() => surroundingsOf(withoutIndexes(lines, furniture)));
  return (line) => {
    const own = line.topics();
    const { topics } = around();
    return own.size === 0 ? 0 : [...own].filter((topic) => topics.has(topic)).length / own.size;
  };
}

function addHeading(
  roles: Roles,
  lines: readonly Line[],
  given: string | undefined,
  furniture: ReadonlyMap<number, string>,
  closeness: Closeness,
): void {
  const isFurniture = (index: number) => {
    const line = lines[index];
    return (
      furniture.has(index) && (line === undefined || formOf(line) !== undefined || closeness(line) < 0.5)
    );
  };
  const { title, standfirst, again } = findHeading(lines, given, isFurniture, closeness);
  if (title !== undefined) roles.set(title, { step: 'title', reason: 'the title', kept: 'title' });
  if (standfirst !== undefined)
    roles.set(standfirst, { step: 'title', reason: 'the standfirst', kept: 'standfirst' });
  for (const index of again) roles.set(index, { step: 'title', reason: 'the title once more' });
}

function addRepeats(roles: Roles, lines: readonly Line[]): void {
  const rest = lines.flatMap((line, index) => (roles.has(index) ? [] : [{ line, index }]));
  for (const [place, kind] of repeatsIn(rest.map(({ line }) => line))) {
    const index = rest[place]?.index;
    if (index === undefined) continue;
    const role: Role =
      kind === 'repeat'
        ? { step: 'pull quotes', reason: 'a paragraph once more' }
        : { step: 'pull quotes', reason: 'words of the body, pulled out by an editor', kept: 'pull quote' };
    roles.set(index, role);
  }
}

function addFragments(roles: Roles, lines: readonly Line[], closeness: Closeness): void {
  for (const index of fragmentsIn(lines, { removedBy: (at) => roles.get(at)?.step, closeness })) {
    roles.set(index, { step: 'fragments', reason: 'no sentence, and not of a list' });
  }
}
