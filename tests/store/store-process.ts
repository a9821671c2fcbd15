import { type ChildProcess, fork, type StdioOptions } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export type StoreTask = 'open' | 'write' | 'claim' | 'turns';

/** What a process was promised by the store. */
export type Acknowledged =
  | { readonly kind: 'ready' | 'ended' }
  | { readonly kind: 'article'; readonly id: string; readonly version: number }
  | { readonly kind: 'removed'; readonly id: string }
  | { readonly kind: 'noted'; readonly id: string; readonly feedId: string }
  /** By its payload. */
  | { readonly kind: 'taken'; readonly id: string }
  | { readonly kind: 'posted' | 'claimed'; readonly id: string; readonly slot: number }
  | { readonly kind: 'turn'; readonly waitMs: number }
  | { readonly kind: 'state'; readonly id: string; readonly value: number };

export interface StoreProcess {
  readonly steps: Acknowledged[];
  /** Resolves when the store is open. */
  readonly ready: Promise<void>;
  go(): void;
  /** Resolves when the process has told so many steps. */
  told(count: number): Promise<void>;
  kill(): void;
  /** The exit status, `null` when it was killed; all that it told is in `steps` by then. */
  readonly ended: Promise<number | null>;
}

const entry = fileURLToPath(new URL('./store-process.fixture.ts', import.meta.url));

/**
 * Starts a process on a store; it waits for `go` when it has opened it. `errors` are ignored where the process is to
 * fail.
 */
export function startStoreProcess(
  task: StoreTask,
  url: string,
  seed: string,
  errors: 'inherit' | 'ignore' = 'inherit',
): StoreProcess {
  const stdio: StdioOptions = ['ignore', 'inherit', errors, 'ipc'];
  const child: ChildProcess = fork(entry, [task, url, seed], { execArgv: [], stdio });
  const steps: Acknowledged[] = [];
  child.on('message', (step: Acknowledged) => void steps.push(step));
  const told = async (count: number) => {
    while (steps.length < count) await once(child, 'message');
  };
  return {
    steps,
    ready: told(1),
    go: () => void child.send('go'),
    told,
    kill: () => void child.kill('SIGKILL'),
    // A process can be seen to end before its last message is read: the channel ends after that.
    ended: Promise.all([once(child, 'close'), once(child, 'disconnect')]).then(() => child.exitCode),
  };
}
