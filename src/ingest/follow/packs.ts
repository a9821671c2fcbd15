import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Pack } from '../../domain/feeds.ts';
import { type OutlineFeed, readOpml } from '../feed/opml.ts';

/** A pack with its feeds. */
export interface PackFile extends Pack {
  readonly feeds: readonly OutlineFeed[];
}

/** Reads the packs of a folder, by name. A file that is no outline is a fault of ours: it throws and says which. */
export async function readPacks(folder: URL | string): Promise<readonly PackFile[]> {
  const path = folder instanceof URL ? fileURLToPath(folder) : folder;
  const files = (await readdir(path)).filter((name) => name.endsWith('.opml')).sort();
  return await Promise.all(
    files.map(async (file) => {
      const reading = readOpml(await readFile(join(path, file)));
      if (!reading.ok) throw new Error(`${join(path, file)} is no OPML file`);
      const name = file.replace(/\.opml$/, '');
      const { title = name, feeds } = reading.outline;
      return { name, title, feedCount: feeds.length, feeds };
    }),
  );
}
