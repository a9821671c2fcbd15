import {
  Client,
  type ClientOptions,
  Events,
  GatewayIntentBits,
  type Interaction,
  Partials,
} from 'discord.js';
import type { Emulator } from '../../emulator/start.ts';

/** A real client of discord.js that is logged in at the emulator; it does not wait between two sessions. */
export async function connect(
  emulator: Emulator,
  options: Partial<ClientOptions> = {},
): Promise<Client<true>> {
  const client: Client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    partials: [Partials.Channel],
    rest: { api: emulator.url, offset: 0 },
    ws: { buildIdentifyThrottler: () => ({ waitForIdentify: async () => undefined }) },
    ...options,
  });
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(emulator.token);
  return await ready;
}

/** Works on the next interaction; a failure of the work is a failure of the promise. */
export function onInteraction<T>(client: Client, work: (interaction: Interaction) => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    client.once(Events.InteractionCreate, (interaction) => void work(interaction).then(resolve, reject));
  });
}
