import { REST } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { createPacedRequest, createTurns } from '../../src/discord/pace.ts';

describe('turns', () => {
  it('lets fifty begin at once and the others a window later, fifty by fifty', () => {
    const turn = createTurns(() => 10_000);
    const starts = Array.from({ length: 120 }, turn);
    expect(new Set(starts.slice(0, 50))).toEqual(new Set([10_000]));
    expect(new Set(starts.slice(50, 100))).toEqual(new Set([11_050]));
    expect(new Set(starts.slice(100))).toEqual(new Set([12_100]));
  });

  it('never lets more than fifty begin within a second, whenever they come', () => {
    const time = { now: 0 };
    const turn = createTurns(() => time.now);
    const starts = Array.from({ length: 1_000 }, (_, index) => {
      time.now += index % 7 === 0 ? 90 : 1;
      return turn();
    });
    const crowded = starts.filter((at, index) => index >= 50 && at - (starts[index - 50] ?? 0) < 1_000);
    expect(crowded).toEqual([]);
    expect(starts.every((at, index) => at >= (starts[index - 1] ?? 0))).toBe(true);
  });

  it('does not hold back a request that comes alone', () => {
    const time = { now: 0 };
    const turn = createTurns(() => time.now);
    for (let second = 0; second < 200; second += 1) {
      time.now += 1_000;
      expect(turn()).toBe(time.now);
    }
  });
});

describe('a paced client of discord.js', () => {
  /** A client whose requests go nowhere and for which time stands still; `waits` are in ms. */
  function pacedRest() {
    const waits: number[] = [];
    const sent: string[] = [];
    const rest = new REST({
      globalRequestsPerSecond: Number.POSITIVE_INFINITY,
      makeRequest: createPacedRequest({
        timeoutMs: 15_000,
        now: () => 0,
        wait: async (ms) => void waits.push(ms),
        send: async (url) => {
          sent.push(new URL(url).pathname);
          return new Response(null, { status: 204 });
        },
      }),
    }).setToken('a.token');
    return { rest, sent, waits };
  }

  it('sends edits of deferred replies at once, however many', async () => {
    const { rest, sent, waits } = pacedRest();
    const edits = Array.from({ length: 200 }, (_, index) =>
      rest.patch(`/webhooks/123456789012345678/token-${index}/messages/@original`, { body: {}, auth: false }),
    );
    await Promise.all(edits);
    expect(sent).toHaveLength(200);
    expect(waits).toEqual([]);
  });

  it('holds back what carries the token beyond fifty a second, and sends it then', async () => {
    const { rest, sent, waits } = pacedRest();
    const posts = Array.from({ length: 101 }, (_, index) =>
      rest.post(`/channels/${123456789012345678n + BigInt(index)}/messages`, { body: {} }),
    );
    await Promise.all(posts);
    expect(sent).toHaveLength(101);
    expect(waits).toEqual([...Array<number>(50).fill(1_050), 2_100]);
  });
});
