import { z } from 'zod';

/** What the gateway says of where the bot is. An outage of Discord's is no departure, and is not told. */
export type Membership =
  /** All guilds of a shard, whether they can be used at the moment or not. */
  | { readonly kind: 'all'; readonly guildIds: readonly string[]; readonly shard: Shard }
  | { readonly kind: 'came' | 'left'; readonly guildId: string };

interface Shard {
  readonly index: number;
  readonly count: number;
}

const guild = z.object({ id: z.string() });

const packets = z.discriminatedUnion('t', [
  z.object({
    t: z.literal('READY'),
    d: z.object({ guilds: z.array(guild), shard: z.tuple([z.int(), z.int()]).default([0, 1]) }),
  }),
  z.object({ t: z.literal('GUILD_CREATE'), d: guild }),
  z.object({ t: z.literal('GUILD_DELETE'), d: guild.extend({ unavailable: z.boolean().optional() }) }),
]);

/** Reads a packet as it comes from the gateway; `undefined` where it says nothing of the kind. */
export function readMembership(packet: unknown): Membership | undefined {
  const { data } = packets.safeParse(packet);
  switch (data?.t) {
    case 'READY': {
      const [index, count] = data.d.shard;
      return { kind: 'all', guildIds: data.d.guilds.map(({ id }) => id), shard: { index, count } };
    }
    case 'GUILD_CREATE':
      return { kind: 'came', guildId: data.d.id };
    case 'GUILD_DELETE':
      return data.d.unavailable === true ? undefined : { kind: 'left', guildId: data.d.id };
    default:
      return undefined;
  }
}

/** Discord's own formula. What is no id of Discord's is on no shard. */
export function isOnShard(guildId: string, { index, count }: Shard): boolean {
  return /^\d+$/.test(guildId) && Number((BigInt(guildId) >> 22n) % BigInt(count)) === index;
}
