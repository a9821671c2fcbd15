import type { WebSocket } from 'ws';
import type { World } from '../world.ts';
import { type Connection, forget, type Hub, receive } from './connection.ts';
import { type Dispatch, dispatchOf } from './dispatch.ts';
import { closeCode, opcode } from './protocol.ts';
import { hears, sendTo, tellSession } from './session.ts';

/** What a test can make the gateway do. */
export interface GatewayControls {
  /** The next event of this name is told twice. */
  sendTwice(name: string): void;
  /** Cuts every connection without a word; what happens meanwhile waits for the resume. */
  drop(): void;
  /** Asks every client to come back, as Discord does before it restarts a machine. */
  askForReconnect(): void;
  /** Tells every client that its session is over; a resumable one may be taken up again. */
  invalidateSessions(isResumable?: boolean): void;
}

interface Gateway {
  readonly controls: GatewayControls;
  accept(socket: WebSocket, query: URLSearchParams): void;
  close(): void;
}

function tellAll({ sessions }: Hub, dispatch: Dispatch): void {
  for (const session of sessions.values())
    if (hears(session, dispatch)) tellSession(session, dispatch.name, dispatch.data);
}

function invalidate({ sessions, connections }: Hub, isResumable: boolean): void {
  if (!isResumable) sessions.clear();
  for (const connection of connections) {
    if (connection.session !== undefined) connection.session.socket = undefined;
    connection.session = undefined;
    sendTo(connection.socket, opcode.invalidSession, isResumable);
  }
}

function controlsOf(hub: Hub, doubled: string[]): GatewayControls {
  const { connections } = hub;
  return {
    sendTwice: (name) => void doubled.push(name),
    drop() {
      for (const { socket } of connections) socket.terminate();
    },
    askForReconnect() {
      for (const { socket } of connections) sendTo(socket, opcode.reconnect, null);
    },
    invalidateSessions: (isResumable = false) => invalidate(hub, isResumable),
  };
}

/** Sends what happens in the world to the sessions that listen for it. */
export function createGateway(world: World, heartbeatMs: number): Gateway {
  const hub: Hub = { world, sessions: new Map(), connections: new Set() };
  const doubled: string[] = [];
  const stop = world.observe((event) => {
    const dispatch = dispatchOf(world, event);
    if (dispatch === undefined) return;
    tellAll(hub, dispatch);
    const index = doubled.indexOf(dispatch.name);
    if (index === -1) return;
    doubled.splice(index, 1);
    tellAll(hub, dispatch);
  });
  return {
    controls: controlsOf(hub, doubled),
    accept(socket, query) {
      if (query.get('v') !== '10') {
        socket.close(closeCode.invalidVersion);
        return;
      }
      const connection: Connection = { socket, session: undefined };
      hub.connections.add(connection);
      socket.on('message', (data) => receive(hub, connection, String(data)));
      socket.on('close', (code) => forget(hub, connection, code));
      socket.on('error', () => socket.terminate());
      sendTo(socket, opcode.hello, { heartbeat_interval: heartbeatMs });
    },
    close() {
      stop();
      for (const { socket } of hub.connections) socket.terminate();
    },
  };
}
