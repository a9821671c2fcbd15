/** Counters by dotted names (`law.dropped`), for whoever watches the bot. They begin at 0 with the process. */
export interface Metrics {
  /** Adds to a counter; 0 makes it known. */
  count(name: string, by: number): void;
}
