import { type Client, Events } from 'discord.js';
import { z } from 'zod';

/** What the gateway says that may end or mend the posting in channels. */
type ChannelNews =
  | { readonly kind: 'deleted'; readonly guildId: string; readonly channelId: string }
  /** Something in the guild has changed by which rights are decided, or all of it has become known. */
  | { readonly kind: 'changed'; readonly guildId: string };

const place = z.object({ id: z.string(), guild_id: z.string() });
const inGuild = z.object({ guild_id: z.string() });

const packets = z.discriminatedUnion('t', [
  z.object({ t: z.enum(['CHANNEL_DELETE', 'THREAD_DELETE']), d: place }),
  z.object({
    t: z.enum(['CHANNEL_UPDATE', 'THREAD_UPDATE', 'GUILD_ROLE_UPDATE', 'GUILD_ROLE_DELETE']),
    d: inGuild,
  }),
  z.object({
    t: z.literal('GUILD_MEMBER_UPDATE'),
    d: inGuild.extend({ user: z.object({ id: z.string() }) }),
  }),
  z.object({ t: z.literal('GUILD_CREATE'), d: z.object({ id: z.string() }) }),
]);

/** Reads a packet as it comes from the gateway; `undefined` where it says nothing of the kind. */
export function readChannelNews(packet: unknown, ownId: string | undefined): ChannelNews | undefined {
  const { data } = packets.safeParse(packet);
  if (data === undefined) return undefined;
  switch (data.t) {
    case 'CHANNEL_DELETE':
    case 'THREAD_DELETE':
      return { kind: 'deleted', guildId: data.d.guild_id, channelId: data.d.id };
    case 'GUILD_MEMBER_UPDATE':
      return data.d.user.id === ownId ? { kind: 'changed', guildId: data.d.guild_id } : undefined;
    case 'GUILD_CREATE':
      return { kind: 'changed', guildId: data.d.id };
    default:
      return { kind: 'changed', guildId: data.d.guild_id };
  }
}

export interface ChannelListener {
  deleted(guildId: string, channelId: string): void;
  changed(guildId: string): void;
}

/** A channel and its threads, which go with it without a word of their own. */
function withThreads(client: Client, channelId: string): readonly string[] {
  const channel = client.channels.cache.get(channelId);
  const threads = channel !== undefined && 'threads' in channel ? [...channel.threads.cache.keys()] : [];
  return [channelId, ...threads];
}

/** Tells a listener what the client hears of channels and rights, before the client itself has changed. */
export function hearChannelNews(client: Client, { deleted, changed }: ChannelListener): void {
  client.on(Events.Raw, (packet: unknown) => {
    const news = readChannelNews(packet, client.user?.id);
    if (news?.kind === 'changed') changed(news.guildId);
    if (news?.kind !== 'deleted') return;
    for (const channelId of withThreads(client, news.channelId)) deleted(news.guildId, channelId);
  });
}
