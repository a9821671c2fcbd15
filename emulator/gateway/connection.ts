import type { WebSocket } from 'ws';
import { fieldsOf, numberOf, textOf } from '../json.ts';
import type { World } from '../world.ts';
import { identifyMistake, shardAsked, welcome } from './identify.ts';
import { closeCode, opcode } from './protocol.ts';
import { canReplay, createSession, replay, type Session, sendTo, tellSession } from './session.ts';

export interface Connection {
  readonly socket: WebSocket;
  session: Session | undefined;
}

/** All that are connected, and all sessions that live. */
export interface Hub {
  readonly world: World;
  readonly sessions: Map<string, Session>;
  readonly connections: Set<Connection>;
}

/** Takes one message of a client; gives the code to close the connection with, if it must be closed. */
type Handler = (hub: Hub, connection: Connection, data: unknown) => number | undefined;

const identify: Handler = ({ world, sessions }, connection, data) => {
  if (connection.session !== undefined) return closeCode.alreadyAuthenticated;
  const asked = fieldsOf(data);
  const mistake = identifyMistake(world, asked);
  if (mistake !== undefined) return mistake;
  const session = createSession(Number(asked.intents), shardAsked(asked), connection.socket);
  connection.session = session;
  sessions.set(session.id, session);
  welcome(world, session);
  world.tell({ type: 'gateway.identified', shard: session.shard.index });
  return undefined;
};

const resume: Handler = ({ world, sessions }, connection, data) => {
  const { socket } = connection;
  const asked = fieldsOf(data);
  const after = numberOf(asked.seq) ?? 0;
  if (connection.session !== undefined) return closeCode.alreadyAuthenticated;
  if (asked.token !== world.token) return closeCode.authenticationFailed;
  const session = sessions.get(textOf(asked.session_id) ?? '');
  if (session !== undefined && after > session.sequence) return closeCode.invalidSequence;
  if (session === undefined || !canReplay(session, after)) {
    sendTo(socket, opcode.invalidSession, false);
    return undefined;
  }
  session.socket?.terminate();
  session.socket = socket;
  connection.session = session;
  replay(session, after);
  tellSession(session, 'RESUMED', {});
  world.tell({ type: 'gateway.resumed', shard: session.shard.index });
  return undefined;
};

const heartbeat: Handler = (_, { socket }) => {
  sendTo(socket, opcode.heartbeatAck, null);
  return undefined;
};

/** Presence, voice and lists of members: taken from clients that are known, and left at that. */
const ignore: Handler = (_, { session }) => (session === undefined ? closeCode.notAuthenticated : undefined);

const handlers = new Map<unknown, Handler>([
  [opcode.heartbeat, heartbeat],
  [opcode.identify, identify],
  [opcode.resume, resume],
  [opcode.presenceUpdate, ignore],
  [opcode.voiceStateUpdate, ignore],
  [opcode.requestGuildMembers, ignore],
]);

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // the caller closes the connection for it
  }
}

export function receive(hub: Hub, connection: Connection, text: string): void {
  const { op, d } = fieldsOf(parse(text));
  const handle = handlers.get(op);
  const unknown = typeof op === 'number' ? closeCode.unknownOpcode : closeCode.decodeError;
  const code = handle === undefined ? unknown : handle(hub, connection, d);
  if (code !== undefined) connection.socket.close(code);
}

/** Closing politely ends the session; any other end leaves it to be resumed. */
const politeCodes: readonly number[] = [1000, 1001];

export function forget({ world, sessions, connections }: Hub, connection: Connection, code: number): void {
  connections.delete(connection);
  const { session } = connection;
  if (session === undefined || session.socket !== connection.socket) return;
  session.socket = undefined;
  if (politeCodes.includes(code)) sessions.delete(session.id);
  world.tell({ type: 'gateway.closed', shard: session.shard.index });
}
