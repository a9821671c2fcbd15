import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Clock } from '../../domain/clock.ts';
import type { Upkeep } from '../../store/upkeep.ts';
import { exportText, type ItemCounts } from './item-lines.ts';
import type { Progress } from './progress.ts';
import { countsWords, grouped, share } from './store-words.ts';

export interface ExportParts {
  readonly upkeep: Upkeep;
  readonly clock: Clock;
  readonly progress: Progress;
  readonly output: Writable;
  readonly signal: AbortSignal;
}

/** Only the owner may read it: it holds what is one guild's or one person's alone. */
const ownersOnly = 0o600;

/** So many pages wait in memory for a slow reader. */
const pagesAhead = 1;

const warning =
  'note: an export holds the private articles of servers and persons, and addresses of feeds that are secrets: keep it as you keep passwords';

/** Writes to a file beside the wanted one, which takes its place when it is whole and on the disk. */
async function writeWhole(file: string, text: Readable, signal: AbortSignal): Promise<void> {
  const part = `${file}.${randomBytes(4).toString('hex')}.part`;
  const target = createWriteStream(part, { flags: 'wx', mode: ownersOnly, flush: true });
  try {
    if (file.endsWith('.gz')) await pipeline(text, createGzip(), target, { signal });
    else await pipeline(text, target, { signal });
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

/** Writes all of the store to a file, or to the output ("-"); answers the exit status. */
export async function exportStore(
  file: string,
  { upkeep, clock, progress, output, signal }: ExportParts,
): Promise<number> {
  progress.note(warning);
  const expected = await upkeep.expected();
  let damagedCount = 0;
  let counts: ItemCounts | undefined;

  const pages = upkeep.dump((reason) => {
    damagedCount += 1;
    progress.note(`left out: ${reason}`);
  });
  const text = exportText(pages, clock.now(), (now) => {
    counts = now;
    const done = Object.values(now).reduce((sum, count) => sum + count, 0);
    progress.tell(`exporting: ${share(done, expected)}`);
  });
  const readable = Readable.from(text, { objectMode: true, highWaterMark: pagesAhead });
  if (file === '-') await pipeline(readable, output, { signal, end: false });
  else await writeWhole(file, readable, signal);
  progress.end();
  progress.note(`exported ${countsWords(counts)}${file === '-' ? '' : ` to ${file}`}`);
  if (damagedCount === 0) return 0;
  progress.note(
    `${grouped(damagedCount)} that are damaged were left out: \`npm run store -- verify\` names them`,
  );
  return 1;
}
