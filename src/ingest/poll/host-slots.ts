/** Takes a host's next free time; answers in how many milliseconds it is. */
export type TakeSlot = (host: string) => number;

const mostHosts = 1000;

/** Times for one host lie so far apart: whoever has much to ask of a host knows when it may come back for it. */
export function createHostSlots(slotMs: number, now: () => number): TakeSlot {
  const freeAt = new Map<string, number>();

  function forgetPast(): void {
    for (const [host, at] of freeAt) if (at <= now()) freeAt.delete(host);
  }

  return (host) => {
    const at = Math.max(now(), freeAt.get(host) ?? 0);
    freeAt.set(host, at + slotMs);
    if (freeAt.size > mostHosts) forgetPast();
    return at - now();
  };
}
