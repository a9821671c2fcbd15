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
