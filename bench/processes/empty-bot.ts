import { readFileSync } from 'node:fs';
import {
  type ApplicationCommandOptionChoiceData,
  Client,
  Events,
  GatewayIntentBits,
  type Interaction,
  type InteractionDeferReplyOptions,
  type InteractionEditReplyOptions,
  type InteractionReplyOptions,
  Partials,
} from 'discord.js';

/** What is answered to one command, or under "autocomplete" to every half-typed option. */
interface Constant {
  readonly defer?: InteractionDeferReplyOptions;
  readonly payload: InteractionReplyOptions & InteractionEditReplyOptions;
  readonly files: readonly { readonly name: string; readonly base64: string }[];
  readonly choices: ApplicationCommandOptionChoiceData[];
}

/**
 * The least that answers with discord.js: constants, deferred or not as the bot's own replies are.
 * Arguments: address of the API, token, requests a second (50 is what discord.js comes with), file of constants.
 */
const [api = '', token = '', perSecond = '50', file] = process.argv.slice(2);

// Written by the bench itself, and not checked here: nothing is to be loaded that an empty handler does not need.
const constants: Readonly<Record<string, Constant>> =
  file === undefined ? {} : JSON.parse(readFileSync(file, 'utf8'));

const client = new Client({
  intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
  partials: [Partials.Channel],
  rest: { api, globalRequestsPerSecond: Number(perSecond) },
});

async function answer(interaction: Interaction): Promise<void> {
  if (interaction.isAutocomplete()) {
    await interaction.respond(constants.autocomplete?.choices ?? []);
    return;
  }
  const constant = interaction.isChatInputCommand() ? constants[interaction.commandName] : undefined;
  if (constant === undefined || !interaction.isChatInputCommand()) return;
  const { defer, payload, files } = constant;
  const whole = {
    ...payload,
    files: files.map(({ name, base64 }) => ({ name, attachment: Buffer.from(base64, 'base64') })),
  };
  if (defer === undefined) {
    await interaction.reply(whole);
    return;
  }
  await interaction.deferReply(defer);
  await interaction.editReply(whole);
}

client.on(Events.InteractionCreate, (interaction) => {
  answer(interaction).catch((error: unknown) => process.stderr.write(`${String(error)}\n`));
});
client.once(Events.ClientReady, () => process.stdout.write('{"event":"bot.ready"}\n'));
process.on('SIGTERM', () => void client.destroy());
await client.login(token);
