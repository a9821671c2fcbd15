/** How many ids are remembered: far more than arrive while Discord may send one again. */
const capacity = 10_000;

/** Remembers ids, so that an event sent twice is handled once. */
export interface Seen {
  /** `true` the first time an id comes. */
  isFirst(id: string): boolean;
}

export function createSeen(): Seen {
  const ids = new Set<string>();
  return {
    isFirst(id) {
      if (ids.has(id)) return false;
      ids.add(id);
      if (ids.size > capacity) for (const oldest of ids) return ids.delete(oldest);
      return true;
    },
  };
}
