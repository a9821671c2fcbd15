import { setTimeout as sleep } from 'node:timers/promises';
import { ChannelType, Client, Events, GatewayIntentBits, type TextChannel } from 'discord.js';

/**
 * The least that posts with discord.js: `channel.send` to each channel that is called "digest-…".
 * Arguments: address of the API, token, when to begin (UTC milliseconds), how many at a time (0: all at once).
 */
const [api = '', token = '', at = '0', atOnce = '0'] = process.argv.slice(2);

const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api } });
const content = 'The harbour wall is to be mended this winter, the council has said. '.repeat(25).trim();

function channels(): readonly TextChannel[] {
  return [...client.channels.cache.values()].filter(
    (channel): channel is TextChannel =>
      channel.type === ChannelType.GuildText && channel.name.startsWith('digest-'),
  );
}

async function post(channel: TextChannel): Promise<void> {
  await channel.send({ content }).catch((error: unknown) => process.stderr.write(`${String(error)}\n`));
}

async function postAll(): Promise<void> {
  const all = channels();
  await sleep(Math.max(0, Number(at) - Date.now()));
  const size = Number(atOnce) || all.length;
  for (let from = 0; from < all.length; from += size)
    await Promise.all(all.slice(from, from + size).map(post));
}

client.once(Events.ClientReady, () => {
  process.stdout.write('{"event":"bot.ready"}\n');
  void postAll();
});
process.on('SIGTERM', () => void client.destroy());
await client.login(token);
