import type { DatabaseSync } from 'node:sqlite';
import { parentPort } from 'node:worker_threads';
import { connect } from './connect.ts';
import { createPorts, type Ports } from './ports.ts';
import { carry, type WritingAnswer, type WritingCall, type WrittenStore } from './writing-calls.ts';

/** A store as this thread writes it. Its clock shows what the newest call said. */
interface OpenStore {
  readonly db: DatabaseSync;
  readonly ports: Ports;
  readonly clock: { at: number; now(): number };
  readonly running: Set<Promise<unknown>>;
}

const stores = new Map<number, OpenStore>();

/** The file is there and in its newest form: whoever calls has opened it. */
function openStore({ number, path, retention }: WrittenStore): OpenStore {
  const known = stores.get(number);
  if (known !== undefined) return known;
  const db = connect(path);
  const clock = { at: 0, now: () => clock.at };
  const opened = {
    db,
    clock,
    ports: createPorts(db, clock, retention === undefined ? {} : { retention }),
    running: new Set<Promise<unknown>>(),
  };
  stores.set(number, opened);
  return opened;
}

async function write({ store, port, method, asked, now }: WritingCall & { kind: 'write' }): Promise<unknown> {
  const { clock, ports, running } = openStore(store);
  clock.at = now;
  const step: unknown = Reflect.get(ports[port], method);
  if (typeof step !== 'function') throw new TypeError(`${port} cannot ${method}`);
  const doing: Promise<unknown> = Promise.resolve(Reflect.apply(step, undefined, asked));
  running.add(doing);
  return await doing.finally(() => running.delete(doing));
}

async function close({ number }: WrittenStore): Promise<void> {
  const store = stores.get(number);
  if (store === undefined) return;
  await Promise.allSettled(store.running);
  stores.delete(number);
  store.db.close();
}

async function answer(call: WritingCall): Promise<WritingAnswer> {
  const { number } = call;
  try {
    return { number, kind: 'done', value: await (call.kind === 'write' ? write(call) : close(call.store)) };
  } catch (error) {
    return { number, kind: 'failed', failure: carry(error) };
  }
}

/** The main of the thread: its calls begin in their order; long ones let others in between their transactions. */
parentPort?.on('message', async (call: WritingCall) => parentPort?.postMessage(await answer(call)));
