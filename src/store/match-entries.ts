import type { EntryMark } from '../domain/feed.ts';

/** An entry that is kept, by its row. */
export interface KeptEntry extends EntryMark {
  readonly rowId: number;
}

/** What a poll's entry is: one that is kept already (`kept`), with other content perhaps, or a new one. */
export interface Match<Entry extends EntryMark> {
  readonly entry: Entry;
  readonly kept?: KeptEntry;
}

const exactMark = ({ guid, url, contentHash }: EntryMark) => JSON.stringify([guid, url, contentHash]);

/** Where on its site a page stands: this stays when a site moves to another host or to https. */
function placeOf(url: string): string {
  const address = URL.parse(url);
  return address === null ? url : `${address.pathname}${address.search}`;
}

function isElsewhere(one: EntryMark, other: EntryMark): boolean {
  return one.url !== undefined && other.url !== undefined && placeOf(one.url) !== placeOf(other.url);
}

function grouped<T>(all: readonly T[], keyOf: (one: T) => string | undefined): ReadonlyMap<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const key = keyOf(one);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return groups;
}

/** The entries of a poll, each once. */
export function distinct<Entry extends EntryMark>(entries: readonly Entry[]): readonly Entry[] {
  return [...new Map(entries.map((entry) => [exactMark(entry), entry])).values()];
}

/**
 * Finds the entries of a poll among those kept: by guid, else by address, else by content. A guid or an address that
 * several entries share names none of them, and no kept entry is two of the poll. The same words at another place of
 * the site are another entry: headings such as a daily column's come again.
 */
export function matchEntries<Entry extends EntryMark>(
  entries: readonly Entry[],
  kept: readonly KeptEntry[],
): readonly Match<Entry>[] {
  const found = new Map<Entry, KeptEntry>();
  const taken = new Set<KeptEntry>();

  function findBy(
    keyOf: (mark: EntryMark) => string | undefined,
    choose: (entry: Entry, candidates: readonly KeptEntry[], peers: number) => KeptEntry | undefined,
  ): void {
    const candidates = grouped(kept, keyOf);
    for (const [key, peers] of grouped(entries, keyOf)) {
      for (const entry of peers.filter((peer) => !found.has(peer))) {
        const one = choose(entry, candidates.get(key) ?? [], peers.length);
        if (one === undefined || taken.has(one)) continue;
        found.set(entry, one);
        taken.add(one);
      }
    }
  }

  const onlyOne = (_: Entry, candidates: readonly KeptEntry[], peers: number) =>
    peers === 1 && candidates.length === 1 ? candidates[0] : undefined;

  findBy(exactMark, (_, candidates) => candidates[0]);
  if (found.size < entries.length) {
    findBy(({ guid }) => guid, onlyOne);
    findBy(({ url }) => url, onlyOne);
    findBy(
      ({ contentHash }) => contentHash,
      (entry, candidates) => candidates.find((one) => !taken.has(one) && !isElsewhere(entry, one)),
    );
  }
  return entries.map((entry) => {
    const one = found.get(entry);
    return one === undefined ? { entry } : { entry, kept: one };
  });
}
