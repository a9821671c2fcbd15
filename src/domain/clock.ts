/** The time, UTC milliseconds. */
export interface Clock {
  now(): number;
}
