import type { Popup } from '../controls/popup.ts';
import { channelOf, channelRows, type NamedRow, userRows } from '../state/names.ts';
import type { ComposerHost } from './composer-host.ts';
import {
  type LeafCommand,
  leafCommands,
  matchCommands,
  readTypedCall,
  type TypedCall,
} from './leaf-commands.ts';
import { type HalfName, halfNameAt, matchNames } from './mentions.ts';

/** Offers commands after a slash, people after an @ and channels after a #, while a person writes. */
export interface TextSuggestions {
  /** Looks at what is written now. */
  look(): void;
  /** The commands of the open channel. */
  leaves(): readonly LeafCommand[];
}

interface Writing {
  readonly host: ComposerHost;
  readonly popup: Popup;
  readonly input: HTMLTextAreaElement;
  readonly onCommand: (call: TypedCall) => void;
}

const mostNames = 8;

function leavesOf(host: ComposerHost): readonly LeafCommand[] {
  const snapshot = host.snapshot();
  const offered = new Set(channelOf(snapshot, host.channelId())?.commandIds);
  return leafCommands(snapshot.commands.filter(({ id }) => offered.has(id)));
}

function offerCommands({ host, popup, input, onCommand }: Writing): void {
  const leaves = leavesOf(host);
  const call = readTypedCall(leaves, input.value);
  if (call !== undefined) {
    onCommand(call);
    return;
  }
  const found = matchCommands(leaves, input.value.slice(1));
  popup.open(input, {
    title: 'Commands',
    rows: found.map(({ label, description }) => ({ name: label, description })),
    ...(found.length === 0 ? { note: 'No command fits.' } : {}),
    active: 0,
    onPick(index) {
      const leaf = found[index];
      if (leaf !== undefined) onCommand({ leaf, values: {} });
    },
  });
}

function namesFor(host: ComposerHost, { sign, typed }: HalfName): readonly NamedRow[] {
  const [snapshot, here] = [host.snapshot(), host.channelId()];
  const rows = sign === '@' ? userRows(snapshot, here) : channelRows(snapshot, here, []);
  return matchNames(rows, typed).slice(0, mostNames);
}

function offerNames({ host, popup, input }: Writing): void {
  const half = halfNameAt(input.value, input.selectionStart);
  const found = half === undefined ? [] : namesFor(host, half);
  if (half === undefined || found.length === 0) {
    popup.close();
    return;
  }
  popup.open(input, {
    title: half.sign === '@' ? 'People' : 'Channels',
    rows: found.map(({ label }) => ({ name: label })),
    active: 0,
    onPick(index) {
      input.setRangeText(`${found[index]?.label ?? ''} `, half.start, half.end, 'end');
      popup.close();
    },
  });
}

export function createTextSuggestions(writing: Writing): TextSuggestions {
  const { host, input } = writing;
  return {
    leaves: () => leavesOf(host),
    look() {
      host.complain(undefined);
      if (input.value.startsWith('/') && !input.value.includes('\n')) offerCommands(writing);
      else offerNames(writing);
    },
  };
}
