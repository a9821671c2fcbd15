const resets = new Set<() => void>();

/** Counts 1, 2, 3 …, from 1 again in every file of tests, though files share what they import. */
export function createCounter(): () => number {
  let count = 0;
  resets.add(() => {
    count = 0;
  });
  return () => {
    count += 1;
    return count;
  };
}

/** Lets every counter begin again. */
export function beginAgain(): void {
  for (const reset of resets) reset();
}
