import { z } from 'zod';
import type { UntoldAlerts } from '../domain/digest-alert.ts';
import type { FeedLook } from '../domain/feed.ts';
import type { KeyValue } from '../domain/key-value.ts';
import type { GuildSettings } from '../domain/settings.ts';
import { scope } from './scope-column.ts';
import type { Store } from './store.ts';

/** Its keys are ids of guilds. */
export const settingsNamespace = 'guild-settings';

const settingsSchema = z.object({ alertsChannelId: z.string().exactOptional() });

const foundSchema = z.object({
  address: z.string(),
  scope,
  title: z.string(),
  siteUrl: z.string().exactOptional(),
  language: z.string().exactOptional(),
  entryCount: z.number(),
  newest: z.array(
    z.object({
      title: z.string(),
      url: z.string().exactOptional(),
      publishedAt: z.number().exactOptional(),
    }),
  ),
  newestEntryAt: z.number().exactOptional(),
  usualGapMs: z.number().exactOptional(),
});

/** Of a look only what a yes needs; how it went is told and forgotten. */
const lookSchema = z.object({
  steps: z.array(z.never()).catch([]),
  found: foundSchema.exactOptional(),
  others: z.array(z.object({ title: z.string().exactOptional(), address: z.string() })),
});

/** What guilds have chosen, by guild. */
export const guildSettings = (store: Pick<Store, 'keyValue'>): KeyValue<GuildSettings> =>
  store.keyValue(settingsNamespace, settingsSchema);

/** Feeds that were looked at and wait for a yes, by guild and the interaction's id. */
export const proposedFeeds = (store: Pick<Store, 'keyValue'>): KeyValue<FeedLook> =>
  store.keyValue<FeedLook>('proposed-feeds', lookSchema);

/** Which alerts of feeds were posted, by guild and nonce. */
export const toldAlerts = (store: Pick<Store, 'keyValue'>): KeyValue<true> =>
  store.keyValue('told-alerts', z.literal(true));

const untoldSchema = z.object({
  count: z.int(),
  lastAt: z.number(),
  reason: z.string().exactOptional(),
});

/** Alerts of digests that reached nobody, by guild. */
export const untoldAlerts = (store: Pick<Store, 'keyValue'>): KeyValue<UntoldAlerts> =>
  store.keyValue<UntoldAlerts>('untold-alerts', untoldSchema);
