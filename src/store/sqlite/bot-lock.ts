import { DatabaseSync } from 'node:sqlite';
import type { BotLock } from '../store.ts';
import { isBusy } from './result-code.ts';

/**
 * Takes the lock that keeps a second bot off a store's file, or answers `undefined` while another process has it.
 * It is the system's lock on a file beside the store: whatever ends the process, the lock ends with it.
 */
export function takeBotLock(path: string): BotLock | undefined {
  if (path === ':memory:') return { release: () => undefined };
  const db = new DatabaseSync(`${path}-bot`);
  try {
    db.exec('begin exclusive');
    return { release: () => db.close() };
  } catch (error) {
    db.close();
    if (isBusy(error)) return undefined;
    throw error;
  }
}
