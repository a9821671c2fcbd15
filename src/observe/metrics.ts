import type { Metrics } from '../domain/metrics.ts';

export interface KeptMetrics extends Metrics {
  /** All counters in Prometheus' text form: `law.dropped` is `standfirst_law_dropped_total`. */
  text(): string;
}

export function createMetrics(): KeptMetrics {
  const counters = new Map<string, number>();
  return {
    count(name, by) {
      counters.set(name, (counters.get(name) ?? 0) + by);
    },
    text() {
      const lines = [...counters].toSorted().flatMap(([name, value]) => {
        const series = `standfirst_${name.replace(/[^a-z0-9]+/gi, '_')}_total`;
        return [`# TYPE ${series} counter`, `${series} ${value}`];
      });
      return lines.map((line) => `${line}\n`).join('');
    },
  };
}
