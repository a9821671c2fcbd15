import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { ArticleText, StoreItem } from '../../store/transfer/items.ts';
import { type ByteLine, byteLines } from './byte-lines.ts';
import { ExportFault } from './export-fault.ts';
import { noItems } from './item-lines.ts';
import { checkHead, type ExportLine, parseLine } from './parse-line.ts';

/** Exports have a checksum behind 100 items, and an article has 21 lines at most. */
const mostLines = 10_000;
const mostBytes = 512_000_000;

/** What stands between two checksums, and was found to be as it was written. */
export interface ExportBlock {
  readonly items: readonly StoreItem[];
  /** The last line of it. */
  readonly line: number;
}

/** Puts the lines of a block together to items. */
function createAssembly() {
  let items: StoreItem[] = [];
  let texts: ArticleText[] = [];
  let bytes = 0;
  let begunAt = 0;

  function addText(text: ArticleText, line: number): void {
    const last = items.at(-1);
    if (last?.kind !== 'article' || last.facts.id !== text.id)
      throw new ExportFault(line, `the text of ${text.id} does not stand behind its article`);
    if (texts.some(({ version }) => version === text.version))
      throw new ExportFault(line, `version ${text.version} of ${text.id} stands there twice`);
    texts.push(text);
  }

  function endArticle(line: number): void {
    const last = items.at(-1);
    if (last?.kind === 'article' && last.texts.every(({ version }) => version !== last.facts.version))
      throw new ExportFault(
        line,
        `article ${last.facts.id} lacks the text of its version ${last.facts.version}`,
      );
  }

  function add(
    one: Exclude<ExportLine, { kind: 'check' | 'end' }>,
    { number, bytes: { length } }: ByteLine,
  ): void {
    if (items.length === 0) begunAt = number;
    bytes += length;
    if (bytes > mostBytes || number - begunAt > mostLines)
      throw new ExportFault(number, 'too much stands there without a checksum');
    if (one.kind === 'text') {
      addText(one, number);
      return;
    }
    endArticle(number);
    if (one.kind !== 'article') {
      items.push(one);
      return;
    }
    texts = [];
    items.push({ kind: 'article', facts: one, texts });
  }

  return {
    add,
    begunAt: () => begunAt,
    take(line: number): readonly StoreItem[] {
      endArticle(line);
      const taken = items;
      items = [];
      bytes = 0;
      return taken;
    },
  };
}

/** Reads an export; nothing of a block is given out before its checksum is found right. Fails with an `ExportFault`. */
export async function* readExport(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<ExportBlock> {
  const hash = createHash('sha256');
  const assembly = createAssembly();
  const counts = noItems();

  function seal(sum: string, line: number): readonly StoreItem[] {
    if (hash.copy().digest('hex') !== sum)
      throw new ExportFault(
        line,
        `what stands above, from line ${assembly.begunAt() || 1} on, is not as it was written`,
      );
    const items = assembly.take(line);
    for (const { kind } of items) counts[kind] += 1;
    return items;
  }

  function addToHash({ bytes }: ByteLine): void {
    hash.update(bytes);
    hash.update('\n');
  }

  /** A whole line behind the first. */
  function take(line: ByteLine): { readonly items?: readonly StoreItem[]; readonly isEnd: boolean } {
    const one = parseLine(line.bytes.toString(), line.number);
    if (one.kind !== 'check' && one.kind !== 'end') {
      addToHash(line);
      assembly.add(one, line);
      return { isEnd: false };
    }
    const items = seal(one.sha256, line.number);
    addToHash(line);
    if (one.kind === 'end' && !isDeepStrictEqual({ ...noItems(), ...one.counts }, counts))
      throw new ExportFault(line.number, 'its counts are not those of what stands above');
    return { items, isEnd: one.kind === 'end' };
  }

  let lastLine = 0;
  let hasEnded = false;
  for await (const line of byteLines(chunks)) {
    lastLine = line.number;
    if (hasEnded) throw new ExportFault(line.number, 'something stands behind the last line');
    if (!line.isWhole) break;
    if (line.number === 1) {
      checkHead(line.bytes.toString(), 1);
      addToHash(line);
      continue;
    }
    const { items, isEnd } = take(line);
    hasEnded = isEnd;
    if (items !== undefined) yield { items, line: line.number };
  }
  if (lastLine === 0) throw new ExportFault(1, 'there is nothing in it');
  if (!hasEnded) throw new ExportFault(lastLine, 'it ends here, without its last line: it was cut off');
}
