/** Words of outside could steer the terminal, or turn the direction of writing. */
const steering = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** A line that shows words of outside as they are read, and does nothing else. */
export const harmless = (line: string): string => line.replace(steering, '');

/** "1 entry", "3 entries". */
export function counted(count: number, noun: string): string {
  if (count === 1) return `1 ${noun}`;
  return `${count} ${noun.endsWith('y') ? `${noun.slice(0, -1)}ies` : `${noun}s`}`;
}

/** "2026-11-25"; empty for what is no instant. */
export function dayOf(at: number): string {
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
}
