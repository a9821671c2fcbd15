import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  afterArrival,
  atNewest,
  isAtEnd,
  isAtStart,
  messagesIn,
  newerWindow,
  newestWindow,
  olderWindow,
  pinnedWindow,
} from '../../../emulator/page/state/message-window.ts';
import {
  emptyTimeline,
  type Timeline,
  withHistory,
  withMessage,
  withoutMessage,
} from '../../../emulator/page/state/timeline.ts';
import { message, messages } from './messages.ts';

const numbers = ({ messages: all }: Pick<Timeline, 'messages'>) => all.map(({ id }) => Number(id));

describe('what a page has of a channel', () => {
  it('stands in the order it was written in, each message once, whatever order it comes in', () => {
    const ids = fc.array(fc.integer({ min: 1, max: 10_000 }), { maxLength: 60 });
    fc.assert(
      fc.property(ids, (come) => {
        const timeline = come.reduce((before, id) => withMessage(before, message(id)), emptyTimeline);
        expect(numbers(timeline)).toEqual([...new Set(come)].sort((one, other) => one - other));
      }),
      { seed: 1 },
    );
  });

  it('keeps what the stream said when an older history comes after it', () => {
    const edited = message(5, { content: 'edited' });
    const timeline = withHistory(
      withMessage(emptyTimeline, edited),
      { messages: messages(3, 6), hasOlder: true },
      new Set(['4']),
    );
    expect(numbers(timeline)).toEqual([3, 5, 6]);
    expect(timeline.messages[1]).toBe(edited);
    expect(timeline).toMatchObject({ hasOlder: true, isLoaded: true });
    expect(numbers(withoutMessage(timeline, '5'))).toEqual([3, 6]);
  });
});

describe('the part of it that stands in the page', () => {
  const all = messages(1, 1000);
  const shown = (window: Parameters<typeof messagesIn>[0], of = all) =>
    numbers({ messages: messagesIn(window, of) });

  it('is the newest fifty at first, and goes on with what comes', () => {
    expect(shown(newestWindow)).toEqual(numbers({ messages: messages(951, 1000) }));
    expect(shown(newestWindow, messages(1, 1001)).at(-1)).toBe(1001);
    expect(shown(newestWindow, [])).toEqual([]);
  });

  it('reaches every message by steps, never holds more than 150, and never leaves a gap', () => {
    const steps = fc.array(fc.constantFrom(olderWindow, newerWindow), { maxLength: 80 });
    fc.assert(
      fc.property(steps, (taken) => {
        const window = taken.reduce((before, step) => step(before, all), newestWindow);
        const ids = shown(window);
        expect(ids.length).toBeLessThanOrEqual(150);
        expect(ids).toEqual(ids.map((_, index) => (ids[0] ?? 0) + index));
      }),
      { seed: 1 },
    );
    let window = newestWindow;
    while (!isAtStart(window, all)) window = olderWindow(window, all);
    expect(shown(window)[0]).toBe(1);
    while (!isAtEnd(window, all)) window = newerWindow(window, all);
    expect(shown(window).at(-1)).toBe(1000);
  });

  it('stays where the reader is while messages come, go, and are loaded before it', () => {
    const pinned = pinnedWindow(newestWindow, all);
    const more = [...messages(1, 960), ...messages(971, 1100)];
    expect(shown(pinned, more)).toEqual([
      ...numbers({ messages: messages(951, 960) }),
      ...numbers({ messages: messages(971, 1000) }),
    ]);
    expect(isAtEnd(pinned, more)).toBe(false);
  });

  it('shows what comes to who was at the end, as long as there is room', () => {
    const pinned = pinnedWindow(newestWindow, all);
    const next = afterArrival(pinned, all, messages(1, 1001), false);
    expect(shown(next, messages(1, 1001))).toEqual(numbers({ messages: messages(951, 1001) }));
    const full = olderWindow(olderWindow(pinned, all), all);
    expect(afterArrival(full, all, messages(1, 1001), false)).toBe(full);
    const elsewhere = pinnedWindow(olderWindow(full, all), all);
    expect(afterArrival(elsewhere, all, messages(1, 1001), false)).toBe(elsewhere);
  });

  it('does not grow without end while the newest are followed', () => {
    let window = atNewest(olderWindow(newestWindow, all), all);
    for (let last = 1001; last < 1400; last += 1) {
      const grown = messages(1, last);
      window = afterArrival(window, messages(1, last - 1), grown, true);
      expect(shown(window, grown).length).toBeLessThanOrEqual(150);
      expect(shown(window, grown).at(-1)).toBe(last);
    }
  });
});
