/** Ends posting for a while where Discord refuses too much: it bans whoever goes on (its documentation, "Invalid Request Limit"). */
export interface RefusalBrake {
  /** Discord has refused a request. */
  note(): void;
  /** How long nothing is posted, ms; 0: post on. */
  heldMs(): number;
}

const windowMs = 10 * 60_000;
/** A tenth of what Discord takes: several processes may share an address, and not posts alone are refused. */
const mostRefused = 1_000;

export function createRefusalBrake(now: () => number): RefusalBrake {
  let endsAt = 0;
  let refused = 0;
  return {
    note() {
      if (now() >= endsAt) {
        endsAt = now() + windowMs;
        refused = 0;
      }
      refused += 1;
    },
    heldMs: () => (refused >= mostRefused ? Math.max(0, endsAt - now()) : 0),
  };
}
