import { GatewayIntentBits, Partials } from 'discord.js';
import { expect, it, onTestFinished } from 'vitest';
import { createClient } from '../../src/discord/client.ts';
import { testPace } from './test-pace.ts';

it('the client asks for no privileged intent, and hears direct messages from people whose channel it has not seen', () => {
  const client = createClient({ apiUrl: 'http://127.0.0.1:9/api', pace: testPace() });
  onTestFinished(() => client.destroy());
  const { intents, partials } = client.options;
  expect(intents.toArray()).toEqual(['Guilds', 'GuildMessages', 'DirectMessages']);
  const { GuildMembers, GuildPresences, MessageContent } = GatewayIntentBits;
  expect(intents.any(GuildMembers | GuildPresences | MessageContent)).toBe(false);
  expect(partials).toEqual([Partials.Channel]);
});
