import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType,
} from 'discord-api-types/v10';
import type { App, Command } from '../src/app.ts';
import type { CommandRequest, PressRequest } from '../src/domain/command.ts';
import { UserError } from '../src/domain/errors.ts';
import type { Reply } from '../src/domain/reply.ts';
import { byManagers } from './command-place.ts';
import { addFeed, dropProposed, followProposed, proposeOther } from './feed/add.ts';
import { cancelImport, completePack, exportFeeds, importFeeds } from './feed/import.ts';
import { listFeeds, muteFeed, pressFeed, removeFeed, testFeed } from './feed/manage.ts';
import { completeFeed, feedOption } from './feed/option.ts';

const subcommand = (
  name: string,
  description: string,
  options: APIApplicationCommandBasicOption[] = [],
): APIApplicationCommandSubcommandOption => ({
  type: ApplicationCommandOptionType.Subcommand,
  name,
  description,
  options,
});

const addressOption: APIApplicationCommandBasicOption = {
  type: ApplicationCommandOptionType.String,
  name: 'address',
  description: 'The feed’s address, or that of the site: shows what is there before anything is saved',
  required: true,
  max_length: 2_000,
};

const offOption: APIApplicationCommandBasicOption = {
  type: ApplicationCommandOptionType.Boolean,
  name: 'off',
  description: 'End the muting',
};

const importOptions: APIApplicationCommandBasicOption[] = [
  {
    type: ApplicationCommandOptionType.Attachment,
    name: 'file',
    description: 'A list of feeds (OPML) from another reader, as .opml or .xml',
  },
  {
    type: ApplicationCommandOptionType.String,
    name: 'pack',
    description: 'A list that comes with the bot; nobody has verified that its feeds answer',
    autocomplete: true,
    max_length: 100,
  },
];

async function manage(request: CommandRequest, app: App): Promise<Reply> {
  switch (request.subcommand) {
    case 'add':
      return await addFeed(request, app);
    case 'test':
      return await testFeed(request, app);
    case 'mute':
      return await muteFeed(request, app);
    case 'remove':
      return await removeFeed(request, app);
    case 'export':
      return await exportFeeds(request, app);
    default:
      return await listFeeds(request.reader, 0, app);
  }
}

async function pressed(request: PressRequest, app: App): Promise<Reply> {
  const { isPrivate, reader } = request;
  if (isPrivate !== true && reader.mayManage !== true) throw new UserError({ code: 'mayNotManage' });
  switch (request.verb) {
    case 'follow':
      return await followProposed(request, app);
    case 'drop':
      return await dropProposed(request, app);
    case 'other':
      return await proposeOther(request, app);
    case 'cancel':
      return await cancelImport(request, app);
    case 'page':
      return await listFeeds(reader, Number(request.arguments[0]) || 0, app);
    default:
      return await pressFeed(request, app);
  }
}

/**
 * `/feed`: what a server follows, for those who manage it. Its buttons on a message of one's own come from a command one
 * was allowed; on a message that a channel sees they are for managers.
 */
export const feed: Command = {
  data: {
    name: 'feed',
    description: 'The feeds whose articles this server gets',
    ...byManagers,
    options: [
      subcommand('add', 'Follow a feed', [addressOption]),
      subcommand('list', 'What this server follows, and how each feed is'),
      subcommand('test', 'Fetch a feed step by step, and say what to do', [feedOption]),
      subcommand('mute', 'Keep a feed out of the digests, and hear nothing of it', [feedOption, offOption]),
      subcommand('remove', 'Stop following a feed; its articles stay', [feedOption]),
      subcommand('import', 'Follow many feeds at once, from a file or a pack', importOptions),
      subcommand('export', 'What this server follows, as a file for other readers'),
    ],
  },
  acknowledge: 'defer',
  visibility: () => 'private',
  run: (request, app) => (request.subcommand === 'import' ? importFeeds(request, app) : manage(request, app)),
  complete: async (request, app) =>
    request.option === 'pack' ? completePack(request, app) : await completeFeed(request, app),
  inPlace: ['follow', 'drop', 'other', 'page', 'mute', 'unmute'],
  press: pressed,
};
