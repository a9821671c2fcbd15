import { basename } from 'node:path';
import type { Readable } from 'node:stream';
import type { ArticleStore } from '../domain/article-store.ts';
import type { Clock } from '../domain/clock.ts';
import type { Scope } from '../domain/scope.ts';
import { decodeText } from '../ingest/decode.ts';
import { readOpml } from '../ingest/feed/opml.ts';
import type { ParsedFeed } from '../ingest/feed/parsed-feed.ts';
import type { Web } from '../ingest/fetch/web.ts';
import { ofReading } from '../ingest/follow/step-details.ts';
import { wordsFor } from '../ingest/page-problems.ts';
import type { ReadingPool } from '../ingest/reading/reading-pool.ts';
import { createEntryTaker } from './entry-taker.ts';
import { fetchItem } from './fetch-item.ts';
import { type IngestCall, isWebUrl } from './ingest-call.ts';
import { bytesOfFile, bytesOfStream } from './item-bytes.ts';
import { type ItemKind, kindOf } from './item-kind.ts';
import type { ItemReport, Outcome, Place } from './item-report.ts';
import { createDocumentReading } from './read-as-document.ts';

export interface ItemPorts {
  readonly web: Web;
  readonly pool: ReadingPool;
  readonly clock: Clock;
  readonly input: Readable;
  /** Absent: nothing is stored. */
  readonly articles?: Pick<ArticleStore, 'put' | 'get'>;
}

export type Tell = (report: ItemReport) => void;

interface Bytes {
  readonly bytes: Uint8Array;
  readonly contentType: string;
  /** Where they came from; empty where that is not known. */
  readonly url: string;
}

const failed = (kind: ItemKind, reason: string): Outcome => ({ kind, ok: false, reason });

/** Makes what reads one item, and tells of it and of what it holds. What is wrong with the item is told too. */
export function createItemReader(
  ports: ItemPorts,
  { scope: said, from }: Pick<IngestCall, 'scope' | 'from'>,
): (item: string, tell: Tell) => Promise<void> {
  const { web, pool, input, articles } = ports;
  const scope: Scope = said ?? 'public';
  const readAsDocument = createDocumentReading(ports, scope);
  const takeEntries = createEntryTaker(ports, scope);

  async function documentOf(kind: 'page' | 'text', { bytes, contentType, url }: Bytes, place: Place) {
    const decoding = decodeText(bytes, { contentType });
    if (!decoding.ok) return failed(kind, wordsFor({ ok: false, reason: 'no-text' }));
    const name = 'file' in place ? basename(place.file) : place.url;
    const source = from?.hostname.replace(/^www\./, '') ?? name;
    return await readAsDocument(kind, { raw: decoding.text, source, ...(url !== '' && { url }) });
  }

  async function readFeed(of: Bytes, place: Place, tell: Tell): Promise<void> {
    const reading = await pool.readFeed(of);
    if (reading.ok) return await takeFeed(reading.feed, of.url, place, tell);
    const page = reading.reason === 'page' ? await documentOf('page', of, place) : undefined;
    tell({ place, outcome: page?.ok === true ? page : failed('feed', ofReading(reading)) });
  }

  async function takeFeed(feed: ParsedFeed, url: string, place: Place, tell: Tell): Promise<void> {
    tell({ place, outcome: { kind: 'feed', ok: true, feed } });
    if (articles !== undefined) await takeEntries(feed, url === '' ? (feed.siteUrl ?? '') : url, tell);
  }

  async function readBytes(kind: ItemKind, of: Bytes, place: Place, tell: Tell): Promise<void> {
    if (kind === 'feed') await readFeed(of, place, tell);
    else if (kind === 'opml') tell({ place, outcome: listOf(of.bytes) });
    else tell({ place, outcome: await documentOf(kind, of, place) });
  }

  async function readFile(file: string, tell: Tell): Promise<void> {
    const read = file === '-' ? await bytesOfStream(input) : await bytesOfFile(file);
    const kind = kindOf(file, '', read.ok ? read.bytes : new Uint8Array());
    if (!read.ok) return tell({ place: { file }, outcome: failed(kind, read.reason) });
    const url = from?.href ?? '';
    await readBytes(kind, { bytes: read.bytes, contentType: '', url }, { file }, tell);
  }

  async function readUrl(url: string, tell: Tell): Promise<void> {
    const place = { url };
    const item = await fetchItem(url, web);
    if (!item.ok) return tell({ place, outcome: failed(item.kind, item.reason) });
    if (item.isSecret && scope === 'public' && articles !== undefined)
      return tell({ place, outcome: failed(item.kind, secretReason) });
    if (item.kind !== 'page') return await readBytes(item.kind, item.fetched, place, tell);
    const { text: raw, isHtml, landed, address } = item.page;
    const source = landed.hostname.replace(/^www\./, '');
    const known = { raw, source, url: address.href };
    tell({ place, outcome: await readAsDocument(isHtml ? 'page' : 'text', known) });
  }

  return async (item, tell) => await (isWebUrl(item) ? readUrl(item, tell) : readFile(item, tell));
}

const secretReason = 'its address holds a key: say whose it is with --guild ID or --person ID';

function listOf(bytes: Uint8Array): Outcome {
  const reading = readOpml(bytes);
  return reading.ok
    ? { kind: 'opml', ok: true, feeds: reading.outline.feeds }
    : failed('opml', 'it is no list of feeds');
}
