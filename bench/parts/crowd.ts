import type { Ask, Here } from './asks.ts';

export interface CrowdSettings {
  /** So many people each wait for their answer and ask again at once. */
  readonly inFlight: number;
  /** Answers in this first time do not count. */
  readonly warmUpMs: number;
  readonly measureMs: number;
}

/** What the crowd saw in the measured time. */
export interface CrowdOutcome {
  readonly perSecond: number;
  /** All answers, the warm-up's too. */
  readonly count: number;
  /** From asking to seeing the whole answer, in ms, by kind of request. */
  readonly waits: ReadonlyMap<string, readonly number[]>;
  /** From asking to the acknowledgement, in ms; Discord gives a bot 3,000. */
  readonly acknowledgements: readonly number[];
  /** Why requests stayed without an answer. */
  readonly failures: readonly string[];
}

/** Answers that come later than this count as failures. */
const patienceMs = 30_000;

/** Asks and waits; gives the acknowledgement's delay in ms. */
async function asked(here: Here, ask: Ask): Promise<number | undefined> {
  if ('half' in ask) {
    await here.complete(ask.half);
    return undefined;
  }
  const answer = here.run(ask.call);
  await answer.reply(patienceMs);
  const { interaction } = answer;
  return interaction.acknowledgement === undefined
    ? undefined
    : interaction.acknowledgement.at - interaction.at;
}

/** Lets a crowd ask the bot without a pause. */
export async function crowd(here: Here, next: () => Ask, settings: CrowdSettings): Promise<CrowdOutcome> {
  const from = performance.now() + settings.warmUpMs;
  const to = from + settings.measureMs;
  const waits = new Map<string, number[]>();
  const acknowledgements: number[] = [];
  const failures: string[] = [];
  let count = 0;
  let measuredCount = 0;

  function note(kind: string, waitMs: number): void {
    measuredCount += 1;
    const known = waits.get(kind);
    if (known === undefined) waits.set(kind, [waitMs]);
    else known.push(waitMs);
  }

  async function person(): Promise<void> {
    while (performance.now() < to) {
      const ask = next();
      const askedAt = performance.now();
      try {
        const acknowledgedMs = await asked(here, ask);
        const now = performance.now();
        count += 1;
        if (now < from || now > to) continue;
        note(ask.kind, now - askedAt);
        if (acknowledgedMs !== undefined) acknowledgements.push(acknowledgedMs);
      } catch (error) {
        failures.push(String(error));
      }
    }
  }

  await Promise.all(Array.from({ length: settings.inFlight }, person));
  return { perSecond: (measuredCount * 1000) / settings.measureMs, count, waits, acknowledgements, failures };
}
