/** Runs work under a key once what came before it under the same key has ended, well or not. */
export type InOrder = (key: string, work: () => Promise<void>) => Promise<void>;

export function createInOrder(): InOrder {
  const newest = new Map<string, Promise<void>>();
  return async (key, work) => {
    const before = newest.get(key) ?? Promise.resolve();
    const own = before.catch(() => undefined).then(work); // a failure is told to whom it concerns
    newest.set(key, own);
    try {
      await own;
    } finally {
      if (newest.get(key) === own) newest.delete(key);
    }
  };
}
