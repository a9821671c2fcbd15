const discordEpochMs = 1_420_070_400_000;

/** Ids of 17 digits begin about a month after Discord's epoch; clocks of tests may stand before it. */
const earliestMs = discordEpochMs + 365 * 86_400_000;

/** Makes ids as Discord does, from the clock, each greater than the one before. */
export function createIdMaker(now: () => number): () => string {
  let last = 0n;
  return () => {
    const fromClock = BigInt(Math.floor(Math.max(now(), earliestMs)) - discordEpochMs) << 22n;
    last = fromClock > last ? fromClock : last + 1n;
    return last.toString();
  };
}

export function isSnowflake(text: string): boolean {
  return /^\d{17,20}$/.test(text);
}

/** Ids in the order they were made. */
export function compareIds(one: string, other: string): number {
  const difference = BigInt(one) - BigInt(other);
  return difference === 0n ? 0 : difference > 0n ? 1 : -1;
}
