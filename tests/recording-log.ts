import type { Log } from '../src/domain/log.ts';

/** A log that remembers the names of its events, for tests that look at them. */
export function recordingLog(): { readonly log: Log; readonly events: string[] } {
  const events: string[] = [];
  const note = (event: string) => void events.push(event);
  return { log: { debug: note, info: note, warn: note, error: note }, events };
}
