import { readFile, stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';

export type ItemBytes =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly reason: string };

const limitMb = 5;
const limitBytes = limitMb * 1024 * 1024;

const tooLarge = { ok: false, reason: `it is over ${limitMb} MB` } as const;

/** A file's bytes, unpacked where they are gzipped, or why there are none. */
export async function bytesOfFile(path: string): Promise<ItemBytes> {
  const read = await packedBytesOf(path);
  return read.ok && read.bytes[0] === 0x1f && read.bytes[1] === 0x8b ? await unpacked(read.bytes) : read;
}

/** A small file can unpack to a large one: it stops at the limit. */
async function unpacked(bytes: Uint8Array): Promise<ItemBytes> {
  try {
    return { ok: true, bytes: await promisify(gunzip)(bytes, { maxOutputLength: limitBytes }) };
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    return error.code === 'ERR_BUFFER_TOO_LARGE' ? tooLarge : { ok: false, reason: 'it cannot be unpacked' };
  }
}

async function packedBytesOf(path: string): Promise<ItemBytes> {
  try {
    const file = await stat(path);
    if (file.isDirectory()) return { ok: false, reason: 'it is a folder' };
    if (file.size > limitBytes) return tooLarge;
    return { ok: true, bytes: await readFile(path) };
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    return { ok: false, reason: error.code === 'ENOENT' ? 'there is no such file' : error.message };
  }
}

/** All that a stream gives. */
export async function bytesOfStream(input: Readable): Promise<ItemBytes> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of input) {
    const bytes = Buffer.from(chunk);
    size += bytes.byteLength;
    if (size > limitBytes) return tooLarge;
    chunks.push(bytes);
  }
  return { ok: true, bytes: Buffer.concat(chunks) };
}
