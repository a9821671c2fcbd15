import { type ChildProcess, execFileSync, type StdioOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, closeSync, existsSync, globSync, mkdtempSync, openSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** A PostgreSQL server of our own, in a temporary folder and on a socket there. */
export interface PostgresServer {
  /** Of a database; the one called "postgres" is there from the beginning. */
  urlOf(database: string): string;
  /** Ends it as a power cut does; `start` lets it recover. */
  kill(): Promise<void>;
  start(): Promise<void>;
  /** Ends it and removes its folder. */
  stop(): Promise<void>;
}

const startMs = 20_000;
const lookMs = 20;

/** Where Debian's package has the programs, the newest version first; `undefined` where it is not installed. */
export const binaries: string | undefined = globSync('/usr/lib/postgresql/*/bin')
  .filter((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')))
  .sort((one, other) => Number(other.split('/')[4]) - Number(one.split('/')[4]))[0];

/** The server refuses to run as root: then it runs as the user that the package has made. */
function owner(): { readonly uid: number; readonly gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (option: string) => Number(execFileSync('id', [option, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

/**
 * `lasting` is a server as Debian sets it up. `passing` flushes nothing to the disk, as its databases outlive no power cut
 * anyway; when it is killed it recovers all the same, since what it has written is with the system.
 */
const settings = {
  lasting: ['max_connections=100', 'listen_addresses='],
  passing: [
    'max_connections=200',
    'listen_addresses=',
    'shared_buffers=64MB',
    'fsync=off',
    'full_page_writes=off',
  ],
} as const;

/** Whether the server of this process id takes questions; one that was killed has left its file behind. */
function isUp(data: string, pid: number | undefined): boolean {
  const pidFile = join(data, 'postmaster.pid');
  if (!existsSync(pidFile)) return false;
  const said = readFileSync(pidFile, 'utf8');
  return said.startsWith(`${pid}\n`) && /^ready\s*$/m.test(said);
}

/** Makes a server and starts it. Fails with what it said where it does not come up. */
export async function startPostgres(
  folderOfPrograms: string,
  kind: keyof typeof settings,
): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), 'standfirst-postgres-'));
  const as = owner();
  if (as !== undefined) chownSync(folder, as.uid, as.gid);
  const data = join(folder, 'data');
  const log = join(folder, 'log');
  const initdb = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '-N'];
  execFileSync(join(folderOfPrograms, 'initdb'), initdb, {
    ...as,
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
  });

  let server: ChildProcess | undefined;

  async function end(signal: NodeJS.Signals): Promise<void> {
    if (server === undefined || server.exitCode !== null || server.signalCode !== null) return;
    const ended = once(server, 'exit');
    server.kill(signal);
    await ended;
  }

  function spawnServer(): ChildProcess {
    const output = openSync(log, 'a');
    const options = [...settings[kind], `unix_socket_directories=${folder}`].flatMap((setting) => [
      '-c',
      setting,
    ]);
    const stdio: StdioOptions = ['ignore', output, output];
    const child = spawn(join(folderOfPrograms, 'postgres'), ['-D', data, ...options], {
      ...as,
      cwd: folder,
      stdio,
    });
    closeSync(output);
    return child;
  }

  async function start(): Promise<void> {
    server = spawnServer();
    for (let waitedMs = 0; !isUp(data, server.pid); waitedMs += lookMs) {
      if (waitedMs >= startMs) throw new Error(`PostgreSQL did not start:\n${readFileSync(log, 'utf8')}`);
      await wait(lookMs);
      // While processes of a server that was killed still end, no other one starts.
      if (server.exitCode !== null) server = spawnServer();
    }
  }

  await start();
  return {
    urlOf: (database) => `postgres://postgres@localhost/${database}?host=${folder}`,
    kill: () => end('SIGKILL'),
    start,
    async stop() {
      await end('SIGINT');
      await rm(folder, { recursive: true, force: true });
    },
  };
}
