import { request } from 'node:http';
import type { Action, StreamEvent } from '../../../emulator/page/protocol.ts';
import type { Emulator } from '../../../emulator/start.ts';
import type { Channel, User } from '../../../emulator/world.ts';

export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

interface Asking {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** A request with whatever headers one likes, even those that browsers do not let be set. */
export async function ask(
  emulator: Emulator,
  path: string,
  { method = 'GET', headers = {}, body }: Asking = {},
): Promise<Answered> {
  const { hostname, port } = new URL(emulator.world.origin);
  return await new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path, method, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk) => {
        text += chunk;
      });
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** What the page's own script sends when a person does something. */
export async function act(
  emulator: Emulator,
  user: User,
  channel: Channel,
  action: Action,
  files: readonly File[] = [],
): Promise<{ readonly status: number; readonly body: unknown }> {
  const form = new FormData();
  form.set('payload_json', JSON.stringify(action));
  files.forEach((file, number) => {
    form.set(`files[${number}]`, file, file.name);
  });
  const { origin } = emulator.world;
  const response = await fetch(`${origin}/client/${user.id}/channels/${channel.id}/actions`, {
    method: 'POST',
    body: form,
    headers: { origin },
  });
  return { status: response.status, body: await response.json() };
}

type EventOf<T, E = StreamEvent> = E extends { readonly type: infer U } ? (T extends U ? E : never) : never;

/** What a person's page hears. */
export interface Heard {
  /** The first event of a type that was heard, or will be. */
  first<T extends StreamEvent['type']>(type: T): Promise<EventOf<T>>;
  readonly all: readonly StreamEvent[];
  stop(): Promise<void>;
}

type Listener = (event: StreamEvent) => void;

export async function listen(emulator: Emulator, person: string): Promise<Heard> {
  const cut = new AbortController();
  const { body } = await fetch(`${emulator.world.origin}/client/${person}/stream`, { signal: cut.signal });
  const all: StreamEvent[] = [];
  const listeners = new Set<Listener>();
  const read = async () => {
    let rest = '';
    for await (const chunk of body?.pipeThrough(new TextDecoderStream()) ?? []) {
      const parts = (rest + chunk).split('\n\n');
      rest = parts.pop() ?? '';
      for (const part of parts) {
        const event: StreamEvent = JSON.parse(part.replace(/^data: /, ''));
        all.push(event);
        for (const listener of listeners) listener(event);
      }
    }
  };
  const done = read().catch((error: unknown) => {
    if (!cut.signal.aborted) throw error;
  });
  function isA<T extends StreamEvent['type']>(event: StreamEvent, type: T): event is EventOf<T> {
    return event.type === type;
  }
  return {
    all,
    first: (type) =>
      new Promise((resolve) => {
        const look = (event: StreamEvent) => {
          if (!isA(event, type)) return;
          listeners.delete(look);
          resolve(event);
        };
        listeners.add(look);
        for (const event of all) look(event);
      }),
    async stop() {
      cut.abort();
      await done;
    },
  };
}
