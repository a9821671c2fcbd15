import { once } from 'node:events';
import { WebSocket } from 'ws';
import type { Emulator } from '../../emulator/start.ts';

interface Frame {
  readonly op: number;
  readonly t: string | null;
  readonly s: number | null;
  readonly d: unknown;
}

/** A gateway client that does nothing by itself; every wait looks at what has come already, too. */
export interface RawGateway {
  send(op: number, d: unknown): void;
  sendText(text: string): void;
  until(isWanted: (frame: Frame) => boolean): Promise<Frame>;
  event(name: string): Promise<Frame>;
  op(op: number): Promise<Frame>;
  heard(name: string): readonly Frame[];
  readonly closed: Promise<number>;
  close(code: number): void;
}

export async function connectRaw(emulator: Emulator, query = 'v=10&encoding=json'): Promise<RawGateway> {
  const socket = new WebSocket(`${emulator.world.origin.replace('http', 'ws')}/?${query}`);
  const frames: Frame[] = [];
  const waiting = new Set<() => void>();
  socket.on('message', (data) => {
    frames.push(JSON.parse(String(data)));
    for (const look of waiting) look();
  });
  const closed = once(socket, 'close').then(([code]) => Number(code));
  await once(socket, 'open');

  const until = (isWanted: (frame: Frame) => boolean) =>
    new Promise<Frame>((resolve) => {
      const look = () => {
        const found = frames.find(isWanted);
        if (found === undefined) return;
        waiting.delete(look);
        resolve(found);
      };
      waiting.add(look);
      look();
    });
  return {
    send: (op, d) => socket.send(JSON.stringify({ op, d })),
    sendText: (text) => socket.send(text),
    until,
    event: (name) => until(({ t }) => t === name),
    op: (op) => until((frame) => frame.op === op),
    heard: (name) => frames.filter(({ t }) => t === name),
    closed,
    close: (code) => socket.close(code),
  };
}
