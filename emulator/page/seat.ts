import type { Announcer } from './announce.ts';
import { type Client, type ClientHandlers, createClient } from './client.ts';
import { wordsOf } from './composer/composer-host.ts';
import type { Action, ActionAnswer, Snapshot } from './protocol.ts';
import type { ClientState } from './state/client-state.ts';

/** Who sits at the page: one person, and then perhaps another. */
export interface Seat {
  /** Lets a person take the seat, by their username. */
  take(username: string): void;
  client(): Client;
  /** While another person takes the seat, what the last one knew stays in sight. */
  state(): ClientState;
  snapshot(): Snapshot;
  channelId(): string;
  act(action: Action, files?: readonly File[]): Promise<ActionAnswer>;
  /** As `act`, where nobody waits for it: what goes wrong is shown in passing. */
  tryTo(action: Action): void;
}

/** `onSaid` is called when the person has said something, or sent a command. */
export function createSeat(
  person: string,
  handlers: Pick<ClientHandlers, 'onChange' | 'onHeard'>,
  announcer: Announcer,
  onSaid: () => void,
): Seat {
  const all: ClientHandlers = {
    ...handlers,
    onFailure: announcer.toast,
    onBreak(isBroken) {
      if (isBroken) announcer.toast('The demo does not answer. Trying again…');
    },
  };
  let client = createClient(person, all);
  let known: ClientState | undefined;
  const state = () => {
    known = client.state() ?? known;
    if (known === undefined) throw new Error('nothing was heard yet');
    return known;
  };
  const act = async (action: Action, files?: readonly File[]) => {
    const answer = await client.act(action, files);
    if (action.do === 'say' || action.do === 'run') onSaid();
    return answer;
  };
  return {
    client: () => client,
    state,
    snapshot: () => state().snapshot,
    channelId: () => state().openChannelId,
    act,
    tryTo(action) {
      act(action).catch((error: unknown) => announcer.toast(wordsOf(error)));
    },
    take(username) {
      const before = client;
      before.close();
      history.replaceState(null, '', `?as=${encodeURIComponent(username)}`);
      client = createClient(username, all, before);
    },
  };
}
