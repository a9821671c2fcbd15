import type { World } from '../world.ts';

/** Whether the bot is connected: any shard of it. */
export interface BotPresence {
  isOnline(): boolean;
  stop(): void;
}

export function watchBot(world: World): BotPresence {
  const shards = new Set<number>();
  const stop = world.observe((event) => {
    if (event.type === 'gateway.identified' || event.type === 'gateway.resumed') shards.add(event.shard);
    if (event.type === 'gateway.closed') shards.delete(event.shard);
  });
  return { isOnline: () => shards.size > 0, stop };
}
