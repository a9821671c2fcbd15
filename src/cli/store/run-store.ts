import type { Readable, Writable } from 'node:stream';
import type { Clock } from '../../domain/clock.ts';
import { ConfigError } from '../../domain/errors.ts';
import { openUpkeep } from '../../store/open-upkeep.ts';
import type { Retention } from '../../store/store.ts';
import { ItemRefused } from '../../store/transfer/item-refused.ts';
import type { Upkeep } from '../../store/upkeep.ts';
import { Refusal } from '../refusal.ts';
import type { Terminal } from '../run-tool.ts';
import { UsageError } from '../usage-error.ts';
import { exportStore } from './export-store.ts';
import { forgetOwner } from './forget-owner.ts';
import { importStore } from './import-store.ts';
import { interruptedStatus } from './interrupted.ts';
import { migrateStore } from './migrate-store.ts';
import type { Progress } from './progress.ts';
import { pruneStore } from './prune-store.ts';
import { showStats } from './show-stats.ts';
import type { StoreCall } from './store-call.ts';
import { verifyStore } from './verify-store.ts';

/** What the tool of the store works with. */
export interface StoreTool {
  readonly storeUrl: string;
  readonly retention: Retention;
  readonly clock: Clock;
  readonly terminal: Terminal;
  readonly progress: Progress;
  readonly input: Readable;
  readonly output: Writable;
  /** Aborted where the operator interrupts it. */
  readonly signal: AbortSignal;
}

type Work = Exclude<StoreCall, { readonly kind: 'help' }>;

/** What is done to the store as a whole. */
type Upkept = Exclude<Work, { readonly kind: 'forget' }>;

/** A mistake in the address of the other store is none of STORE_URL. */
function ofTarget(error: unknown): unknown {
  if (!(error instanceof ConfigError)) return error;
  const mistakes = error.mistakes.map((mistake) => mistake.replace(/^STORE_URL:/, 'the other store:'));
  return new ConfigError(mistakes, { cause: error });
}

async function migrate(
  call: Extract<Work, { kind: 'migrate-to' }>,
  source: Upkeep,
  tool: StoreTool,
): Promise<number> {
  if (!/^(?:sqlite:(?!:memory:).|postgres(?:ql)?:\/\/.)/.test(call.url))
    throw new UsageError('the address must be sqlite:PATH or postgres://…');
  // What expires in the meantime would make the two look different.
  const startedAt = tool.clock.now();
  const target = await openUpkeep(call.url, { now: () => startedAt });
  try {
    await target.isEmpty().catch((error: unknown) => {
      throw ofTarget(error);
    });
    return await migrateStore(call, { ...tool, source, target });
  } finally {
    await target.close();
  }
}

async function keepUp(call: Upkept, upkeep: Upkeep, tool: StoreTool): Promise<number> {
  const { retention, terminal, progress } = tool;
  switch (call.kind) {
    case 'stats':
      return await showStats(upkeep, retention, call.isJson, terminal);
    case 'verify':
      return await verifyStore(upkeep, terminal, progress);
    case 'prune':
      return await pruneStore(upkeep, retention, call.isDryRun, terminal, progress);
    case 'export':
      return await exportStore(call.file, { ...tool, upkeep });
    case 'import':
      return await importStore(call.file, { ...tool, upkeep });
    case 'migrate-to':
      return await migrate(call, upkeep, tool);
  }
}

/** Failures of the system or of a server are said in a line; those of ours come with all that is known of them. */
function explained(error: unknown): unknown {
  if (error instanceof ItemRefused) return new Refusal(error.message, { cause: error });
  if (!(error instanceof Error) || error instanceof ConfigError || error instanceof Refusal) return error;
  const isOfSystem = 'syscall' in error || error instanceof AggregateError;
  const code = 'code' in error ? String(error.code) : '';
  const isOfServer = /^(?:08|53|57|58)\w{3}$/.test(code) || 'errcode' in error;
  if (!isOfSystem && !isOfServer) return error;
  const reasons = error instanceof AggregateError ? error.errors.map(String) : [error.message];
  return new Refusal(reasons.join('; ') || code, { cause: error });
}

/** Does what was asked with the store; answers the exit status. */
export async function runStoreCall(call: Work, tool: StoreTool): Promise<number> {
  try {
    return await (call.kind === 'forget' ? forgetOwner(call, tool) : runUpkeep(call, tool));
  } catch (error) {
    throw explained(error);
  }
}

async function runUpkeep(call: Upkept, tool: StoreTool): Promise<number> {
  const startedAt = tool.clock.now();
  const clock = call.kind === 'migrate-to' ? { now: () => startedAt } : tool.clock;
  const upkeep = await openUpkeep(tool.storeUrl, clock);
  try {
    return await keepUp(call, upkeep, tool);
  } catch (error) {
    tool.progress.end();
    if (tool.signal.aborted && error instanceof Error && error.name === 'AbortError') {
      tool.progress.note('interrupted: nothing was written');
      return interruptedStatus;
    }
    throw error;
  } finally {
    await upkeep.close();
  }
}
