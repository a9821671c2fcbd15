import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOption,
  ApplicationCommandOptionType,
  ChannelType,
} from 'discord-api-types/v10';
import type { App, Command } from '../src/app.ts';
import { zonesLike } from '../src/digest/parse-schedule.ts';
import type { Choice, CompletionRequest } from '../src/domain/command.ts';
import { scheduleWords } from '../src/render/render-digest.ts';
import { byManagers, guildOf } from './command-place.ts';
import { addDigest } from './digest-add.ts';
import { listDigests, removeDigest, runDigest } from './digest-manage.ts';

const digestOption: APIApplicationCommandBasicOption = {
  type: ApplicationCommandOptionType.String,
  name: 'digest',
  description: 'Which digest; not needed when there is only one',
  autocomplete: true,
  max_length: 100,
};

const addOptions: readonly APIApplicationCommandBasicOption[] = [
  {
    type: ApplicationCommandOptionType.Channel,
    name: 'channel',
    description: 'Where it is posted',
    required: true,
    channel_types: [ChannelType.GuildText, ChannelType.GuildAnnouncement],
  },
  {
    type: ApplicationCommandOptionType.String,
    name: 'time',
    description: 'Local time, e.g. 08:00, 8am or 18:30',
    required: true,
    max_length: 20,
  },
  {
    type: ApplicationCommandOptionType.String,
    name: 'timezone',
    description: 'A city’s time zone, e.g. Europe/London; UTC when left out',
    autocomplete: true,
    max_length: 60,
  },
  {
    type: ApplicationCommandOptionType.String,
    name: 'days',
    description: 'daily (as usual), weekdays, or days such as mon, wed, fri',
    max_length: 60,
  },
  {
    type: ApplicationCommandOptionType.String,
    name: 'topics',
    description: 'Only these topics, parted by commas',
    autocomplete: true,
    max_length: 100,
  },
  {
    type: ApplicationCommandOptionType.Integer,
    name: 'stories',
    description: 'How many stories at most, 5 as usual',
    min_value: 1,
    max_value: 7,
  },
  {
    type: ApplicationCommandOptionType.String,
    name: 'style',
    description: 'Cards with a sentence, a quote and figures (as usual), or lines of headlines',
    choices: [
      { name: 'cards', value: 'cards' },
      { name: 'lines', value: 'lines' },
    ],
  },
  {
    type: ApplicationCommandOptionType.Boolean,
    name: 'skip-empty',
    description: 'Post nothing when nothing is new (as usual)',
  },
];

const subcommands: readonly APIApplicationCommandOption[] = [
  {
    type: ApplicationCommandOptionType.Subcommand,
    name: 'add',
    description: 'Post a digest in a channel at a local time',
    options: [...addOptions],
  },
  { type: ApplicationCommandOptionType.Subcommand, name: 'list', description: 'The digests of this server' },
  {
    type: ApplicationCommandOptionType.Subcommand,
    name: 'run',
    description: 'Post a digest now',
    options: [digestOption],
  },
  {
    type: ApplicationCommandOptionType.Subcommand,
    name: 'remove',
    description: 'End a digest',
    options: [digestOption],
  },
];

/** `/digest`: the scheduled digests of a server, for those who manage it. */
export const digest: Command = {
  data: {
    name: 'digest',
    description: 'Scheduled digests in this server’s channels',
    ...byManagers,
    options: [...subcommands],
  },
  acknowledge: 'defer',
  visibility: () => 'private',
  async run(request, app) {
    const guildId = guildOf(request.reader);
    switch (request.subcommand) {
      case 'add':
        return await addDigest(request, guildId, app);
      case 'run':
        return await runDigest(request, guildId, app);
      case 'remove':
        return await removeDigest(request, guildId, app);
      default:
        return await listDigests(guildId, app);
    }
  },
  async complete(request, app) {
    if (request.option === 'timezone')
      return zonesLike(request.typed, 25).map((zone) => ({ name: zone, value: zone }));
    return request.option === 'topics'
      ? await completeTopics(request, app)
      : await completeDigest(request, app);
  },
};

/** Goes on from the last comma, so that several topics can be picked one by one. */
async function completeTopics({ typed, reader }: CompletionRequest, app: App): Promise<readonly Choice[]> {
  const parts = typed.split(',').map((part) => part.trim());
  const chosen = parts.slice(0, -1).filter((part) => part !== '');
  const last = (parts.at(-1) ?? '').toLowerCase();
  const guildScopes =
    reader.guildId === undefined ? (['public'] as const) : (['public', `guild:${reader.guildId}`] as const);
  const topics = await app.articles.topics(guildScopes);
  return topics
    .filter((topic) => topic.toLowerCase().startsWith(last) && !chosen.includes(topic))
    .map((topic) => [...chosen, topic].join(', '))
    .filter((value) => value.length <= 100)
    .slice(0, 25)
    .map((value) => ({ name: value, value }));
}

async function completeDigest({ typed, reader }: CompletionRequest, app: App): Promise<readonly Choice[]> {
  if (reader.guildId === undefined) return [];
  const digests = await app.digests.list(reader.guildId);
  return digests
    .map((one) => ({ name: `${one.name} · ${scheduleWords(one)}`.slice(0, 100), value: one.id }))
    .filter(({ name }) => name.toLowerCase().includes(typed.trim().toLowerCase()))
    .slice(0, 25);
}
