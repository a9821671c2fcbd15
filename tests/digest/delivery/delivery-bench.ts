import { onTestFinished } from 'vitest';
import { createDeliverer, type DelivererParts } from '../../../src/digest/delivery/deliver.ts';
import { type Delivery, type Digest, usualDigest } from '../../../src/domain/digest.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { recordingLog } from '../../recording-log.ts';
import { plainDraft } from './plain-draft.ts';
import { createSmallDiscord } from './small-discord.ts';

export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
/** A Thursday, eight in the morning in London. */
export const eight = Date.UTC(2026, 10, 26, 8);

/** The engine over the real store in memory and a small Discord, by one clock that tests move. */
export async function createDeliveryBench(given: Partial<DelivererParts> = {}) {
  const time = { at: eight };
  const clock = { now: () => time.at };
  const store = await openStore('sqlite::memory:', clock);
  onTestFinished(() => store.close());
  const { digests } = store;
  const discord = createSmallDiscord(clock);
  const { log, events } = recordingLog();
  const counts = new Map<string, number>();
  const told: Delivery[] = [];
  const held: (() => void)[] = [];
  let made = 0;

  const make = (claimant: string, more: Partial<DelivererParts> = {}) =>
    createDeliverer({
      digests,
      poster: discord.poster,
      clock,
      log,
      metrics: { count: (name, by) => void counts.set(name, (counts.get(name) ?? 0) + by) },
      claimant,
      draft: async (run) => plainDraft(run),
      async tell(delivery) {
        told.push(delivery);
        return true;
      },
      every(_, task) {
        held.push(task);
        return () => void held.splice(held.indexOf(task), 1);
      },
      ...given,
      ...more,
    });

  return {
    time,
    digests,
    store,
    discord,
    events,
    counts,
    told,
    /** What a timer would do while a round lasts. */
    hold: () => {
      for (const task of held) task();
    },
    make,
    deliverer: make('one'),
    /** A digest due at eight. */
    async add(more: Partial<Digest> = {}): Promise<Digest> {
      made += 1;
      const digest: Digest = {
        ...usualDigest,
        id: `digest-${String(made).padStart(4, '0')}`,
        guildId: '100',
        channelId: '200',
        name: 'Morning news',
        times: ['08:00'],
        timezone: 'Europe/London',
        createdBy: '300',
        createdAt: eight - hourMs,
        nextRunAt: eight,
        ...more,
      };
      await digests.add(digest);
      return digest;
    },
    /** The newest delivery of a digest. */
    async last({ id }: Pick<Digest, 'id'>): Promise<Delivery> {
      const [newest] = await digests.deliveries(id, 1);
      if (newest === undefined) throw new Error(`${id} has no delivery`);
      return newest;
    },
  };
}

export type DeliveryBench = Awaited<ReturnType<typeof createDeliveryBench>>;
