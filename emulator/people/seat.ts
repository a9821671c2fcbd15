import { may, permission, permissionsIn } from '../permissions.ts';
import type { Channel, Guild, User, World } from '../world.ts';

/** A person at their client, looking at one channel. */
export interface Seat {
  readonly world: World;
  readonly user: User;
  readonly channel: Channel;
  /** The language of their client. */
  readonly locale: string;
}

/** What a person's client does not let them do; nothing of it reaches the bot. */
export class ClientRefusal extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ClientRefusal';
  }
}

export function guildOf({ world, channel }: Seat): Guild | undefined {
  return channel.guildId === undefined ? undefined : world.guilds.get(channel.guildId);
}

export function personMay({ world, user, channel }: Seat, bit: bigint): boolean {
  return may(world, channel, user.id, bit);
}

/** Administrators may use every command; what asks for "0" only they. */
export function meets(seat: Seat, required: unknown): boolean {
  if (typeof required !== 'string' || seat.channel.guildId === undefined) return true;
  const bits = permissionsIn(seat.world, seat.channel, seat.user.id);
  if ((bits & permission.administrator) !== 0n) return true;
  const wanted = BigInt(required);
  return wanted !== 0n && (bits & wanted) === wanted;
}

export function requireView(seat: Seat): void {
  if (!seat.world.channels.has(seat.channel.id) || !personMay(seat, permission.viewChannel))
    throw new ClientRefusal(`${seat.user.username} does not see #${seat.channel.name}`);
}
