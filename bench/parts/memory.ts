import { readFileSync } from 'node:fs';

/** Resident, in MB. */
export interface Memory {
  readonly now: number;
  readonly highest: number;
}

/**
 * A running process's memory, from /proc; `undefined` where there is none (only Linux has it). What `getrusage` calls
 * its highest is no use: it counts what the parent held when it started the process.
 */
export function memoryOf(pid: number | 'self' | undefined): Memory | undefined {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const megabytes = (name: string) =>
      Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? Number.NaN) / 1024;
    return { now: megabytes('VmRSS'), highest: megabytes('VmHWM') };
  } catch {
    return undefined; // no /proc here, or the process has ended
  }
}

/** The processes that a process has started and that still run; none where there is no /proc. */
export function childrenOf(pid: number): readonly number[] {
  try {
    const pids = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8');
    return pids.trim().split(' ').filter(Boolean).map(Number);
  } catch {
    return []; // no /proc here, or the process has ended
  }
}

/** Linux counts a process's time in hundredths of a second, on every architecture. */
const tickMs = 10;

/**
 * Processor time of a running process so far, in ms, with that of the processes it has started and seen end; 0 where
 * there is no /proc.
 */
function cpuMsOf(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in brackets may hold anything; the 12th to 15th field behind it are the times.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks) * tickMs, 0);
  } catch {
    return 0; // no /proc here, or the process has ended
  }
}

/** Processor time of this process so far, in ms, with that of all the processes it has started. */
export function ownCpuMs(): number {
  return [process.pid, ...childrenOf(process.pid)].reduce((sum, pid) => sum + cpuMsOf(pid), 0);
}
