import type { Clock } from '../../domain/clock.ts';

/** Says how far something is. */
export interface Progress {
  /** Takes the place of what was said before; said now and then only. */
  tell(words: string): void;
  /** Leaves a line that stays. */
  note(line: string): void;
  /** Takes away what stands there. */
  end(): void;
}

/** Where progress is said. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

const pauseMs = { terminal: 100, file: 10_000 } as const;
const usualColumns = 80;
const cleared = '\r\u001b[K';

/** On a terminal one line that is written over again; elsewhere a line every ten seconds. */
export function createProgress(stream: ProgressStream, clock: Clock): Progress {
  const isTerminal = stream.isTTY === true;
  const pause = isTerminal ? pauseMs.terminal : pauseMs.file;
  let saidAt = isTerminal ? Number.NEGATIVE_INFINITY : clock.now();
  let stands = false;

  function clear(): void {
    if (stands) stream.write(cleared);
    stands = false;
  }

  return {
    tell(words) {
      const now = clock.now();
      if (now - saidAt < pause) return;
      saidAt = now;
      if (!isTerminal) {
        stream.write(`${words}\n`);
        return;
      }
      stream.write(cleared + words.slice(0, (stream.columns ?? usualColumns) - 1));
      stands = true;
    },
    note(line) {
      clear();
      stream.write(`${line}\n`);
    },
    end: clear,
  };
}
