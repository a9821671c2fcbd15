import { optionType } from '../../option-type.ts';
import type { ChoiceView, OptionView, Snapshot } from '../protocol.ts';
import { channelRows, type NamedRow, roleRows, userRows } from '../state/names.ts';

/** A row that a person can pick for an option. */
export interface Suggestion {
  readonly name: string;
  readonly description?: string;
  readonly value: string | number | boolean;
}

/** The rows that fit what is typed. */
export type Suggestions = (typed: string) => Promise<readonly Suggestion[]>;

/** How an option is suggested for; `undefined` where anything may be typed. */
export type Suggest = (option: OptionView) => Suggestions | undefined;

const mostRows = 25;

const yesOrNo: readonly Suggestion[] = [
  { name: 'True', value: true },
  { name: 'False', value: false },
];

const named = (rows: readonly NamedRow[]): readonly Suggestion[] =>
  rows.map(({ label, value }) => ({ name: label, value }));

/** The rows that the page knows by itself. */
function knownRows(option: OptionView, snapshot: Snapshot, channelId: string): readonly Suggestion[] {
  switch (option.type) {
    case optionType.boolean:
      return yesOrNo;
    case optionType.channel:
      return named(channelRows(snapshot, channelId, option.channelTypes));
    case optionType.user:
      return named(userRows(snapshot, channelId));
    case optionType.role:
      return named(roleRows(snapshot, channelId));
    case optionType.mentionable:
      return named([...userRows(snapshot, channelId), ...roleRows(snapshot, channelId)]);
    default:
      return option.choices;
  }
}

/** Rows whose name has what is typed, with or without the sign before it; those that begin so come first. */
export function fitting(rows: readonly Suggestion[], typed: string): readonly Suggestion[] {
  const wanted = typed.trim().toLowerCase().replace(/^[@#]/, '');
  const bare = ({ name }: Suggestion) => name.toLowerCase().replace(/^[@#]/, '');
  const found = rows.filter((row) => bare(row).includes(wanted));
  const starts = (row: Suggestion) => Number(!bare(row).startsWith(wanted));
  return found.sort((one, other) => starts(one) - starts(other)).slice(0, mostRows);
}

export function createSuggest(
  snapshot: () => Snapshot,
  channelId: () => string,
  complete: (option: OptionView, typed: string) => Promise<readonly ChoiceView[]>,
): Suggest {
  return (option) => {
    if (option.autocomplete) return (typed) => complete(option, typed);
    const isOpen = knownRows(option, snapshot(), channelId()).length === 0 && option.choices.length === 0;
    const isFree =
      option.type === optionType.string ||
      option.type === optionType.integer ||
      option.type === optionType.number;
    if (isOpen && isFree) return undefined;
    return async (typed) => fitting(knownRows(option, snapshot(), channelId()), typed);
  };
}
