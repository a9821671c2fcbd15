import type { Claim, Claims } from './claims.ts';
import type { Handling } from './handle-claim.ts';
import { createSignal } from './signal.ts';

export interface RoundParts {
  readonly claims: Claims;
  readonly handling: Handling;
  /** Writes the deliveries that have become due; answers whether there may be some. Asked whenever something has happened. */
  readonly plan: () => Promise<boolean>;
  /** So many are worked on at a time. */
  readonly atOnce: number;
}

/** The work on whatever can be claimed. */
export interface Round {
  /** Works until there is nothing to claim. A store that fails fails it, once what is underway has ended. */
  run(): Promise<void>;
  /** There may be something to claim. */
  look(): void;
  /** Begins nothing any more. */
  stop(): void;
}

/** Few, as their leases run from now on; and not one by one, as the store would be asked for each. */
const claimedAtOnce = 16;

export function createRound({ claims, handling, plan, atOnce }: RoundParts): Round {
  const few = Math.min(claimedAtOnce, atOnce);
  const signal = createSignal();
  const underway = new Set<Promise<void>>();
  /** What may be there to claim. */
  const open = { deliveries: true, afterwards: true };
  let isStopping = false;

  const room = () => atOnce - underway.size;
  const isOpen = () => !isStopping && (open.deliveries || open.afterwards);

  function begin(work: Promise<void>): void {
    const tracked = work.finally(() => {
      underway.delete(tracked);
      if (underway.size === 0 || (isOpen() && room() >= few)) signal.raise();
    });
    underway.add(tracked);
  }

  async function deliver(claim: Claim): Promise<void> {
    if (await handling.deliver(claim)) open.afterwards = true;
  }

  /** What has been posted is finished first: it is little, and the rest can be much. */
  async function takeAfterwards(): Promise<void> {
    if (!open.afterwards) return;
    open.afterwards = false;
    const claimed = await claims.takeAfterwards(Math.ceil(few / 2));
    if (claimed.length > 0) open.afterwards = true;
    for (const claim of claimed) begin(handling.finish(claim));
  }

  async function takeDeliveries(): Promise<void> {
    if (!open.deliveries) return;
    open.deliveries = false;
    const claimed = await claims.take(Math.min(few, room()));
    if (claimed.length > 0) open.deliveries = true;
    for (const claim of claimed) begin(deliver(claim));
  }

  async function fill(): Promise<void> {
    while (isOpen() && room() >= few) {
      await takeAfterwards();
      await takeDeliveries();
    }
  }

  return {
    async run() {
      try {
        do {
          if (await plan()) open.deliveries = true;
          await fill();
          if (underway.size > 0) await signal.raised();
        } while (underway.size > 0 || isOpen());
      } finally {
        await Promise.all(underway);
      }
    },
    look() {
      open.deliveries = true;
      open.afterwards = true;
      signal.raise();
    },
    stop() {
      isStopping = true;
      signal.raise();
    },
  };
}
