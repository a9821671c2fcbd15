/** Lets one waiter wait for whatever happens next. */
export interface Signal {
  raise(): void;
  /** Resolves when it is raised, or has been since the last wait. */
  raised(): Promise<void>;
}

export function createSignal(): Signal {
  let current = Promise.withResolvers<void>();
  return {
    raise: () => current.resolve(),
    async raised() {
      await current.promise;
      current = Promise.withResolvers<void>();
    },
  };
}
