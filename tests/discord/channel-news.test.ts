import { Events } from 'discord.js';
import { expect, it } from 'vitest';
import { removeChannel, setBotPermissions, strikeOutage } from '../../emulator/build-world.ts';
import { changeRole, removeRole, setMemberRoles } from '../../emulator/rights.ts';
import { hearChannelNews, readChannelNews } from '../../src/discord/channel-news.ts';
import { startPosting } from './posting.ts';

/** A client at an emulator, and what is heard of channels there. */
async function startHearing() {
  const posting = await startPosting();
  const { client, emulator } = posting;
  const heard: string[] = [];
  hearChannelNews(client, {
    deleted: (_, channelId) => void heard.push(`deleted ${channelId}`),
    changed: (guildId) => void heard.push(`changed ${guildId}`),
  });
  /** What is heard of a change, once the client has handled the packet that tells of it. */
  async function of(change: () => void): Promise<readonly string[]> {
    heard.length = 0;
    const passed = new Promise((resolve) => client.once(Events.Raw, resolve));
    change();
    await passed;
    return heard;
  }
  return { ...posting, world: emulator.world, ...emulator.first, of };
}

it('a deleted channel is heard of, and its threads with it', async () => {
  const { world, client, poster, post, channels, of } = await startHearing();
  const { newsroom } = channels;
  const posted = await poster.post(post(newsroom));
  const messageId = posted.ok ? posted.messageId : '';
  const known = new Promise((resolve) => client.once(Events.ThreadCreate, resolve));
  await poster.openThread(newsroom.id, messageId, 'Talk');
  await known;
  expect(await of(() => removeChannel(world, newsroom))).toEqual([
    `deleted ${newsroom.id}`,
    `deleted ${messageId}`,
  ]);
  expect(poster.access(messageId, 'message').kind).toBe('gone');
});

it('whatever decides on rights is heard of; an outage and other members’ roles are not', async () => {
  const { world, guild, channels, member, of } = await startHearing();
  const changed = [`changed ${guild.id}`];
  const editors = [...guild.roles.values()].find(({ name }) => name === 'editors');
  const roleId = editors?.id ?? '';
  expect(await of(() => setBotPermissions(world, channels.newsroom.id, 0n))).toEqual(changed);
  expect(await of(() => void changeRole(world, guild, roleId, { permissions: 0n }))).toEqual(changed);
  expect(await of(() => setMemberRoles(world, guild, world.bot.id, [roleId]))).toEqual(changed);
  expect(await of(() => strikeOutage(world, guild))).toEqual([]);
  expect(await of(() => world.tell({ type: 'guild.created', guild }))).toEqual(changed);
  const others = { t: 'GUILD_MEMBER_UPDATE', d: { guild_id: guild.id, user: { id: member.id } } };
  expect(readChannelNews(others, world.bot.id)).toBeUndefined();
  setMemberRoles(world, guild, world.bot.id, []);
  expect(await of(() => removeRole(world, guild, roleId))).toContain(`changed ${guild.id}`);
});

it.each([
  undefined,
  7,
  {},
  { t: 'CHANNEL_DELETE' },
  { t: 'CHANNEL_DELETE', d: { id: 5 } },
  { t: 'READY', d: {} },
])('a packet that says nothing of channels is passed over: %o', (packet) => {
  expect(readChannelNews(packet, '1')).toBeUndefined();
});
