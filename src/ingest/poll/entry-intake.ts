import { randomBytes } from 'node:crypto';
import type { ArticleStore } from '../../domain/article-store.ts';
import type { EntryOutcome, Feed, FeedEntry } from '../../domain/feed.ts';
import type { FeedStore } from '../../domain/feed-store.ts';
import type { Log } from '../../domain/log.ts';
import { createHostTurns } from '../fetch/host-turns.ts';
import { keepArticle } from '../keep-article.ts';
import { type EntryPayload, readPayload } from './entry-payload.ts';
import { fullTextOf } from './full-text.ts';
import { createHostSlots } from './host-slots.ts';
import { createEntryReading, type EntryReading, type EntryReadingPorts } from './read-entry.ts';

export interface EntryIntakePorts extends EntryReadingPorts {
  readonly feeds: Pick<FeedStore, 'claimEntries' | 'settleEntry'>;
  readonly articles: Pick<ArticleStore, 'put' | 'get'>;
  readonly log: Log;
  /** From 0 to 1. */
  readonly random: () => number;
}

export interface EntryIntake {
  /** Begins to take in what waits; does not wait for the end. */
  tick(): void;
  /** Waits until nothing is underway. */
  settled(): Promise<void>;
  /** Takes nothing new in hand, and waits for what is; close the web meanwhile, so that this is not for long. */
  stop(): Promise<void>;
}

type Claimed = FeedEntry & { readonly feed: Feed };

const mostInHand = 40;
/** Pages are asked of so many sites at once; the web has more turns, for what a person waits for. */
const hostsAtOnce = 4;
/** Longer than all that are in hand can take where they are of one slow site. */
const leaseMs = 15 * 60_000;
const mostAttempts = 4;
/** About as long as a page takes with the pause behind it. */
const slotMs = 1500;
/** Who has to wait longer for its site gives its place to entries of other sites. */
const longestQueueMs = 60_000;
const firstWaitMs = 5 * 60_000;

const stopped: EntryOutcome = { kind: 'again', waitMs: 0, reason: 'the bot was stopped' };

/** Makes what turns a feed's entries into articles, in the background, each by itself. */
export function createEntryIntake(ports: EntryIntakePorts): EntryIntake {
  const { feeds, articles, clock, log, random } = ports;
  const readEntry = createEntryReading(ports);
  const turn = createHostTurns({ hostsAtOnce });
  const takeSlot = createHostSlots(slotMs, clock.now);
  const inHand = new Set<Promise<void>>();
  let running: Promise<void> | undefined;
  let isStopped = false;

  /** 5 minutes, then three times as long each time. */
  const waitAfter = (attempts: number) => firstWaitMs * 3 ** Math.max(0, attempts - 1) * (1 + random() / 4);

  async function keep({ article, of }: Extract<EntryReading, { ok: true }>): Promise<EntryOutcome> {
    // What a feed says of an article never takes the place of the article.
    const known = of === 'notice' ? await articles.get(article.id, [article.scope]) : undefined;
    if (known !== undefined && known.text.length > article.text.length)
      return { kind: 'taken', articleId: known.id };
    const kept = await keepArticle(articles, article);
    return { kind: 'taken', articleId: kept.article.id };
  }

  async function outcomeOf(
    { feed, attempts }: Claimed,
    payload: EntryPayload | undefined,
  ): Promise<EntryOutcome> {
    if (isStopped) return stopped;
    if (payload === undefined) return { kind: 'left', reason: 'what was stored of it cannot be read' };
    if (payload.isOld === true) return { kind: 'left', reason: 'it was there before the feed was followed' };
    const reading = await readEntry(payload, feed, attempts >= mostAttempts);
    // The web is closed when the bot stops: what then failed did not fail by itself.
    if (isStopped && !(reading.ok && reading.of !== 'notice')) return stopped;
    return reading.ok ? await keep(reading) : failed(reading, attempts);
  }

  function failed({ reason, waitMs }: Extract<EntryReading, { ok: false }>, attempts: number): EntryOutcome {
    if (waitMs === undefined) return { kind: 'left', reason };
    return { kind: 'again', waitMs: Math.max(waitMs, waitAfter(attempts)), reason };
  }

  function broken(entry: Claimed, error: unknown): EntryOutcome {
    const reference = randomBytes(4).toString('hex');
    log.error('entry.failed', { feedId: entry.feedId, entryId: entry.id, reference }, error);
    const reason = `something broke (${reference})`;
    const { attempts } = entry;
    return attempts >= mostAttempts
      ? { kind: 'left', reason }
      : { kind: 'again', waitMs: waitAfter(attempts), reason };
  }

  async function settle(entry: Claimed, outcome: EntryOutcome): Promise<void> {
    try {
      await feeds.settleEntry(entry.id, outcome);
    } catch (error) {
      log.error('entry.not-settled', { feedId: entry.feedId, entryId: entry.id }, error);
      return;
    }
    const reason = outcome.kind === 'taken' ? undefined : outcome.reason;
    log.debug('entry.settled', { feedId: entry.feedId, entryId: entry.id, kind: outcome.kind, reason });
  }

  async function takeIn(entry: Claimed, payload: EntryPayload | undefined): Promise<void> {
    await settle(entry, await outcomeOf(entry, payload).catch((error: unknown) => broken(entry, error)));
  }

  /** An archive of one site does not keep the news of the others waiting: it is called again when its turn comes. */
  function queueMs(entry: Claimed, payload: EntryPayload | undefined, host: string): number {
    const isFirstTime = entry.attempts <= 1;
    const asksItsSite = payload?.url !== undefined && fullTextOf(payload) === undefined;
    const waitMs = isFirstTime && asksItsSite ? takeSlot(host) : 0;
    return waitMs > longestQueueMs ? waitMs : 0;
  }

  function begin(entry: Claimed): void {
    const payload = readPayload(entry.payload);
    const host = URL.parse(payload?.url ?? entry.feed.address)?.host ?? entry.feedId;
    const waitMs = queueMs(entry, payload, host);
    const work = (
      waitMs > 0
        ? settle(entry, { kind: 'again', waitMs, reason: 'many others of its site come first' })
        : turn(host, () => takeIn(entry, payload))
    ).finally(() => inHand.delete(work));
    inHand.add(work);
  }

  async function takeInAll(): Promise<void> {
    while (!isStopped) {
      if (inHand.size <= mostInHand / 2) {
        const claimed = await feeds.claimEntries(leaseMs, mostInHand - inHand.size);
        for (const entry of claimed) begin(entry);
      }
      if (inHand.size === 0) return;
      await Promise.race(inHand);
    }
  }

  return {
    tick() {
      if (isStopped) return;
      running ??= takeInAll()
        .catch((error: unknown) => log.error('entries.failed', {}, error))
        .finally(() => {
          running = undefined;
        });
    },
    async settled() {
      await running;
      await Promise.all(inHand);
    },
    async stop() {
      isStopped = true;
      await running;
      await Promise.all(inHand);
    },
  };
}
