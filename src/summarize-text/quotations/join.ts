import type { Spoken } from './speech.ts';

/** Parts of one quotation, in order: a split sentence, a statement of several paragraphs or sentences. */
export function joinSpoken(spoken: readonly Spoken[]): readonly (readonly Spoken[])[] {
  const groups: Spoken[][] = [];
  for (const part of spoken) {
    const group = groups[groups.length - 1];
    const before = group?.[group.length - 1];
    if (group && before && belongs(before, part)) group.push(part);
    else groups.push([part]);
  }
  return groups;
}

function belongs(before: Spoken, part: Spoken): boolean {
  if (part.place.index !== before.place.index + 1) return false;
  if (part.place.marked.continues) return part.clue?.pattern === 'continued' || sameSpeaker(before, part);
  if (part.clue?.pattern === 'split') return part.place.from === before.place.from;
  if (part.clue?.pattern !== 'same-paragraph') return false;
  return before.place.kind === 'direct' && part.place.sentence - before.place.sentence <= 1;
}

function sameSpeaker(before: Spoken, part: Spoken): boolean {
  return before.resolved !== undefined && before.resolved.name === part.resolved?.name;
}
