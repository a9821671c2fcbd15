const longestName = 100;

/** A thread's name as Discord takes it. */
export const threadName = (name: string): string =>
  [...name].slice(0, longestName).join('').trim() || 'Digest';
