import type { AttachedFile, FetchedFile } from '../domain/command.ts';
import { UserError } from '../domain/errors.ts';

/** Fetches a file, at most `limitBytes` of it. */
export type FetchFile = (file: AttachedFile, limitBytes: number) => Promise<FetchedFile>;

/** Of an attached file, more is not read. */
export const limitMb = 5;
const limitBytes = limitMb * 1024 * 1024;

/** The bytes of a file that a person attached. Fails with a `UserError`: fileUnreachable, tooLarge. */
export async function attachedBytes(file: AttachedFile, fetchFile: FetchFile): Promise<Uint8Array> {
  const { name } = file;
  if (file.sizeBytes > limitBytes) throw new UserError({ code: 'tooLarge', name, limitMb });
  const fetched = await fetchFile(file, limitBytes);
  if (!fetched.ok && fetched.reason === 'unreachable') throw new UserError({ code: 'fileUnreachable', name });
  if (!fetched.ok || fetched.bytes.length > limitBytes)
    throw new UserError({ code: 'tooLarge', name, limitMb });
  return fetched.bytes;
}
