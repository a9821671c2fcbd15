import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** Something to be read, as it comes in. */
export interface InputDocument {
  readonly bytes: Uint8Array;
  readonly contentType: string;
  /** Empty where it is not known. */
  readonly url: string;
}

/** Of the file that lists documents to a process that reads them. */
export const listedSchema = z.array(z.object({ path: z.string(), contentType: z.string(), url: z.string() }));

/** Writes documents into a folder, byte for byte; answers the file that lists them. */
export async function writeDocuments(folder: string, documents: readonly InputDocument[]): Promise<string> {
  await mkdir(folder, { recursive: true });
  const listed = await Promise.all(
    documents.map(async ({ bytes, contentType, url }, index) => {
      const path = join(folder, String(index));
      await writeFile(path, bytes);
      return { path, contentType, url };
    }),
  );
  const list = join(folder, 'list.json');
  await writeFile(list, JSON.stringify(listed));
  return list;
}
