import type { Delivery } from '../../domain/digest.ts';
import type { DigestStore } from '../../domain/digest-store.ts';
import type { Log } from '../../domain/log.ts';

export interface DueAlertParts {
  readonly digests: Pick<DigestStore, 'alertsDue' | 'alerted'>;
  /** Alerts the guild. `true`: done or impossible; `false`: later. */
  readonly tell: (delivery: Delivery) => Promise<boolean>;
  readonly log: Log;
}

const alertsAtOnce = 200;

/** Makes what tells the guilds of deliveries that went wrong. One guild's trouble never keeps another uninformed. */
export function createDueAlerts({ digests, tell, log }: DueAlertParts): () => Promise<void> {
  async function tellOne(delivery: Delivery): Promise<void> {
    const fields = { digestId: delivery.digestId, slot: delivery.slot };
    try {
      if (await tell(delivery)) await digests.alerted(delivery);
    } catch (error) {
      log.error('digest.alert-failed', fields, error);
    }
  }

  return async () => {
    for (const delivery of await digests.alertsDue(alertsAtOnce)) await tellOne(delivery);
  };
}
