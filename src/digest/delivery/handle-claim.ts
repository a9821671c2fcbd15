import { randomBytes } from 'node:crypto';
import type { Clock } from '../../domain/clock.ts';
import type { Delivery } from '../../domain/digest.ts';
import type { DigestStore, Settlement } from '../../domain/digest-store.ts';
import type { Log } from '../../domain/log.ts';
import type { Metrics } from '../../domain/metrics.ts';
import type { Poster } from '../../domain/poster.ts';
import { type Afterwards, doAfterwards } from './afterwards.ts';
import type { Claim, Claims } from './claims.ts';
import { createTurns } from './in-turn.ts';
import { isLate } from './lateness.ts';
import { waitAfter, waitAfterAge } from './tries.ts';
import { type Outcome, type TryParts, tryDelivery } from './try-delivery.ts';

export interface HandlingParts extends TryParts {
  readonly digests: DigestStore;
  readonly poster: Poster;
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly claimant: string;
  readonly claims: Claims;
}

/** What is done with a claim, up to its record in the store. Never fails: the log says what did, and the lease runs out. */
export interface Handling {
  /** Answers whether something is due after the post. */
  deliver(claim: Claim): Promise<boolean>;
  finish(claim: Claim): Promise<void>;
}

type Fields = Readonly<Record<string, string | number>>;

const fieldsOf = ({ digestId, slot, attempts }: Delivery): Fields => ({ digestId, slot, attempt: attempts });

export function createHandling(parts: HandlingParts): Handling {
  const { digests, clock, log, metrics, claimant, claims } = parts;
  const inTurn = createTurns();

  /** What the log calls a fault, for whoever reads of it elsewhere. */
  function broken(delivery: Delivery, error: unknown): string {
    const reference = randomBytes(4).toString('hex');
    log.error('digest.broken', { ...fieldsOf(delivery), reference }, error);
    return `something broke (${reference})`;
  }

  async function settle(delivery: Delivery, settlement: Settlement): Promise<void> {
    const { state } = settlement;
    const isSettled = await digests.settle(delivery, claimant, settlement);
    const reason = state === 'posted' ? undefined : settlement.reason;
    log.info('digest.settled', { ...fieldsOf(delivery), state, reason, isSettled });
    if (!isSettled) return;
    metrics.count(`digest.${state}`, 1);
    if (state === 'posted' && isLate(delivery, clock.now())) metrics.count('digest.late', 1);
  }

  async function record(delivery: Delivery, outcome: Outcome): Promise<void> {
    const fields = fieldsOf(delivery);
    switch (outcome.state) {
      case 'lost':
        return log.warn('digest.claim-lost', fields);
      case 'again': {
        const { waitMs, reason } = outcome;
        await digests.release(delivery, claimant, waitMs, reason);
        metrics.count('digest.delayed', 1);
        return log.warn('digest.delayed', { ...fields, waitMs, reason });
      }
      default:
        await settle(delivery, outcome);
    }
  }

  async function deliver(claim: Claim): Promise<boolean> {
    const { delivery } = claim;
    try {
      const outcome = await tryDelivery(claim, parts).catch((error: unknown): Outcome => {
        return { state: 'again', waitMs: waitAfter(delivery), reason: broken(delivery, error) };
      });
      await record(delivery, outcome);
      return outcome.state === 'posted' && outcome.afterwards === true;
    } catch (error) {
      log.error('digest.not-recorded', fieldsOf(delivery), error);
      return false;
    } finally {
      claims.drop(claim);
    }
  }

  async function recordAfterwards(delivery: Delivery, after: Afterwards): Promise<void> {
    const fields = fieldsOf(delivery);
    if ('outcome' in after) {
      const { outcome } = after;
      const isSettled = await digests.finish(delivery, claimant, outcome);
      return log.info('digest.finished', { ...fields, outcome, isSettled });
    }
    const { waitMs, reason } = after;
    await digests.releaseAfterwards(delivery, claimant, waitMs);
    log.warn('digest.finish-delayed', { ...fields, waitMs, reason });
  }

  return {
    // What one run of a digest tells, the next one leaves out.
    deliver: (claim) => inTurn(claim.delivery.digestId, () => deliver(claim)),
    async finish(claim) {
      const { delivery } = claim;
      try {
        const after = await doAfterwards(claim, parts).catch((error: unknown): Afterwards => {
          return { waitMs: waitAfterAge(0), reason: broken(delivery, error) };
        });
        await recordAfterwards(delivery, after);
      } catch (error) {
        log.error('digest.not-recorded', fieldsOf(delivery), error);
      }
    },
  };
}
