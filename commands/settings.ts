import { ApplicationCommandOptionType, ChannelType } from 'discord-api-types/v10';
import type { App, Command } from '../src/app.ts';
import type { CommandRequest } from '../src/domain/command.ts';
import type { Reply } from '../src/domain/reply.ts';
import type { GuildSettings } from '../src/domain/settings.ts';
import { heading, text } from '../src/render/pieces.ts';
import { alertsLines } from '../src/render/render-status.ts';
import { alertStatus } from './alert-status.ts';
import { byManagers, guildOf } from './command-place.ts';
import { postableChannel } from './postable-channel.ts';

async function setAlerts({ channels, reader }: CommandRequest, app: App): Promise<Reply> {
  const guildId = guildOf(reader);
  const { alertsChannelId: _before, ...others }: GuildSettings = (await app.settings.get(guildId)) ?? {};
  if (channels.channel === undefined) {
    await app.settings.set(guildId, others);
    app.log.info('settings.changed', { guildId, alerts: false });
    return {
      blocks: [
        text(
          'Alerts are off: nobody is told when a feed stops or falls silent, or when a digest does not come.',
        ),
      ],
    };
  }
  const { id } = postableChannel(channels.channel);
  await app.settings.set(guildId, { ...others, alertsChannelId: id });
  await app.untoldAlerts.delete(guildId);
  app.log.info('settings.changed', { guildId, alerts: true });
  return {
    blocks: [
      text(
        'Alerts go to ',
        { kind: 'channel', id },
        ': when a feed stops, fails for long or falls silent, and when a digest does not come.',
      ),
    ],
  };
}

async function show({ reader }: CommandRequest, app: App): Promise<Reply> {
  return { blocks: [heading('Settings'), ...alertsLines(await alertStatus(guildOf(reader), app))] };
}

/** `/settings`: what a server has chosen, for those who manage it. */
export const settings: Command = {
  data: {
    name: 'settings',
    description: 'What this server has chosen',
    ...byManagers,
    options: [
      {
        type: ApplicationCommandOptionType.Subcommand,
        name: 'alerts',
        description: 'Where to tell when a feed fails or a digest does not come',
        options: [
          {
            type: ApplicationCommandOptionType.Channel,
            name: 'channel',
            description: 'The channel; without one, alerts are off',
            channel_types: [ChannelType.GuildText, ChannelType.GuildAnnouncement],
          },
        ],
      },
      {
        type: ApplicationCommandOptionType.Subcommand,
        name: 'show',
        description: 'What is chosen now',
      },
    ],
  },
  acknowledge: 'defer',
  visibility: () => 'private',
  run: async (request, app) =>
    request.subcommand === 'alerts' ? await setAlerts(request, app) : await show(request, app),
};
