import type { Clock } from '../../domain/clock.ts';
import type { Delivery } from '../../domain/digest.ts';
import type { DigestStore } from '../../domain/digest-store.ts';

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
  /** Whether no other process can have the delivery before a request that begins now has ended. */
  isHeld(claim: Claim): Promise<boolean>;
  /** Holds on to all of them. */
  extend(): Promise<void>;
  drop(claim: Claim): void;
}

/** What a lease must have left when a request begins: more than Discord can take to act on it. */
const neededShare = 1 / 2;

/** Makes the book of claims. A lease is counted from before the store was asked, so it never ends here later than there. */
export function createClaims({ digests, clock, claimant, leaseMs }: ClaimParts): Claims {
  const held = new Map<Claim, number>();
  const leftMs = (claim: Claim): number => (held.get(claim) ?? Number.NEGATIVE_INFINITY) - clock.now();

  async function extend(): Promise<void> {
    const askedAt = clock.now();
    const running = [...held.keys()].filter((claim) => leftMs(claim) > 0);
    if (running.length === 0) return;
    const deliveries = running.map(({ delivery }) => delivery);
    await digests.extend(deliveries, claimant, leaseMs);
    // One whose lease ran out while the store was asked may be another's by now.
    for (const claim of running) if (leftMs(claim) > 0) held.set(claim, askedAt + leaseMs);
  }

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
    async isHeld(claim) {
      const neededMs = leaseMs * neededShare;
      if (leftMs(claim) <= neededMs) await extend();
      return leftMs(claim) > neededMs;
    },
    extend,
    drop: (claim) => void held.delete(claim),
  };
}
