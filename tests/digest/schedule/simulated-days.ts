import { createDeliverer } from '../../../src/digest/delivery/deliver.ts';
import { nextRun } from '../../../src/digest/schedule/next-run.ts';
import type { Delivery, Digest } from '../../../src/domain/digest.ts';
import type { Poster } from '../../../src/domain/poster.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { recordingLog } from '../../recording-log.ts';
import { newDigest } from '../../store/bench.ts';
import { dayMs, lookAt, seenSlots } from '../selection/looked-at.ts';
import { zoneNames } from './every-zone.ts';
import { someSchedule } from './schedule-years.ts';

type Span = readonly [number, number];
type Random = (below: number) => number;

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
/** A digest later than this is not posted. */
const tooLateMs = 6 * hourMs;
const mostMissed = 50;

/** How long the bot is off: a restart, a night, a holiday. */
const outages = [2 * minuteMs, 40 * minuteMs, 7 * hourMs, 2 * dayMs, 12 * dayMs] as const;

/** How the clock goes on: so many minutes between two looks at most, and one in so many is after an outage, or the clock is set back. */
export interface Pace {
  readonly mostMinutes: number;
  readonly oneIn: number;
}

/** When the bot looks at the clock: as it shows another minute, a little later. */
function* looksOf([from, until]: Span, { mostMinutes, oneIn }: Pace, random: Random): Generator<number> {
  for (let at = from; at < until; ) {
    const chance = random(6 * oneIn);
    if (chance === 0) at -= random(hourMs);
    else if (chance < 6) at += random(2 * (outages[random(outages.length)] ?? 0));
    else at = (Math.floor(at / minuteMs) + 1 + random(mostMinutes)) * minuteMs + random(900);
    yield at;
  }
}

type End = 'posted' | 'late' | 'missed' | 'left out';

/** How a slot must end that was due together with others, of which so many are newer; of those left out only the number is told. */
function endOf(slot: number, newer: number, now: number): End {
  if (newer > 0) return newer <= mostMissed ? 'missed' : 'left out';
  return now - slot > tooLateMs ? 'late' : 'posted';
}

/** What must become of a digest's slots, in order, when the clock is looked at like that. */
function expectedEnds(slots: readonly number[], looks: readonly number[]): ReadonlyMap<number, End> {
  const ends = new Map<number, End>();
  let next = 0;
  for (const now of looks) {
    const first = next;
    while ((slots[next] ?? Number.POSITIVE_INFINITY) <= now) next += 1;
    const due = slots.slice(first, next).reverse();
    for (const [newer, slot] of due.entries()) ends.set(slot, endOf(slot, newer, now));
  }
  return ends;
}

/** What has become of them by the store: "unfinished" is none that may be there at the end. */
function actualEnds(deliveries: readonly Delivery[]): ReadonlyMap<number, string> {
  const nameOf = ({ state, reason = '' }: Delivery) => {
    if (state !== 'skipped') return state === 'posted' ? 'posted' : 'unfinished';
    return reason.startsWith('missed') ? 'missed' : 'late';
  };
  return new Map(deliveries.map((delivery) => [delivery.slot, nameOf(delivery)]));
}

const leftOutOf = ({ reason = '' }: Delivery): number =>
  Number(/^missed, as were (\d+) before$/.exec(reason)?.[1] ?? 0);

function createPoster(posts: Map<string, number>): Poster {
  return {
    async post({ nonce }) {
      posts.set(nonce, (posts.get(nonce) ?? 0) + 1);
      return { ok: true, messageId: `${posts.size}` };
    },
    find: async () => ({ kind: 'absent' }),
    access: () => ({ kind: 'messages', missing: [] }),
    notifies: () => true,
    publish: async () => ({ ok: true, messageId: '1' }),
    openThread: async () => ({ ok: true, messageId: '1' }),
  };
}

/** What is not as it must be, a line each, and how much was looked at. */
export interface SimulatedDays {
  readonly problems: readonly string[];
  readonly looks: number;
  readonly slots: number;
  readonly ends: Readonly<Record<End, number>>;
}

/**
 * Lets digests of many zones come and go, by the real store and deliverer, while the clock ticks through a span of time
 * with outages and steps back; then holds what the store and the channel have of each slot against what must be.
 */
export async function simulateDays(
  span: Span,
  { count, pace }: { readonly count: number; readonly pace: Pace },
  random: Random,
): Promise<SimulatedDays> {
  const time = { at: span[0] };
  const clock = { now: () => time.at };
  const store = await openStore('sqlite::memory:', clock);
  const posts = new Map<string, number>();
  const digests = Array.from({ length: count }, (): Digest => {
    const timezone = zoneNames[random(zoneNames.length)] ?? 'UTC';
    const schedule = { ...someSchedule(random), timezone };
    return newDigest({ ...schedule, guildId: `${random(9)}`, nextRunAt: nextRun(schedule, span[0]) });
  });
  for (const digest of digests) await store.digests.add(digest);
  const deliverer = createDeliverer({
    digests: { ...store.digests, pruneDeliveries: async () => 0 },
    poster: createPoster(posts),
    clock,
    log: recordingLog().log,
    claimant: 'one',
    draft: async ({ reference }) => ({
      reply: { blocks: [{ kind: 'small', pieces: [reference] }] },
      articleIds: [],
      record: { since: 0, until: 0, counts: {}, stories: [] },
    }),
    tell: async () => true,
    every: () => () => undefined,
  });
  const looks: number[] = [];
  for (const at of looksOf(span, pace, random)) {
    time.at = at;
    looks.push(at);
    await deliverer.tick();
  }
  await deliverer.stop();
  const found = await Promise.all(
    digests.map(async (digest) =>
      endsOf(digest, await store.digests.deliveries(digest.id, 1e6), { looks, posts, from: span[0] }),
    ),
  );
  await store.close();
  const all = found.flatMap(({ expected }) => [...expected.values()]);
  const countOf = (end: End) => all.filter((one) => one === end).length;
  return {
    problems: found.flatMap(({ problems }) => problems),
    looks: looks.length,
    slots: all.length,
    ends: {
      posted: countOf('posted'),
      late: countOf('late'),
      missed: countOf('missed'),
      'left out': countOf('left out'),
    },
  };
}

function endsOf(
  { timezone, times, days }: Digest,
  deliveries: readonly Delivery[],
  {
    looks,
    posts,
    from,
  }: {
    readonly looks: readonly number[];
    readonly posts: ReadonlyMap<string, number>;
    readonly from: number;
  },
): { readonly expected: ReadonlyMap<number, End>; readonly problems: readonly string[] } {
  const until = looks.reduce((latest, at) => Math.max(latest, at), from);
  const seen = lookAt(timezone, from - dayMs, until + dayMs);
  const expected = expectedEnds(seenSlots(seen, { times, days }, [from, until]), looks);
  const actual = actualEnds(deliveries);
  const told = deliveries.reduce((sum, delivery) => sum + leftOutOf(delivery), 0);
  const leftOut = [...expected.values()].filter((end) => end === 'left out').length;
  const postsOf = ({ nonce, state }: Delivery) => (posts.get(nonce) ?? 0) - (state === 'posted' ? 1 : 0);
  const problems = [
    ...[...expected]
      .filter(([slot, end]) => (end === 'left out' ? actual.has(slot) : actual.get(slot) !== end))
      .map(
        ([slot, end]) => `${new Date(slot).toISOString()} is ${actual.get(slot) ?? 'not there'}, not ${end}`,
      ),
    ...[...actual.keys()]
      .filter((slot) => !expected.has(slot))
      .map((slot) => `${new Date(slot).toISOString()} is no slot`),
    ...deliveries
      .filter((one) => postsOf(one) !== 0)
      .map(({ slot }) => `${new Date(slot).toISOString()} was not posted once`),
    ...(told === leftOut ? [] : [`${told} are said to be left out, not ${leftOut}`]),
  ];
  return {
    expected,
    problems: problems.map((problem) => `[${times}] on [${days}] in ${timezone}: ${problem}`),
  };
}
