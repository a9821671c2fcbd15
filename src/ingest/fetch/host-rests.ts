/** Hosts that have asked not to be asked for a while. */
export interface HostRests {
  /** How long the host still rests, in milliseconds; 0: it may be asked. */
  left(host: string): number;
  /** The host asks for so long a rest; a longer one that it has asked for stays. */
  rest(host: string, ms: number): void;
}

const mostHosts = 10_000;

export function createHostRests(now: () => number): HostRests {
  const until = new Map<string, number>();
  const left = (host: string) => Math.max(0, (until.get(host) ?? 0) - now());
  return {
    left,
    rest(host, ms) {
      if (ms <= left(host)) return;
      until.delete(host);
      until.set(host, now() + ms);
      const [oldest] = until.size > mostHosts ? until.keys() : [];
      if (oldest !== undefined) until.delete(oldest);
    },
  };
}
