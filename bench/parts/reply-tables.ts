import type { CrowdOutcome } from './crowd.ts';
import { median, percentile } from './numbers.ts';
import type { Usage } from './process.ts';
import type { Cell, Table } from './table.ts';

/** One handler under one load, once. */
export interface Measured {
  readonly handler: string;
  readonly load: { readonly name: string; readonly inFlight: number };
  readonly outcome: CrowdOutcome;
  /** Of one core. */
  readonly botShare: number;
  readonly emulatorShare: number;
}

export interface MemoryOf {
  readonly handler: string;
  readonly idle: Usage;
  readonly after: Usage;
  readonly highestMb: number | undefined;
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
const medianOf = <T>(items: readonly T[], valueOf: (item: T) => number): number => median(items.map(valueOf));

const loadName = ({ load: { name, inFlight } }: Measured): string => `${name}, ${inFlight} in flight`;

/** The rate of the handler that does nothing, under the same load. */
function rateOfEmpty(all: readonly Measured[], like: Measured): number {
  const empty = all.filter((one) => one.handler === 'empty handler' && loadName(one) === loadName(like));
  return medianOf(empty, ({ outcome }) => outcome.perSecond);
}

/** Throughput and waits, a line a load and handler; medians of the rounds. */
export function loadTable(all: readonly Measured[], rounds: number): Table {
  const groups = groupBy(all, (one) => `${loadName(one)}, ${one.handler}`).toSorted(
    ([one], [other]) => order(all, one) - order(all, other),
  );
  const rows = groups.map((group): readonly Cell[] => {
    const [first] = group;
    if (first === undefined) return [];
    const perSecond = medianOf(group, ({ outcome }) => outcome.perSecond);
    return [
      `${loadName(first)}: ${first.handler}`,
      perSecond,
      (100 * perSecond) / rateOfEmpty(all, first),
      medianOf(group, ({ outcome }) => percentile(allWaits(outcome), 0.5)),
      medianOf(group, ({ outcome }) => percentile(allWaits(outcome), 0.99)),
      medianOf(group, ({ outcome }) => percentile(outcome.acknowledgements, 0.99)),
      group.reduce((sum, { outcome }) => sum + outcome.failures.length, 0),
      100 * medianOf(group, ({ botShare }) => botShare),
      100 * medianOf(group, ({ emulatorShare }) => emulatorShare),
    ];
  });
  const failures = new Set(all.flatMap(({ handler, outcome }) => outcome.failures.map((why) => `${handler}: ${why}`)));
  return {
    title: 'Throughput and latency of replies',
    columns: [
      'load and handler',
      'replies/s',
      '% of empty',
      'p50 ms',
      'p99 ms',
      'acknowledged p99 ms',
      'failed',
      'bot CPU %',
      'emulator CPU %',
    ],
    rows,
    notes: [
      `Medians of ${rounds} rounds; the handlers take turns in being the first. Everything goes over a real gateway and REST on loopback, people ask again as soon as they are answered.`,
      'mixed: /summary, /figures, /latest, /help and autocomplete in turn. The empty handler defers where the bot does and says one of the bot’s own replies each time.',
      '“50 requests/s” is discord.js as it comes: edits of deferred replies count against its limit for all requests, callbacks do not.',
      'CPU is of one core. Where the emulator’s is near 100, it is what limits.',
      ...[...failures].slice(0, 5).map((why) => `failed: ${why}`),
    ],
  };
}

/** Loads in the order they came, and in each the handlers by name, ours last alphabetically is no matter. */
function order(all: readonly Measured[], one: Measured | undefined): number {
  if (one === undefined) return 0;
  const loads = [...new Set(all.map(loadName))];
  const handlers = [...new Set(all.map(({ handler }) => handler))];
  return loads.indexOf(loadName(one)) * handlers.length + handlers.indexOf(one.handler);
}

/** The waits of each kind of request by itself. */
export function waitTable(all: readonly Measured[]): Table {
  const mixed = all.filter(({ load }) => load.inFlight === 1 || load.inFlight === 50).filter(isMixed);
  const kinds = [...new Set(mixed.flatMap(({ outcome }) => [...outcome.waits.keys()]))];
  const groups = groupBy(mixed, (one) => `${loadName(one)}, ${one.handler}`);
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

export function memoryTable(all: readonly MemoryOf[]): Table {
  const rows = groupBy(all, ({ handler }) => handler).map((group) => [
    group[0]?.handler,
    medianOf(group, ({ idle }) => idle.rssMb),
    medianOf(group, ({ idle }) => idle.heapMb),
    medianOf(group, ({ after }) => after.rssMb),
    medianOf(group, ({ after }) => after.heapMb),
    medianOf(group, ({ highestMb }) => highestMb ?? Number.NaN),
  ]);
  return {
    title: 'Memory',
    columns: ['handler', 'idle resident MB', 'idle heap MB', 'after resident MB', 'after heap MB', 'highest resident MB'],
    rows,
    notes: ['Idle: ready and asked nothing yet. After: all loads above. Heap after a collection of garbage.'],
  };
}
