import { compact, type Fields } from './json.ts';
import { permissionsIn } from './permissions.ts';
import { compareIds } from './snowflake.ts';
import { type Channel, channelType, type Guild, type Interaction, type Message, messageFlag, type Role, type User, type World } from './world.ts';

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

function roleView(role: Role, position: number): Fields {
  return {
    id: role.id,
    name: role.name,
    description: null,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    icon: null,
    unicode_emoji: null,
    position,
    permissions: role.permissions.toString(),
    managed: false,
    mentionable: true,
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

function lastMessageId(world: World, channelId: string): string | null {
  const ids = [...world.messages.values()].filter((message) => message.channelId === channelId).map(({ id }) => id);
  return ids.sort(compareIds).at(-1) ?? null;
}

export function channelView(world: World, channel: Channel): Fields {
  const common = { id: channel.id, type: channel.type, last_message_id: lastMessageId(world, channel.id), flags: 0 };
  const recipient = channel.recipientId === undefined ? undefined : world.users.get(channel.recipientId);
  if (recipient !== undefined) return { ...common, recipients: [userView(recipient)] };
  const named = { ...common, guild_id: channel.guildId, name: channel.name, parent_id: channel.parentId ?? null };
  if (channel.type === channelType.publicThread) return { ...named, ...threadParts(world, channel) };
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
  };
}

function threadParts(world: World, channel: Channel): Fields {
  return {
    owner_id: world.bot.id,
    message_count: 0,
    member_count: 1,
    total_message_sent: 0,
    rate_limit_per_user: 0,
    thread_metadata: {
      archived: false,
      auto_archive_duration: 1440,
      archive_timestamp: new Date(world.now()).toISOString(),
      create_timestamp: new Date(world.now()).toISOString(),
      locked: false,
    },
  };
}

/** The channel as an interaction carries it, with the person's permissions there. */
export function interactionChannelView(world: World, channel: Channel, userId: string): Fields {
  return { ...channelView(world, channel), permissions: permissionsIn(world, channel, userId).toString() };
}

export function guildView(world: World, guild: Guild): Fields {
  return {
    id: guild.id,
    name: guild.name,
    owner_id: guild.ownerId,
    icon: null,
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
    preferred_locale: 'en-GB',
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
  const isThread = ({ type }: Channel) => type === channelType.publicThread;
  return {
    ...guildView(world, guild),
    joined_at: new Date(guild.members.get(world.bot.id)?.joinedAt ?? 0).toISOString(),
    large: false,
    unavailable: false,
    member_count: guild.members.size,
    voice_states: [],
    members: [...guild.members.keys()].flatMap((id) => memberView(world, guild, id) ?? []),
    channels: channels.filter((channel) => !isThread(channel)).map((channel) => channelView(world, channel)),
    threads: channels.filter(isThread).map((channel) => channelView(world, channel)),
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

function interactionMetadata(world: World, interaction: Interaction): Fields {
  const user = world.users.get(interaction.userId);
  return compact({
    id: interaction.id,
    type: interaction.type,
    user: user === undefined ? undefined : userView(user),
    authorizing_integration_owners: interaction.payload.authorizing_integration_owners,
    interacted_message_id: interaction.sourceMessageId,
  });
}

/** Whose message another one answers; null once it is gone. */
function referenceParts(world: World, message: Message): Fields {
  if (message.replyTo === undefined) return {};
  const replied = world.messages.get(message.replyTo);
  const guildId = world.channels.get(message.channelId)?.guildId;
  return {
    message_reference: compact({ type: 0, message_id: message.replyTo, channel_id: message.channelId, guild_id: guildId }),
    referenced_message: replied === undefined ? null : messageView(world, { ...replied, replyTo: undefined }),
  };
}

/** A message that need not be stored as it stands here. */
type Viewed = Omit<Message, 'replyTo'> & { readonly replyTo?: string | undefined };

export function messageView(world: World, viewed: Viewed): Fields {
  const { replyTo, ...rest } = viewed;
  const message: Message = { ...rest, ...(replyTo === undefined ? {} : { replyTo }) };
  const interaction =
    message.interactionId === undefined ? undefined : world.interactions.get(message.interactionId);
  return {
    id: message.id,
    type: message.type,
    channel_id: message.channelId,
    author: userView(message.author),
    content: message.content,
    embeds: message.embeds,
    components: message.components,
    attachments: message.attachments,
    flags: message.flags,
    mentions: message.pings.userIds.flatMap((id) => {
      const user = world.users.get(id);
      return user === undefined ? [] : [userView(user)];
    }),
    mention_roles: message.pings.roleIds,
    mention_everyone: message.pings.everyone,
    timestamp: new Date(message.at).toISOString(),
    edited_timestamp: message.editedAt === undefined ? null : new Date(message.editedAt).toISOString(),
    pinned: false,
    tts: false,
    ...(message.nonce === undefined ? {} : { nonce: message.nonce }),
    ...referenceParts(world, message),
    ...(message.author.isBot ? { application_id: world.applicationId } : {}),
    ...(interaction === undefined
      ? {}
      : { webhook_id: world.applicationId, interaction_metadata: interactionMetadata(world, interaction) }),
  };
}

/** Whether one person can see a message: an ephemeral one is for a single person. */
export function isVisibleTo(message: Message, userId: string): boolean {
  return (message.flags & messageFlag.ephemeral) === 0 || message.onlyFor === userId;
}

