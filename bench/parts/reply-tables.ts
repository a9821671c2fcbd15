import type { CrowdOutcome } from './crowd.ts';
import { emptyName } from './handlers.ts';
import { median, percentile } from './numbers.ts';
import type { Usage } from './process.ts';
import type { Cell, Table } from './table.ts';

/** One handler under one load, once. */
export interface Measured {
  readonly handler: string;
  readonly load: { readonly name: string; readonly inFlight: number };
  readonly outcome: CrowdOutcome;
  /** Processor time of the bot, warm-up included. */
  readonly botMs: number;
  /** Of one core. */
  readonly botShare: number;
  readonly emulatorShare: number;
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return [...groups.values()];
}

const allWaits = ({ waits }: CrowdOutcome): number[] => [...waits.values()].flat();
const medianOf = <T>(items: readonly T[], measure: (item: T) => number): number => median(items.map(measure));

const loadName = ({ load: { name, inFlight } }: Measured): string => `${name}, ${inFlight} in flight`;

/** The handler that does nothing, under the same load. */
function emptyLike(all: readonly Measured[], like: Measured): readonly Measured[] {
  return all.filter((one) => one.handler === emptyName && loadName(one) === loadName(like));
}

const rateOf = (group: readonly Measured[]): number => medianOf(group, ({ outcome }) => outcome.perSecond);
const msOf = (group: readonly Measured[]): number =>
  medianOf(group, ({ botMs, outcome }) => botMs / outcome.count);

const loadColumns = [
  'load and handler',
  'replies/s',
  '% of empty',
  'CPU ms a reply',
  '% of empty by CPU',
  'p50 ms',
  'p99 ms',
  'acknowledged p99 ms',
  'failed',
  'bot CPU %',
  'emulator CPU %',
] as const;

const loadNotes = [
  'mixed: /summary, /figures, /latest, /help and autocomplete in turn. The empty handler defers where the bot does and says one of the bot’s own replies each time.',
  '“50 requests/s” is discord.js as it comes: edits of deferred replies count against its limit for all requests, callbacks do not.',
  'CPU is of one core. Where the bot’s is near 100, the bot limits; where the emulator’s is, the emulator does; where neither is, the machine had other work too. CPU ms a reply depends on that least; the process that draws charts for the bot is not in it.',
];

/** Throughput and waits, a line a load and handler; medians of the rounds. */
export function loadTable(all: readonly Measured[], rounds: number): Table {
  const groups = groupBy(all, loadName).flatMap((load) => groupBy(load, ({ handler }) => handler));
  const rows = groups.map((group): readonly Cell[] => {
    const [first] = group;
    if (first === undefined) return [];
    const empty = emptyLike(all, first);
    return [
      `${loadName(first)}: ${first.handler}`,
      rateOf(group),
      (100 * rateOf(group)) / rateOf(empty),
      msOf(group),
      (100 * msOf(empty)) / msOf(group),
      medianOf(group, ({ outcome }) => percentile(allWaits(outcome), 0.5)),
      medianOf(group, ({ outcome }) => percentile(allWaits(outcome), 0.99)),
      medianOf(group, ({ outcome }) => percentile(outcome.acknowledgements, 0.99)),
      group.reduce((sum, { outcome }) => sum + outcome.failures.length, 0),
      100 * medianOf(group, ({ botShare }) => botShare),
      100 * medianOf(group, ({ emulatorShare }) => emulatorShare),
    ];
  });
  const failures = new Set(
    all.flatMap(({ handler, outcome }) => outcome.failures.map((why) => `${handler}: ${why}`)),
  );
  return {
    title: 'Throughput and latency of replies',
    columns: loadColumns,
    rows,
    notes: [
      `Medians of ${rounds} rounds, in each of which every handler has every load for a few seconds, one after the other. Everything goes over a real gateway and REST on loopback, people ask again as soon as they are answered.`,
      ...loadNotes,
      ...[...failures].slice(0, 5).map((why) => `failed: ${why}`),
    ],
  };
}

/** The waits of each kind of request by itself. */
export function waitTable(all: readonly Measured[]): Table {
  const mixed = all.filter(({ load }) => load.inFlight === 1 || load.inFlight === 50).filter(isMixed);
  const kinds = [...new Set(mixed.flatMap(({ outcome }) => [...outcome.waits.keys()]))];
  const groups = groupBy(mixed, loadName).flatMap((load) => groupBy(load, ({ handler }) => handler));
  return {
    title: 'Latency by kind of request (p50 / p99 ms)',
    columns: ['load and handler', ...kinds],
    rows: groups.map((group) => [
      `${group[0] === undefined ? '' : loadName(group[0])}: ${group[0]?.handler ?? ''}`,
      ...kinds.map((kind) => waitText(group.flatMap(({ outcome }) => outcome.waits.get(kind) ?? []))),
    ]),
    notes: ['Of the waits of all rounds together.'],
  };
}

const isMixed = ({ load }: Measured): boolean => load.name.startsWith('mixed');

function waitText(waits: readonly number[]): string {
  const shown = (share: number) => percentile(waits, share).toFixed(1);
  return `${shown(0.5)} / ${shown(0.99)}`;
}

/** Of each handler in turn: before it was asked anything, and at the end. */
export function memoryTable(
  handlers: readonly string[],
  {
    idle,
    after,
    highest,
  }: {
    readonly idle: readonly Usage[];
    readonly after: readonly Usage[];
    readonly highest: readonly (number | undefined)[];
  },
): Table {
  return {
    title: 'Memory (MB)',
    columns: [
      'handler',
      'idle: resident',
      'idle: heap',
      'after: resident',
      'after: heap',
      'highest resident',
    ],
    rows: handlers.map((name, index) => [
      name,
      idle[index]?.rssMb,
      idle[index]?.heapMb,
      after[index]?.rssMb,
      after[index]?.heapMb,
      highest[index],
    ]),
    notes: ['Idle: ready and asked nothing yet. After: all loads above. Heap after a collection of garbage.'],
  };
}
