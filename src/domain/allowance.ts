/** Takes one of a person's allowance; answers in how many milliseconds there is one again, 0 when it was taken. */
export type TakeOne = (personId: string) => number;

const mostPeople = 10_000;

/** So many for each person within a window, as far as this process knows. */
export function createAllowance(most: number, windowMs: number, now: () => number): TakeOne {
  const taken = new Map<string, readonly number[]>();
  return (personId) => {
    const recent = (taken.get(personId) ?? []).filter((at) => at > now() - windowMs);
    const [oldest] = recent;
    if (oldest !== undefined && recent.length >= most) return oldest + windowMs - now();
    taken.delete(personId);
    taken.set(personId, [...recent, now()]);
    const [first] = taken.size > mostPeople ? taken.keys() : [];
    if (first !== undefined) taken.delete(first);
    return 0;
  };
}
