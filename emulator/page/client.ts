import { wordsOf } from './composer/composer-host.ts';
import { createOutcomes, type Outcomes } from './outcomes.ts';
import type { Action, ActionAnswer, MessageView, Snapshot, StreamEvent } from './protocol.ts';
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

/** What changes in a client. */
interface Self {
  readonly handlers: ClientHandlers;
  readonly outcomes: Outcomes;
  state: ClientState | undefined;
  window: MessageWindow;
  isFollowing: boolean;
  isLoading: boolean;
  wire: Wire;
}

function messagesOf({ state }: Self): readonly MessageView[] {
  return state === undefined ? [] : timelineOf(state, state.openChannelId).messages;
}

function change(self: Self, state: ClientState | undefined, window = self.window): void {
  self.state = state;
  self.window = window;
  self.handlers.onChange();
}

/** Adds a page of history to what is known; an older one to what is shown too. */
async function addHistory(self: Self, channelId: string, olderThan?: string): Promise<void> {
  const history = await self.wire.history(channelId, olderThan);
  if (self.state === undefined) return;
  self.state = withOlder(self.state, channelId, history);
  const isShown = olderThan !== undefined && channelId === self.state.openChannelId;
  change(self, self.state, isShown ? olderWindow(self.window, messagesOf(self)) : self.window);
}

async function load(self: Self, channelId: string, olderThan?: string): Promise<void> {
  if (self.isLoading) return;
  self.isLoading = true;
  try {
    await addHistory(self, channelId, olderThan);
  } catch (error) {
    self.handlers.onFailure(wordsOf(error));
    return;
  } finally {
    self.isLoading = false;
  }
  loadOpen(self);
}

/** The open channel's newest messages, where they were not asked for. */
function loadOpen(self: Self): void {
  const { state } = self;
  if (state === undefined || timelineOf(state, state.openChannelId).isLoaded) return;
  void load(self, state.openChannelId);
}

function begin(self: Self, snapshot: Snapshot, before: ClientState | undefined): void {
  self.wire = createWire(snapshot.person.id);
  self.isFollowing = true;
  change(self, stateOf(snapshot, before), newestWindow);
  loadOpen(self);
}

function hear(self: Self, event: Exclude<StreamEvent, { readonly type: 'snapshot' }>): void {
  const before = self.state;
  if (before === undefined) return;
  const shown = messagesOf(self);
  self.state = heard(before, event, Date.now());
  const isElsewhere = self.state.openChannelId !== before.openChannelId;
  const here = () => afterArrival(self.window, shown, messagesOf(self), self.isFollowing);
  change(self, self.state, isElsewhere ? newestWindow : here());
  loadOpen(self);
  self.handlers.onHeard(event, before);
  if (event.type === 'answered' || event.type === 'unanswered') self.outcomes.settle(event.id, event.type);
}

/** What was asked for, held still for those who read further up, even where it reaches the newest. */
const stayed = (self: Self, window: MessageWindow): MessageWindow =>
  self.isFollowing ? window : pinnedWindow(window, messagesOf(self));

/** Shows older messages: those at hand, and then those that have to be asked for. */
function nearOldest(self: Self): void {
  const { state, window, isFollowing } = self;
  if (state === undefined) return;
  const { messages, hasOlder, isLoaded } = timelineOf(state, state.openChannelId);
  const [first] = messages;
  if (!isAtStart(window, messages)) {
    const older = olderWindow(window, messages);
    // Who follows the newest does not lose it for the oldest.
    if (!isFollowing || older.toId === undefined) change(self, state, stayed(self, older));
  } else if (hasOlder && isLoaded && first !== undefined && !isFollowing)
    void load(self, state.openChannelId, first.id);
}

function open(self: Self, channelId: string): void {
  if (self.state === undefined || channelId === self.state.openChannelId) return;
  self.isFollowing = true;
  change(self, opened(self.state, channelId), newestWindow);
  loadOpen(self);
}

async function actAndWait(self: Self, asked: Promise<ActionAnswer>): Promise<void> {
  const { askedId = '' } = await asked;
  if ((await self.outcomes.of(askedId)) === 'unanswered')
    throw new Refusal('The application did not respond. Try again.');
}

/** Begins to listen as a person; `before` is the client that is left for this one. */
export function createClient(person: string, handlers: ClientHandlers, before?: Client): Client {
  const self: Self = {
    handlers,
    outcomes: createOutcomes(),
    state: undefined,
    window: newestWindow,
    isFollowing: true,
    isLoading: false,
    wire: createWire(person),
  };
  const listening = listen(
    person,
    (event) => {
      if (event.type === 'snapshot') begin(self, event.snapshot, self.state ?? before?.state());
      else hear(self, event);
    },
    handlers.onBreak,
  );
  const act = (action: Action, files?: readonly File[]) =>
    self.wire.act(self.state?.openChannelId ?? '', action, files);
  return {
    state: () => self.state,
    window: () => self.window,
    act,
    actAndWait: (action, files) => actAndWait(self, act(action, files)),
    open: (channelId) => open(self, channelId),
    near(end) {
      if (end === 'oldest') nearOldest(self);
      else if (self.window.toId !== undefined)
        change(self, self.state, stayed(self, newerWindow(self.window, messagesOf(self))));
    },
    follow(isFollowing) {
      if (isFollowing === self.isFollowing) return;
      self.isFollowing = isFollowing;
      const next = isFollowing ? atNewest : pinnedWindow;
      change(self, self.state, next(self.window, messagesOf(self)));
    },
    dismiss(channelId, messageId) {
      if (self.state !== undefined) change(self, dismissed(self.state, channelId, messageId));
    },
    forgetAsked(id) {
      if (self.state !== undefined) change(self, withoutAsked(self.state, id));
    },
    toNewest() {
      self.isFollowing = true;
      change(self, self.state, newestWindow);
    },
    close: listening.close,
  };
}
