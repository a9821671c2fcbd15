import { wordsOf } from './composer/composer-host.ts';
import type { Action, ActionAnswer, History, StreamEvent } from './protocol.ts';
import {
  type ClientState,
  dismissed,
  heard,
  opened,
  stateOf,
  timelineOf,
  withOlder,
  withoutAsked,
} from './state/client-state.ts';
import {
  afterArrival,
  atNewest,
  isAtStart,
  type MessageWindow,
  newerWindow,
  newestWindow,
  olderWindow,
  pinnedWindow,
} from './state/message-window.ts';
import { createWire, listen, Refusal, type Wire } from './wire.ts';

export interface ClientHandlers {
  /** Something is otherwise than before. */
  readonly onChange: () => void;
  /** What was heard, with the state before it. */
  readonly onHeard: (event: StreamEvent, before: ClientState) => void;
  readonly onFailure: (words: string) => void;
  readonly onBreak: (isBroken: boolean) => void;
}

/** A person's client: what they know, and what they do. */
export interface Client {
  /** Nothing before the first snapshot. */
  state(): ClientState | undefined;
  window(): MessageWindow;
  open(channelId: string): void;
  act(action: Action, files?: readonly File[]): Promise<ActionAnswer>;
  /** As `act`, and waits until the bot has answered. */
  actAndWait(action: Action, files: readonly File[]): Promise<void>;
  /** The reader comes near an end of what is shown. */
  near(end: 'oldest' | 'newest'): void;
  follow(isFollowing: boolean): void;
  dismiss(channelId: string, messageId: string): void;
  forgetAsked(id: string): void;
  toNewest(): void;
  close(): void;
}

type Outcome = 'answered' | 'unanswered';

/** Tells what became of an interaction, before or after it is asked for. */
function createOutcomes() {
  const known = new Map<string, Outcome>();
  const waiting = new Map<string, (outcome: Outcome) => void>();
  return {
    settle(id: string, outcome: Outcome) {
      known.set(id, outcome);
      waiting.get(id)?.(outcome);
    },
    of(id: string): Promise<Outcome> {
      const outcome = known.get(id);
      if (outcome !== undefined) return Promise.resolve(outcome);
      return new Promise((resolve) => waiting.set(id, resolve));
    },
  };
}

/** Begins to listen as a person; `before` is the client that is left for this one. */
export function createClient(person: string, handlers: ClientHandlers, before?: Client): Client {
  const outcomes = createOutcomes();
  let state: ClientState | undefined;
  let window = newestWindow;
  let isFollowing = true;
  let isLoading = false;
  let wire: Wire = createWire(person);

  const messages = () => (state === undefined ? [] : timelineOf(state, state.openChannelId).messages);
  const change = (next: ClientState | undefined, view = window) => {
    state = next;
    window = view;
    handlers.onChange();
  };
  const take = (channelId: string, history: History, olderThan: string | undefined) => {
    if (state === undefined) return;
    state = withOlder(state, channelId, history);
    const isShown = olderThan !== undefined && channelId === state.openChannelId;
    change(state, isShown ? olderWindow(window, messages()) : window);
  };
  const load = async (channelId: string, olderThan?: string) => {
    if (isLoading) return;
    isLoading = true;
    try {
      take(channelId, await wire.history(channelId, olderThan), olderThan);
    } catch (error) {
      handlers.onFailure(wordsOf(error));
      return;
    } finally {
      isLoading = false;
    }
    loadOpen();
  };
  /** The open channel's newest messages, where they were not asked for. */
  const loadOpen = () => {
    if (state === undefined || timelineOf(state, state.openChannelId).isLoaded) return;
    void load(state.openChannelId);
  };
  const hear = (event: StreamEvent) => {
    if (event.type === 'snapshot') {
      wire = createWire(event.snapshot.person.id);
      change(stateOf(event.snapshot, state ?? before?.state()), newestWindow);
      loadOpen();
      return;
    }
    if (state === undefined) return;
    const last = state;
    const shown = messages();
    state = heard(state, event, Date.now());
    const isElsewhere = state.openChannelId !== last.openChannelId;
    change(state, isElsewhere ? newestWindow : afterArrival(window, shown, messages(), isFollowing));
    if (isElsewhere) loadOpen();
    handlers.onHeard(event, last);
    if (event.type === 'answered' || event.type === 'unanswered') outcomes.settle(event.id, event.type);
  };
  const nearOldest = () => {
    if (state === undefined) return;
    const timeline = timelineOf(state, state.openChannelId);
    const first = timeline.messages[0];
    if (!isAtStart(window, timeline.messages)) {
      const older = olderWindow(window, timeline.messages);
      if (!isFollowing || older.toId === undefined) change(state, older);
    } else if (timeline.hasOlder && timeline.isLoaded && first !== undefined && !isFollowing)
      void load(state.openChannelId, first.id);
  };
  const act = (action: Action, files?: readonly File[]) =>
    wire.act(state?.openChannelId ?? '', action, files);
  const listening = listen(person, hear, handlers.onBreak);

  return {
    state: () => state,
    window: () => window,
    act,
    open(channelId) {
      if (state === undefined || channelId === state.openChannelId) return;
      isFollowing = true;
      change(opened(state, channelId), newestWindow);
      loadOpen();
    },
    async actAndWait(action, files) {
      const { askedId = '' } = await act(action, files);
      if ((await outcomes.of(askedId)) === 'unanswered')
        throw new Refusal('The application did not respond. Try again.');
    },
    near(end) {
      if (end === 'oldest') nearOldest();
      else if (window.toId !== undefined) change(state, newerWindow(window, messages()));
    },
    follow(next) {
      if (next === isFollowing) return;
      isFollowing = next;
      change(state, next ? atNewest(window, messages()) : pinnedWindow(window, messages()));
    },
    dismiss(channelId, messageId) {
      if (state !== undefined) change(dismissed(state, channelId, messageId));
    },
    forgetAsked(id) {
      if (state !== undefined) change(withoutAsked(state, id));
    },
    toNewest() {
      isFollowing = true;
      change(state, newestWindow);
    },
    close: listening.close,
  };
}
