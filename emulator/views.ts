import type { Fields } from './json.ts';
import { messagesOf } from './messages.ts';
import { isThread, may, permission, permissionsIn } from './permissions.ts';
import {
  type Channel,
  channelType,
  type Guild,
  type Role,
  type Thread,
  type User,
  type World,
} from './world.ts';

/** The state as Discord's JSON shows it. */

export function userView(user: User): Fields {
  return {
    id: user.id,
    username: user.username,
    global_name: user.isBot ? null : user.globalName,
    discriminator: user.isBot ? '0001' : '0',
    avatar: null,
    banner: null,
    accent_color: null,
    avatar_decoration_data: null,
    collectibles: null,
    primary_guild: null,
    public_flags: 0,
    flags: 0,
    ...(user.isBot ? { bot: true } : {}),
  };
}

export function roleView(role: Role, position: number): Fields {
  return {
    id: role.id,
    name: role.name,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    icon: null,
    unicode_emoji: null,
    position,
    permissions: role.permissions.toString(),
    managed: false,
    mentionable: role.isMentionable,
    flags: 0,
  };
}

export function rolesView(guild: Guild): readonly Fields[] {
  return [...guild.roles.values()].map(roleView);
}

/** A member without its user, as messages carry it. */
export function partialMemberView(guild: Guild, userId: string): Fields | undefined {
  const member = guild.members.get(userId);
  if (member === undefined) return undefined;
  return {
    avatar: null,
    banner: null,
    communication_disabled_until: null,
    flags: 0,
    joined_at: new Date(member.joinedAt).toISOString(),
    nick: null,
    pending: false,
    premium_since: null,
    roles: member.roleIds,
    mute: false,
    deaf: false,
  };
}

export function memberView(world: World, guild: Guild, userId: string): Fields | undefined {
  const user = world.users.get(userId);
  const member = partialMemberView(guild, userId);
  return user === undefined || member === undefined ? undefined : { ...member, user: userView(user) };
}

export function channelView(world: World, channel: Channel): Fields {
  const common = {
    id: channel.id,
    type: channel.type,
    last_message_id: world.timelines.get(channel.id)?.at(-1) ?? null,
    flags: channel.flags ?? 0,
  };
  const recipient = channel.recipientId === undefined ? undefined : world.users.get(channel.recipientId);
  if (recipient !== undefined) return { ...common, recipients: [userView(recipient)] };
  const named = {
    ...common,
    guild_id: channel.guildId,
    name: channel.name,
    parent_id: channel.parentId ?? null,
  };
  if (channel.thread !== undefined) return { ...named, ...threadParts(world, channel, channel.thread) };
  return {
    ...named,
    position: 0,
    topic: null,
    nsfw: false,
    rate_limit_per_user: 0,
    permission_overwrites: [...channel.overwrites.values()].map(({ id, kind, allow, deny }) => ({
      id,
      type: kind === 'role' ? 0 : 1,
      allow: allow.toString(),
      deny: deny.toString(),
    })),
    ...(channel.type === channelType.forum ? forumParts(channel) : {}),
  };
}

function forumParts({ tags = [] }: Channel): Fields {
  return {
    available_tags: tags.map(({ id, name }) => ({
      id,
      name,
      moderated: false,
      emoji_id: null,
      emoji_name: null,
    })),
    default_reaction_emoji: null,
    default_sort_order: null,
    default_forum_layout: 0,
  };
}

/** The first message of a forum's post does not count. */
function threadParts(world: World, { id, parentId = '' }: Channel, thread: Thread): Fields {
  const isPost = world.channels.get(parentId)?.type === channelType.forum;
  const written = messagesOf(world, id).length;
  const sent = world.timelines.get(id)?.length ?? 0;
  const starters = isPost ? 1 : 0;
  return {
    owner_id: thread.ownerId,
    message_count: Math.max(0, written - starters),
    member_count: 1,
    total_message_sent: Math.max(0, sent - starters),
    rate_limit_per_user: 0,
    ...(isPost ? { applied_tags: thread.tagIds } : {}),
    thread_metadata: {
      archived: thread.isArchived,
      auto_archive_duration: thread.autoArchiveDuration,
      archive_timestamp: new Date(thread.changedAt).toISOString(),
      create_timestamp: new Date(thread.createdAt).toISOString(),
      locked: thread.isLocked,
    },
  };
}

/** The channel as an interaction carries it, with the person's permissions there. */
export function interactionChannelView(world: World, channel: Channel, userId: string): Fields {
  return { ...channelView(world, channel), permissions: permissionsIn(world, channel, userId).toString() };
}

export function guildView(guild: Guild): Fields {
  return {
    id: guild.id,
    name: guild.name,
    owner_id: guild.ownerId,
    icon: null,
    incidents_data: null,
    description: null,
    home_header: null,
    splash: null,
    discovery_splash: null,
    banner: null,
    region: 'deprecated',
    afk_channel_id: null,
    afk_timeout: 300,
    application_id: null,
    default_message_notifications: 1,
    emojis: [],
    explicit_content_filter: 0,
    features: [],
    max_members: 500_000,
    max_presences: null,
    max_stage_video_channel_users: 50,
    max_video_channel_users: 25,
    mfa_level: 0,
    nsfw: false,
    nsfw_level: 0,
    preferred_locale: guild.locale,
    premium_progress_bar_enabled: false,
    premium_subscription_count: 0,
    premium_tier: 0,
    public_updates_channel_id: null,
    roles: rolesView(guild),
    rules_channel_id: null,
    safety_alerts_channel_id: null,
    stickers: [],
    system_channel_flags: 0,
    system_channel_id: null,
    vanity_url_code: null,
    verification_level: 0,
    widget_channel_id: null,
    widget_enabled: false,
  };
}

/** The guild with all that the gateway adds to it. */
export function gatewayGuildView(world: World, guild: Guild): Fields {
  const channels = [...world.channels.values()].filter(({ guildId }) => guildId === guild.id);
  const isActive = (channel: Channel) =>
    channel.thread?.isArchived === false && may(world, channel, world.bot.id, permission.viewChannel);
  return {
    ...guildView(guild),
    joined_at: new Date(guild.members.get(world.bot.id)?.joinedAt ?? 0).toISOString(),
    large: false,
    unavailable: false,
    member_count: guild.members.size,
    voice_states: [],
    // Without the intent for members, Discord names the bot alone.
    members: [memberView(world, guild, world.bot.id)],
    channels: channels.filter((channel) => !isThread(channel)).map((channel) => channelView(world, channel)),
    threads: channels.filter(isActive).map((channel) => channelView(world, channel)),
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}

/** Which guild or person the app is installed for, by integration type. */
export function integrationOwners(channel: Channel): Fields {
  return { '0': channel.guildId ?? '0' };
}
