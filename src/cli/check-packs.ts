import type { OutlineFeed } from '../ingest/feed/opml.ts';
import type { FetchBytes } from '../ingest/fetch/fetch-bytes.ts';
import type { TakeTurn } from '../ingest/fetch/host-turns.ts';
import { webAddress } from '../ingest/fetch/web-address.ts';
import type { PackFile } from '../ingest/follow/packs.ts';
import { ofReading } from '../ingest/follow/step-details.ts';
import { wordsFor } from '../ingest/page-problems.ts';
import { feedTypes } from '../ingest/poll/feed-types.ts';
import type { ReadingPool } from '../ingest/reading/reading-pool.ts';
import { createInOrder } from './in-order.ts';
import type { Terminal } from './run-tool.ts';
import { counted, dayOf, harmless } from './words.ts';

export interface PackPorts {
  readonly fetchBytes: FetchBytes;
  readonly takeTurn: TakeTurn;
  readonly readFeed: ReadingPool['readFeed'];
  readonly allowed: ReadonlySet<string>;
}

interface Check {
  readonly ok: boolean;
  /** "25 entries, the newest of 2026-11-25", or why not. */
  readonly words: string;
}

const notes = 10;

/** Asks every feed of the packs for its entries, each once and politely; answers the exit status. */
export async function checkPacks(
  packs: readonly PackFile[],
  ports: PackPorts,
  terminal: Terminal,
): Promise<number> {
  const listed = packs.flatMap(({ name, feeds }) => feeds.map((feed) => ({ name, feed })));
  const asked = new Map<string, Promise<Check>>();
  let writing = Promise.resolve();
  let doneCount = 0;
  let okCount = 0;

  const inOrder = createInOrder<string>((line) => {
    writing = writing.then(() => terminal.write(harmless(line)));
  });

  async function check({ name, feed }: (typeof listed)[number], place: number): Promise<void> {
    const { address, title = address } = feed;
    const work = asked.get(address) ?? checkFeed(feed, ports);
    asked.set(address, work);
    const { ok, words } = await work;
    inOrder.say(place, `${ok ? 'ok   ' : 'fails'} ${name}: ${title}: ${words} · ${address}`);
    inOrder.end(place);
    doneCount += 1;
    if (ok) okCount += 1;
    if (doneCount % Math.ceil(listed.length / notes) === 0) terminal.note(`${doneCount} of ${listed.length}`);
  }

  await Promise.all(listed.map(check));
  await writing;
  const failedCount = listed.length - okCount;
  await terminal.write(
    `${counted(packs.length, 'pack')}: ${counted(okCount, 'feed')} answered, ${failedCount} did not`,
  );
  return failedCount === 0 ? 0 : 1;
}

async function checkFeed(
  { address }: OutlineFeed,
  { fetchBytes, takeTurn, readFeed, allowed }: PackPorts,
): Promise<Check> {
  const place = webAddress(address, allowed);
  if (!place.ok) return { ok: false, words: wordsFor(place) };
  const { host, href } = place.url;
  const fetched = await takeTurn(host, () => fetchBytes(href, feedTypes));
  if (!fetched.ok) return { ok: false, words: wordsFor(fetched) };
  const reading = await readFeed(fetched);
  if (!reading.ok) return { ok: false, words: ofReading(reading) };
  const { entries } = reading.feed;
  const newest = Math.max(0, ...entries.map(({ publishedAt, updatedAt }) => publishedAt ?? updatedAt ?? 0));
  const since = newest === 0 ? 'without dates' : `the newest of ${dayOf(newest)}`;
  return { ok: true, words: `${counted(entries.length, 'entry')}, ${since}` };
}
