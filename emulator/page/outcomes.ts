type Outcome = 'answered' | 'unanswered';

/** What became of interactions, for who asks before or after it is known. */
export interface Outcomes {
  settle(id: string, outcome: Outcome): void;
  of(id: string): Promise<Outcome>;
}

export function createOutcomes(): Outcomes {
  const known = new Map<string, PromiseWithResolvers<Outcome>>();
  const at = (id: string) => {
    const settled = known.get(id) ?? Promise.withResolvers<Outcome>();
    known.set(id, settled);
    return settled;
  };
  return {
    settle: (id, outcome) => at(id).resolve(outcome),
    of: (id) => at(id).promise,
  };
}
