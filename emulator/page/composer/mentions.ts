import type { NamedRow } from '../state/names.ts';

/** A name that is being typed at the caret, with its sign. */
export interface HalfName {
  readonly sign: '@' | '#';
  readonly typed: string;
  readonly start: number;
  readonly end: number;
}

export function halfNameAt(text: string, caret: number): HalfName | undefined {
  const found = /(?:^|\s)([@#])([\p{L}\p{N}_.-]*)$/u.exec(text.slice(0, caret));
  const [, sign, typed = ''] = found ?? [];
  if (sign !== '@' && sign !== '#') return undefined;
  return { sign, typed, start: caret - typed.length - 1, end: caret };
}

export function matchNames(rows: readonly NamedRow[], typed: string): readonly NamedRow[] {
  const wanted = typed.toLowerCase();
  return rows.filter(({ label }) => label.slice(1).toLowerCase().startsWith(wanted));
}

/** The text as Discord sends it: names that are known become `<@id>` and `<#id>`, the longest first. */
export function encodeNames(text: string, users: readonly NamedRow[], channels: readonly NamedRow[]): string {
  const codes = [
    ...users.map(({ value, label }) => [label, `<@${value}>`] as const),
    ...channels.map(({ value, label }) => [label, `<#${value}>`] as const),
  ].sort(([one], [other]) => other.length - one.length);
  const found = new Map(codes.map(([label, code]) => [label.toLowerCase(), code]));
  const pattern = codes.map(([label]) => label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  if (pattern === '') return text;
  const whole = new RegExp(`(?<![\\p{L}\\p{N}_])(?:${pattern})(?![\\p{L}\\p{N}_])`, 'giu');
  return text.replace(whole, (label) => found.get(label.toLowerCase()) ?? label);
}
