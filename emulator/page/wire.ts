import type { Action, ActionAnswer, ActionRefusal, History, StreamEvent } from './protocol.ts';

/** The way to the server of the page, as one person. */
export interface Wire {
  history(channelId: string, before?: string): Promise<History>;
  /** Fails with a `Refusal` where the client does not let the person. */
  act(channelId: string, action: Action, files?: readonly File[]): Promise<ActionAnswer>;
}

/** Why something was not done, in words for the person. */
export class Refusal extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'Refusal';
  }
}

const lost = 'The demo does not answer. Is it still running?';

function bodyOf(action: Action, files: readonly File[]): RequestInit {
  if (files.length === 0)
    return { body: JSON.stringify(action), headers: { 'content-type': 'application/json' } };
  const form = new FormData();
  form.set('payload_json', JSON.stringify(action));
  files.forEach((file, number) => {
    form.set(`files[${number}]`, file, file.name);
  });
  return { body: form };
}

async function ask<T extends object>(path: string, request: RequestInit = {}): Promise<T> {
  const response = await fetch(path, request).catch((cause: unknown) => {
    throw new Refusal(lost, { cause });
  });
  const answer: T | ActionRefusal = await response.json().catch(() => ({ error: lost }));
  if ('error' in answer) throw new Refusal(answer.error);
  return answer;
}

export function createWire(personId: string): Wire {
  const channel = (id: string) => `/client/${personId}/channels/${id}`;
  return {
    history: (id, before) =>
      ask<History>(`${channel(id)}/messages${before === undefined ? '' : `?before=${before}`}`),
    act: (id, action, files = []) =>
      ask<ActionAnswer>(`${channel(id)}/actions`, { method: 'POST', ...bodyOf(action, files) }),
  };
}

export interface Listening {
  close(): void;
}

/** Hears what a person's client hears, from a snapshot on; after a break it begins with a new one. */
export function listen(
  person: string,
  onEvent: (event: StreamEvent) => void,
  onBreak: (isBroken: boolean) => void,
): Listening {
  const source = new EventSource(`/client/${encodeURIComponent(person)}/stream`);
  source.addEventListener('message', ({ data }) => onEvent(JSON.parse(data)));
  source.addEventListener('open', () => onBreak(false));
  source.addEventListener('error', () => onBreak(true));
  return { close: () => source.close() };
}
