import { availableParallelism } from 'node:os';
import { createGate } from '../ingest/gate.ts';
import { createInOrder } from './in-order.ts';
import type { IngestCall } from './ingest-call.ts';
import { isWebUrl } from './ingest-call.ts';
import type { ItemReport } from './item-report.ts';
import { createItemReader, type ItemPorts } from './read-item.ts';
import { reportJson } from './report-json.ts';
import { reportWords } from './report-words.ts';
import type { Terminal } from './run-tool.ts';

/** So many items are in hand for each process that reads. */
const inHandPerReader = 2;
/** From so many items on it is said how far it is. */
const many = 20;
const notes = 10;

export const readersAtOnce = (): number => Math.min(8, Math.max(2, availableParallelism()));

/** Reads the items several at a time and tells of them in their order; answers the exit status. */
export async function ingest(call: IngestCall, ports: ItemPorts, terminal: Terminal): Promise<number> {
  const { items, isJson } = call;
  const readItem = createItemReader(ports, call);
  const gate = createGate(readersAtOnce() * inHandPerReader);
  let hasFailed = false;
  let writing = Promise.resolve();
  let doneCount = 0;

  const inOrder = createInOrder<ItemReport>((report) => {
    hasFailed ||= !report.outcome.ok;
    writing = writing.then(() => write(report));
  });

  async function write(report: ItemReport): Promise<void> {
    const lines = isJson ? [reportJson(report)] : reportWords(report);
    for (const line of lines) await terminal.write(line);
  }

  async function take(item: string, place: number): Promise<void> {
    const tell = (report: ItemReport) => inOrder.say(place, report);
    await readItem(item, tell).catch((error: unknown) => tell(broken(item, error)));
    inOrder.end(place);
    doneCount += 1;
    if (items.length >= many && doneCount % Math.ceil(items.length / notes) === 0)
      terminal.note(`${doneCount} of ${items.length}`);
  }

  await Promise.all(items.map((item, place) => gate(() => take(item, place))));
  await writing;
  return hasFailed ? 1 : 0;
}

/** One item never stops the others. */
function broken(item: string, error: unknown): ItemReport {
  const reason = `something broke: ${error instanceof Error ? error.message : String(error)}`;
  const place = isWebUrl(item) ? { url: item } : { file: item };
  return { place, outcome: { kind: 'page', ok: false, reason } };
}
