import type { Draft } from './draft.ts';
import type { FigureToken } from './tokens.ts';
import { wordsBefore } from './tokens.ts';

const furthest = 10;

/** "56 pence, or 7.6%", "100 kilometres (60 miles)": the figure says the one before it once more. */
export function saysAgain(tokens: readonly FigureToken[], before: Draft | undefined, draft: Draft): boolean {
  const between = before && wordsBetween(tokens, before, draft);
  if (between === undefined) return false;
  if (before && isSmallerPart(before, draft) && /^,?(?: ?and)?$/.test(between)) return true;
  return (
    /^,? ?or(?: about| around)?$/.test(between) ||
    (before?.kind === draft.kind && /^(?:\(|\/|;)(?: ?about)?$/.test(between))
  );
}

const falling = ['year', 'month', 'week', 'day', 'h', 'min', 's'];

/** "24 hours, 39 minutes and 35 seconds": one length of time in its parts. */
function isSmallerPart(before: Draft, draft: Draft): boolean {
  const [larger, smaller] = [falling.indexOf(before.unit), falling.indexOf(draft.unit)];
  return before.kind === 'duration' && draft.kind === 'duration' && larger >= 0 && smaller > larger;
}

const change =
  /^,?(?: ?(?:rise|rises|increase|increases|jump|gain|fall|falls|drop|drops|decline|decrease|surge|slump|cut|growth|reduction|improvement|higher|lower|more|less|up|down)(?: in(?: [a-z'-]+){1,5})?)?,? ?(?:to|at|from|to about|to around|to nearly|to just|to a record|and another|and a further)$/;

/** "up 9% to £740m", "a 5% rise to 12m euros": the level that the change before it leads to. */
export function goesOnFrom(tokens: readonly FigureToken[], before: Draft | undefined, draft: Draft): boolean {
  const between = before && wordsBetween(tokens, before, draft);
  return between !== undefined && change.test(between);
}

function wordsBetween(tokens: readonly FigureToken[], before: Draft, draft: Draft): string | undefined {
  const count = draft.from - (before.nounTo ?? before.to);
  return count > 0 && count <= furthest ? wordsBefore(tokens, draft.from, count) : undefined;
}
