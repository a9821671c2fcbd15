import type { Clock } from '../domain/clock.ts';
import type { Delivery } from '../domain/digest.ts';
import type { DigestStore } from '../domain/digest-store.ts';

export interface ClaimParts {
  readonly digests: Pick<DigestStore, 'claim' | 'claimAfterwards' | 'extend'>;
  readonly clock: Clock;
  readonly claimant: string;
  readonly leaseMs: number;
}

/** A claimed delivery, with the clocks' difference: the store's `claimedAt` was this process's `askedAt`, or a little later. */
export interface Claim {
  readonly delivery: Delivery;
  /** By this process's clock, before the store was asked. */
  readonly askedAt: number;
  /** By the store's clock, whose times the delivery bears. */
  readonly claimedAt: number;
}

/** The claims of this process while it works on them. */
export interface Claims {
  take(limit: number): Promise<readonly Claim[]>;
  /** Of posted deliveries with something due afterwards. That may be done twice without harm, so these are not extended. */
  takeAfterwards(limit: number): Promise<readonly Claim[]>;
  /** Whether the lease runs still for sure: another process may have the delivery once it has run out. */
  isHeld(claim: Claim): boolean;
  /** Holds on to all of them. */
  extend(): Promise<void>;
  drop(claim: Claim): void;
}

/** What a lease has left must be enough for a request to begin. */
const marginShare = 1 / 10;

/** Makes the book of claims. A lease is counted from before the store was asked, so it never ends here later than there. */
export function createClaims({ digests, clock, claimant, leaseMs }: ClaimParts): Claims {
  const held = new Map<Claim, number>();
  const isRunning = (until: number | undefined): boolean =>
    until !== undefined && clock.now() < until - leaseMs * marginShare;
  const claimOf =
    (askedAt: number) =>
    (delivery: Delivery): Claim => ({
      delivery,
      askedAt,
      claimedAt: (delivery.leaseUntil ?? askedAt + leaseMs) - leaseMs,
    });
  return {
    async take(limit) {
      const askedAt = clock.now();
      const claims = (await digests.claim(claimant, leaseMs, limit)).map(claimOf(askedAt));
      for (const claim of claims) held.set(claim, askedAt + leaseMs);
      return claims;
    },
    async takeAfterwards(limit) {
      const askedAt = clock.now();
      return (await digests.claimAfterwards(claimant, leaseMs, limit)).map(claimOf(askedAt));
    },
    isHeld: (claim) => isRunning(held.get(claim)),
    async extend() {
      const askedAt = clock.now();
      const running = [...held].filter(([, until]) => isRunning(until)).map(([claim]) => claim);
      if (running.length === 0) return;
      await digests.extend(
        running.map(({ delivery }) => delivery),
        claimant,
        leaseMs,
      );
      // One whose lease ran out while the store was asked may be another's by now.
      for (const claim of running) if (isRunning(held.get(claim))) held.set(claim, askedAt + leaseMs);
    },
    drop: (claim) => void held.delete(claim),
  };
}
