import type { Draft } from './draft.ts';
import type { FigureToken } from './tokens.ts';
import { wordsBefore } from './tokens.ts';

const furthest = 6;

/** "56 pence, or 7.6%", "100 kilometres (60 miles)": the figure says the one before it once more. */
export function saysAgain(tokens: readonly FigureToken[], before: Draft | undefined, draft: Draft): boolean {
  const between = before && wordsBetween(tokens, before, draft);
  if (between === undefined) return false;
  return (
    /^,? ?or(?: about| around)?$/.test(between) ||
    (before?.kind === draft.kind && /^(?:\(|\/|;)(?: ?about)?$/.test(between))
  );
}

const change =
  /^,?(?: ?(?:rise|rises|increase|increases|jump|gain|fall|falls|drop|drops|decline|decrease|surge|slump|cut|growth|reduction|higher|lower|more|less|up|down))?,? ?(?:to|at|from|to about|to around|to nearly|to just|to a record|and another|and a further)$/;

/** "up 9% to £740m", "a 5% rise to 12m euros": the level that the change before it leads to. */
export function goesOnFrom(tokens: readonly FigureToken[], before: Draft | undefined, draft: Draft): boolean {
  const between = before && wordsBetween(tokens, before, draft);
  return between !== undefined && change.test(between);
}

function wordsBetween(tokens: readonly FigureToken[], before: Draft, draft: Draft): string | undefined {
  const count = draft.from - (before.nounTo ?? before.to);
  return count > 0 && count <= furthest ? wordsBefore(tokens, draft.from, count) : undefined;
}
