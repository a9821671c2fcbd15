import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../../domain/clock.ts';
import type { Digest } from '../../domain/digest.ts';
import type { DigestStore } from '../../domain/digest-store.ts';
import type { Log } from '../../domain/log.ts';
import type { Poster } from '../../domain/poster.ts';
import { accessFor } from '../access-for.ts';
import type { DigestAlerts } from './alerts.ts';
import { checkAgain } from './check-again.ts';

export interface MenderParts {
  readonly digests: Pick<DigestStore, 'get' | 'list' | 'update' | 'pauseChannel' | 'deliveries' | 'reopen'>;
  readonly poster: Pick<Poster, 'access'>;
  readonly tellOf: DigestAlerts['tellOf'];
  readonly clock: Clock;
  readonly log: Log;
  /** Ends early by the signal. */
  readonly wait?: (ms: number, signal: AbortSignal) => Promise<void>;
}

/** Keeps the digests of guilds in step with their channels. Its calls answer at once, and never throw. */
export interface Mender {
  /** A channel is gone: its digests are paused, and the guild is told. */
  deleted(guildId: string, channelId: string): void;
  /**
   * Rights in a guild may have changed: digests that rest for want of them go on where they can, with the run that failed
   * where it is not too late for it, and the guild is told.
   */
  changed(guildId: string): void;
  /** Resolves when everything that was heard so far is done. */
  done(): Promise<void>;
  /** Ends after what is being done; what waits its turn is not begun. */
  stop(): Promise<void>;
}

/** Who changes rights changes several in a row. */
const quietMs = 3_000;

const usualWait = (ms: number, signal: AbortSignal): Promise<void> =>
  sleep(ms, undefined, { signal }).catch(() => undefined); // ended early

/** Makes what follows channels that go and rights that come. */
export function createMender({ digests, poster, tellOf, clock, log, wait = usualWait }: MenderParts): Mender {
  const restless = new Set<string>();
  const over = new AbortController();
  let last: Promise<void> = Promise.resolve();

  /** One after the other, so that the same news twice finds the first done. */
  function inTurn(guildId: string, work: () => Promise<void>): void {
    const unlessOver = () => (over.signal.aborted ? undefined : work());
    last = last
      .then(unlessOver)
      .catch((error: unknown) => log.error('digest.not-mended', { guildId }, error));
  }

  async function pauseAll(guildId: string, channelId: string): Promise<void> {
    const at = clock.now();
    const count = await digests.pauseChannel(guildId, channelId, { at, by: 'gone' });
    if (count === 0) return;
    log.warn('digest.channel-gone', { guildId, channelId, count });
    const isOne = ({ pause, channelId: of }: Digest) => of === channelId && pause?.by === 'gone';
    await tellOf(guildId, { kind: 'gone', digests: (await digests.list(guildId)).filter(isOne) });
  }

  function canPost(digest: Digest): boolean {
    const { kind, missing } = accessFor(digest, digest.channelId, poster);
    return kind !== 'unknown' && kind !== 'gone' && kind !== 'none' && missing.length === 0;
  }

  async function resumeAll(guildId: string): Promise<void> {
    const resting = (await digests.list(guildId)).filter(({ pause }) => pause?.by === 'rights');
    const resumed: Digest[] = [];
    for (const { id: digestId } of resting.filter(canPost)) {
      const [newest] = await digests.deliveries(digestId, 1);
      const run = newest === undefined ? { digestId, guildId } : { digestId, guildId, slot: newest.slot };
      const checked = await checkAgain(run, { digests, poster, clock });
      if (checked.kind === 'fine' && checked.isResumed) resumed.push(checked.digest);
    }
    if (resumed.length === 0) return;
    log.info('digest.resumed', { guildId, count: resumed.length });
    await tellOf(guildId, { kind: 'resumed', digests: resumed });
  }

  return {
    deleted: (guildId, channelId) => inTurn(guildId, () => pauseAll(guildId, channelId)),
    changed(guildId) {
      if (restless.has(guildId)) return;
      restless.add(guildId);
      const quiet = wait(quietMs, over.signal).then(() => {
        restless.delete(guildId);
      });
      inTurn(guildId, async () => {
        await quiet;
        if (!over.signal.aborted) await resumeAll(guildId);
      });
    },
    done: () => last,
    async stop() {
      over.abort();
      await last;
    },
  };
}
