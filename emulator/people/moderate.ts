import { removeChannel } from '../build-world.ts';
import { isThread, permission } from '../permissions.ts';
import { setOverwrite } from '../rights.ts';
import { addThread, changeThread } from '../threads.ts';
import { lengthOf } from '../validate/read.ts';
import { type Channel, channelType, type Message, type Role, type User } from '../world.ts';
import { requireMessage } from './components.ts';
import { ClientRefusal, personMay, requireView, type Seat } from './seat.ts';

/** What a person with the rights to it does with channels and threads. */

function requireRight(seat: Seat, bit: bigint, what: string): void {
  requireView(seat);
  if (!personMay(seat, bit))
    throw new ClientRefusal(`${seat.user.username} may not ${what} #${seat.channel.name}`);
}

export function deleteChannel(seat: Seat): void {
  const { world, channel } = seat;
  if (channel.guildId === undefined) throw new ClientRefusal('direct messages are not deleted');
  requireRight(seat, isThread(channel) ? permission.manageThreads : permission.manageChannels, 'delete');
  removeChannel(world, channel);
}

/** Bits a role or a member has in a channel whatever their roles say, and bits they have not. */
export interface ChannelRights {
  readonly allow?: bigint;
  readonly deny?: bigint;
}

/** Settles anew what a role or a member may do here beyond what they may do in the guild. */
export function setRights(seat: Seat, who: User | Role, rights: ChannelRights): void {
  if (isThread(seat.channel)) throw new ClientRefusal('a thread has the rights of its channel');
  requireRight(seat, permission.manageRoles, 'change the rights in');
  setOverwrite(seat.world, seat.channel.id, {
    id: who.id,
    kind: 'username' in who ? 'member' : 'role',
    ...rights,
  });
}

/** Archives a thread; a locked one only who may manage threads opens again. */
export function closeThread(seat: Seat, isLocked = false): Channel {
  const { world, user } = seat;
  const thread = world.channels.get(seat.channel.id)?.thread;
  if (thread === undefined) throw new ClientRefusal(`#${seat.channel.name} is no thread`);
  if (isLocked || thread.ownerId !== user.id) requireRight(seat, permission.manageThreads, 'close');
  return changeThread(world, seat.channel.id, { isArchived: true, ...(isLocked ? { isLocked } : {}) });
}

const longestName = 100;

export function startThread(seat: Seat, message: Message, name: string): Channel {
  const { world, user, channel } = seat;
  if (channel.guildId === undefined || isThread(channel) || channel.type === channelType.forum)
    throw new ClientRefusal('no thread is started here');
  requireRight(seat, permission.createPublicThreads, 'start a thread in');
  if (name === '' || lengthOf(name) > longestName)
    throw new ClientRefusal(`a thread's name has 1 to ${longestName} characters`);
  const current = requireMessage(seat, message);
  if (world.channels.has(current.id)) throw new ClientRefusal('the message has a thread already');
  return addThread(world, channel, { name, ownerId: user.id, message: current });
}
