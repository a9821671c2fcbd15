import type { Table } from './table.ts';

export interface BenchSettings {
  /** How often each is measured; the tables have the medians. */
  readonly rounds: number;
  /** Whether to say where the bot's time goes. */
  readonly profile: boolean;
  /** How many a store is filled with. */
  readonly articles: number;
  /** How many digests are due in one minute. */
  readonly digests: number;
  /** Tells the person who waits what is being done. */
  readonly tell: (line: string) => void;
}

/** What can be measured: a file of `bench/` each. */
export interface Capability {
  readonly name: string;
  readonly says: string;
  /** Gives each table as soon as it is measured. */
  run(settings: BenchSettings): AsyncIterable<Table>;
}
