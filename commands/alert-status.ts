import type { App } from '../src/app.ts';
import type { AlertStatus } from '../src/render/render-status.ts';

/** Where a guild's alerts go, and whether they come there. */
export async function alertStatus(guildId: string, app: App): Promise<AlertStatus> {
  const [settings, untold] = await Promise.all([app.settings.get(guildId), app.untoldAlerts.get(guildId)]);
  const channelId = settings?.alertsChannelId;
  const access = channelId === undefined ? undefined : app.poster.access(channelId, 'message');
  return { channelId, access, untold };
}
