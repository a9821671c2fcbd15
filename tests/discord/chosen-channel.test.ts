import { ApplicationCommandOptionType } from 'discord.js';
import { expect, it } from 'vitest';
import { setBotPermissions } from '../../emulator/build-world.ts';
import { permission, usualPermissions } from '../../emulator/permissions.ts';
import { commandRequest } from '../../src/discord/requests.ts';
import type { ChosenChannel } from '../../src/domain/command.ts';
import { onInteraction } from '../emulator/client.ts';
import { heardOfChange, startPosting } from './posting.ts';

const menu = [
  {
    name: 'look',
    description: 'Looks at a channel',
    options: [{ type: ApplicationCommandOptionType.Channel, name: 'channel', description: 'Which' }],
  },
];

/** Someone who chooses channels, and what is told of them. */
async function startChoosing() {
  const posting = await startPosting();
  const { client, emulator } = posting;
  await client.rest.put(`/applications/${client.application.id}/commands`, { body: menu });
  const avery = emulator.person(emulator.first.admin).in(emulator.first.channels.general);
  async function choose(name: string): Promise<ChosenChannel | undefined> {
    const asked = onInteraction(client, async (interaction) =>
      interaction.isChatInputCommand() ? commandRequest(interaction, 0) : undefined,
    );
    avery.run({ name: 'look', options: { channel: name } });
    return (await asked)?.channels.channel;
  }
  return { ...posting, choose };
}

it('a chosen channel tells what it is, and what the bot lacks to post there', async () => {
  const { client, emulator, choose } = await startChoosing();
  expect(await choose('newsroom')).toMatchObject({
    name: 'newsroom',
    takesMessages: true,
    missingPermissions: [],
  });
  expect(await choose('announcements')).toMatchObject({
    takesMessages: true,
    isAnnouncement: true,
    isForum: false,
  });
  expect(await choose('reading-room')).toMatchObject({
    takesMessages: false,
    isForum: true,
    missingPermissions: [],
  });
  const heard = heardOfChange(client);
  setBotPermissions(
    emulator.world,
    emulator.first.channels.newsroom.id,
    usualPermissions & ~permission.sendMessages,
  );
  await heard;
  expect(await choose('newsroom')).toMatchObject({ missingPermissions: ['Send Messages'] });
});

it('the rights are the interaction’s, where the client knows none of its own', async () => {
  const { client, emulator, choose } = await startChoosing();
  client.guilds.cache.get(emulator.first.guild.id)?.members.cache.clear();
  expect(await choose('newsroom')).toMatchObject({ missingPermissions: [] });
  expect(await choose('locked')).toMatchObject({ missingPermissions: ['View Channel', 'Send Messages'] });
});
