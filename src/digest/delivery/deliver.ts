import type { Clock } from '../../domain/clock.ts';
import type { Delivery } from '../../domain/digest.ts';
import type { DraftDigest } from '../../domain/digest-draft.ts';
import type { DigestStore } from '../../domain/digest-store.ts';
import type { Log } from '../../domain/log.ts';
import type { Metrics } from '../../domain/metrics.ts';
import type { Poster } from '../../domain/poster.ts';
import { createClaims } from './claims.ts';
import { createDueAlerts } from './due-alerts.ts';
import { createFreezer } from './freeze-draft.ts';
import { createHandling } from './handle-claim.ts';
import { createHousekeeping } from './housekeeping.ts';
import { createPlanning } from './plan-due.ts';
import { createRound } from './round.ts';
import type { Dated } from './try-delivery.ts';

/** What a test may want otherwise. */
interface DelivererLimits {
  /** Longer than a post takes with its retries: another process must not take the delivery over meanwhile. */
  readonly leaseMs: number;
  /** Discord remembers a nonce for some minutes; after this time a post is looked for before it is sent again. */
  readonly nonceMs: number;
  /** So many deliveries are on their way at a time: what Discord takes in a second, and more as its answers take time. */
  readonly atOnce: number;
}

export interface DelivererParts {
  readonly digests: DigestStore;
  readonly poster: Poster;
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics?: Metrics;
  /** This process, among those that share the store. */
  readonly claimant: string;
  readonly draft: DraftDigest;
  readonly dated?: Dated;
  /** Alerts the guild of a delivery that went wrong. `true`: done or impossible; `false`: later. */
  readonly tell: (delivery: Delivery) => Promise<boolean>;
  readonly limits?: Partial<DelivererLimits>;
  /** Does a task again and again; answers what ends that. */
  readonly every?: (ms: number, task: () => void) => () => void;
}

export interface Deliverer {
  /**
   * Plans what is due and delivers it, once each, and then tells the guilds of what went wrong. What is due at a call
   * that comes meanwhile is delivered in the same go, and its caller waits for that.
   */
  tick(): Promise<void>;
  /** Begins nothing any more, and waits for what is on its way. */
  stop(): Promise<void>;
}

const usualLimits: DelivererLimits = { leaseMs: 30_000, nonceMs: 60_000, atOnce: 64 };

const counters = ['posted', 'empty', 'skipped', 'failed', 'uncertain', 'late', 'delayed'] as const;

function usualEvery(ms: number, task: () => void): () => void {
  const timer = setInterval(task, ms);
  return () => clearInterval(timer);
}

/** Makes what delivers digests: once each, whoever crashes when. */
export function createDeliverer(parts: DelivererParts): Deliverer {
  const { log, metrics = { count: () => undefined }, every = usualEvery } = parts;
  const { leaseMs, nonceMs, atOnce } = { ...usualLimits, ...parts.limits };
  for (const counter of counters) metrics.count(`digest.${counter}`, 0);
  const claims = createClaims({ ...parts, leaseMs });
  const handling = createHandling({ ...parts, metrics, claims, nonceMs, freeze: createFreezer(parts) });
  const { plan, call, isCalled } = createPlanning(parts);
  const round = createRound({ claims, handling, plan, atOnce });
  const tellAlerts = createDueAlerts(parts);
  const keepHouse = createHousekeeping(parts);
  let running: Promise<void> | undefined;
  let chores: Promise<void> | undefined;
  let isStopping = false;

  /** While a round lasts its claims are held on to, and what is open again by now is claimed. */
  function hold(): void {
    claims.extend().catch((error: unknown) => log.error('digest.claims-not-extended', {}, error));
    round.look();
  }

  async function runRound(): Promise<void> {
    const release = every(leaseMs / 3, hold);
    try {
      await round.run();
    } finally {
      release();
    }
  }

  async function runRounds(): Promise<void> {
    try {
      do await runRound();
      while (isCalled() && !isStopping);
    } finally {
      running = undefined;
    }
  }

  /** Alerts may have to wait for Discord: deliveries go on meanwhile. */
  async function runChores(): Promise<void> {
    try {
      await tellAlerts();
      await keepHouse();
    } finally {
      chores = undefined;
    }
  }

  return {
    async tick() {
      if (isStopping) return;
      call();
      round.look();
      running ??= runRounds();
      await running;
      if (isStopping) return;
      chores ??= runChores();
      await chores;
    },
    async stop() {
      isStopping = true;
      round.stop();
      await Promise.allSettled([running, chores]); // whoever called is told of failures
    },
  };
}
