import { type Client, Events, type REST } from 'discord.js';
import { onTestFinished } from 'vitest';
import { type Emulator, type EmulatorSettings, startEmulator } from '../../emulator/start.ts';
import type { Channel } from '../../emulator/world.ts';
import { createPostRest } from '../../src/discord/post-rest.ts';
import { createPoster } from '../../src/discord/poster.ts';
import type { Post, Poster } from '../../src/domain/poster.ts';
import type { Reply } from '../../src/domain/reply.ts';
import { small, text } from '../../src/render/pieces.ts';
import { connect } from '../emulator/client.ts';
import { testPace } from './test-pace.ts';

export const reference = '0a1b2c';
export const reply: Reply = { blocks: [text('The ferry runs at night.'), small(`ref ${reference}`)] };

export interface Posting {
  readonly emulator: Emulator;
  readonly client: Client<true>;
  readonly rest: REST;
  readonly poster: Poster;
  /** What was asked of Discord: "POST 200 /channels/…/messages", the newest last. */
  readonly asked: string[];
  /** How long the poster waited, ms; it does not really wait. */
  readonly waits: number[];
  readonly post: (channel: Channel, more?: Partial<Post>) => Post;
}

/** A poster over a real client of discord.js that is logged in at an emulator of its own. */
export async function startPosting(
  settings: EmulatorSettings = {},
  keepLaw: (reply: Reply) => Promise<Reply> = async (lawful) => lawful,
): Promise<Posting> {
  const emulator = await startEmulator(settings);
  const client = await connect(emulator);
  onTestFinished(async () => {
    await client.destroy();
    await emulator.close();
  });
  const rest = createPostRest({ apiUrl: emulator.url, token: emulator.token, pace: testPace() });
  const waits: number[] = [];
  const poster = createPoster({
    client,
    rest,
    keepLaw,
    wait: async (ms) => void waits.push(ms),
  });
  const asked: string[] = [];
  emulator.world.observe((event) => {
    if (event.type === 'request') asked.push(`${event.method} ${event.status} ${event.path}`);
  });
  const post: Posting['post'] = ({ id, guildId = '' }, more = {}) => ({
    channelId: id,
    guildId,
    reply,
    nonce: 'nonce-1',
    ...more,
  });
  return { emulator, client, rest, poster, asked, waits, post };
}

/** Resolves once the client has heard of a change of a channel. */
export const heardOfChange = (client: Client): Promise<unknown> =>
  new Promise((resolve) => client.once(Events.ChannelUpdate, resolve));

/** Resolves once the client has heard of the end of a channel. */
export const heardOfEnd = (client: Client): Promise<unknown> =>
  new Promise((resolve) => client.once(Events.ChannelDelete, resolve));
