import { randomBytes } from 'node:crypto';
import type { WebSocket } from 'ws';
import { compareIds } from '../snowflake.ts';
import type { Guild, World } from '../world.ts';
import type { Dispatch } from './dispatch.ts';
import { opcode } from './protocol.ts';

interface Frame {
  readonly op: typeof opcode.dispatch;
  readonly t: string;
  readonly s: number;
  readonly d: unknown;
}

/** One identified shard; it outlives its connections until it is closed politely or invalidated. */
export interface Session {
  readonly id: string;
  readonly intents: number;
  readonly shard: { readonly index: number; readonly count: number };
  /** The latest frames, for a resume. */
  readonly sent: Frame[];
  sequence: number;
  socket: WebSocket | undefined;
}

/** How many frames a session can be replayed. */
const replayed = 5000;

export function createSession(intents: number, shard: Session['shard'], socket: WebSocket): Session {
  return { id: randomBytes(16).toString('hex'), intents, shard, sent: [], sequence: 0, socket };
}

export function sendTo(socket: WebSocket, op: number, d: unknown): void {
  socket.send(JSON.stringify({ op, d, s: null, t: null }));
}

/** Numbers an event, keeps it for a resume and sends it if somebody is connected. */
export function tellSession(session: Session, name: string, data: unknown): void {
  session.sequence += 1;
  const frame: Frame = { op: opcode.dispatch, t: name, s: session.sequence, d: data };
  session.sent.push(frame);
  if (session.sent.length > replayed) session.sent.shift();
  session.socket?.send(JSON.stringify(frame));
}

/** Whether the frames after a number are all kept still. */
export function canReplay({ sent, sequence }: Session, after: number): boolean {
  return after === sequence || (sent[0]?.s ?? Number.POSITIVE_INFINITY) <= after + 1;
}

export function replay({ sent, socket }: Session, after: number): void {
  for (const frame of sent) if (frame.s > after) socket?.send(JSON.stringify(frame));
}

/** Discord's own formula; direct messages belong to the first shard. */
function isOfShard({ shard }: Session, guildId: string | undefined): boolean {
  const index = guildId === undefined ? 0 : Number((BigInt(guildId) >> 22n) % BigInt(shard.count));
  return index === shard.index;
}

export function hears(session: Session, { intent = 0, guildId }: Dispatch): boolean {
  return (session.intents & intent) === intent && isOfShard(session, guildId);
}

export function guildsOf(world: World, session: Session): readonly Guild[] {
  const own = [...world.guilds.values()].filter(
    ({ id, members }) => members.has(world.bot.id) && isOfShard(session, id),
  );
  return own.sort((one, other) => compareIds(one.id, other.id));
}
