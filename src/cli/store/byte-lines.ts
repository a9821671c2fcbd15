import { ExportFault } from './export-fault.ts';

/** The longest article that is taken in makes half of this. */
const mostMb = 64;
const mostBytes = mostMb * 1_000_000;

export interface ByteLine {
  /** From 1. */
  readonly number: number;
  /** Without its end. */
  readonly bytes: Buffer;
  /** Whether it has an end: the last one of a file that was cut off mostly has none. */
  readonly isWhole: boolean;
}

/** The lines of what is read, one at a time. Fails with an `ExportFault` on one that is too long to be one of ours. */
export async function* byteLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<ByteLine> {
  let begun: Buffer[] = [];
  let length = 0;
  let number = 1;

  function take(part: Buffer): void {
    length += part.length;
    if (length > mostBytes) throw new ExportFault(number, `the line is longer than ${mostMb} MB`);
    if (part.length > 0) begun.push(part);
  }

  function whole(): Buffer {
    const bytes = begun.length === 1 && begun[0] !== undefined ? begun[0] : Buffer.concat(begun);
    begun = [];
    length = 0;
    return bytes;
  }

  for await (const chunk of chunks) {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    let from = 0;
    for (let end = bytes.indexOf(0x0a); end !== -1; end = bytes.indexOf(0x0a, from)) {
      take(bytes.subarray(from, end));
      yield { number, bytes: whole(), isWhole: true };
      number += 1;
      from = end + 1;
    }
    take(bytes.subarray(from));
  }
  if (length > 0) yield { number, bytes: whole(), isWhole: false };
}
