import { setTimeout as wait } from 'node:timers/promises';
import type { Database } from './connection.ts';
import { sumUpTallies } from './tallies.ts';

/** "Mrge" in ASCII: one process at a time merges, and the next one what has come meanwhile. */
const lockNumber = 0x4d_72_67_65;

/**
 * `gin_clean_pending_list` goes on until nothing waits, and while others write always something does: it merges ever
 * smaller pieces, which are dear. An insert that finds the list too long merges what was there when it began, so one is
 * made and taken back.
 */
const merge = `do $$ begin
  perform pg_advisory_xact_lock(${lockNumber}), set_config('gin_pending_list_limit', '64', true),
    set_config('work_mem', '64MB', true);
  insert into article (id, scope, version, source, published_at, stored_at, topics, length, words)
    values ('merge ' || pg_backend_pid(), 'person:', 1, '', 0, 0, '[]', 0, '');
  raise exception 'taken back' using errcode = 'SFTB0';
exception when sqlstate 'SFTB0' then null; end $$`;

/** After so many articles their tallies are summed up. */
const articlesBetweenSums = 500;
/** So many are merged at a time for less than half of the work that a hundred at a time are; fewer wait for a second. */
const piece = 1_000;
const patienceMs = 1_000;
/** While more wait a writer does too, that searches stay fast: they go through all that waits. */
const mostUnmerged = 2_000;
const longestWaitMs = 100;

/** Puts in order behind the writers' backs what they have only appended. */
export interface Tidier {
  /** Asks for it, and does not wait: what is written meanwhile goes into the next turn. */
  after(articleCount: number): void;
  /** Resolves when not too much waits, and after a tenth of a second in any case. */
  room(): Promise<void>;
  /** Resolves when nothing more is to be done. */
  settled(): Promise<void>;
}

/**
 * What articles bring into the index of words is appended at first and merged behind the writes. Word by word as they
 * come (`fastupdate` off) each word's list is packed anew for every article. Left to PostgreSQL the list of what waits
 * gets long, every search goes through all of it, and a writer merges it in the midst of its batch.
 */
export function createTidier(db: Pick<Database, 'script' | 'transaction'>): Tidier {
  let unmerged = 0;
  let beingMerged = 0;
  let unsummed = 0;
  let isSettling = false;
  let tidying: Promise<void> | undefined;
  let patience = new AbortController();

  async function turn(): Promise<void> {
    beingMerged = unmerged;
    unmerged = 0;
    await db.script(merge);
    unsummed += beingMerged;
    if (unsummed < articlesBetweenSums) return;
    unsummed = 0;
    await sumUpTallies(db);
  }

  async function tidy(): Promise<void> {
    while (unmerged > 0) {
      if (unmerged < piece && !isSettling) {
        patience = new AbortController();
        await wait(patienceMs, undefined, { ref: false, signal: patience.signal }).catch(() => undefined);
      }
      // Nothing is lost where it fails: reads see what waits, and the next turn or autovacuum sees to it.
      await turn().catch(() => undefined);
      beingMerged = 0;
    }
    tidying = undefined;
  }

  return {
    after(articleCount) {
      unmerged += articleCount;
      if (unmerged >= piece) patience.abort();
      tidying ??= tidy();
    },
    async room() {
      if (tidying === undefined || unmerged + beingMerged < mostUnmerged) return;
      await Promise.race([tidying, wait(longestWaitMs)]);
    },
    async settled() {
      isSettling = true;
      patience.abort();
      await tidying;
      isSettling = false;
    },
  };
}
