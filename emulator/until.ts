import type { World, WorldEvent } from './world.ts';

export interface Patience {
  /** Real milliseconds, whatever the world's clock says. */
  readonly withinMs: number;
  /** Says what was waited for, should it not come. */
  readonly complaint: () => string;
}

/**
 * What `look` gives once it gives something: it looks at once and then after each event of the world. Fails when
 * `look` throws, and with the complaint when the time is over.
 */
export function until<T>(
  world: World,
  look: (event?: WorldEvent) => T | undefined,
  { withinMs, complaint }: Patience,
): Promise<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  const attempt = (event?: WorldEvent) => {
    try {
      const found = look(event);
      if (found !== undefined) resolve(found);
    } catch (error) {
      reject(error);
    }
  };
  const stop = world.observe(attempt);
  const timer = setTimeout(() => reject(new Error(complaint())), withinMs);
  attempt();
  return promise.finally(() => {
    stop();
    clearTimeout(timer);
  });
}

type EventOf<T, E = WorldEvent> = E extends { readonly type: infer U } ? (T extends U ? E : never) : never;

function isOfType<T extends WorldEvent['type']>(event: WorldEvent, type: T): event is EventOf<T> {
  return event.type === type;
}

/** The next event of a type, from the moment of the call. */
export function nextEvent<T extends WorldEvent['type']>(
  world: World,
  type: T,
  withinMs = 5000,
): Promise<EventOf<T>> {
  const look = (event?: WorldEvent) => (event !== undefined && isOfType(event, type) ? event : undefined);
  return until(world, look, { withinMs, complaint: () => `no ${type} came within ${withinMs} ms` });
}
