import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOption,
  ApplicationCommandOptionType,
} from 'discord-api-types/v10';
import type { App, Command } from '../src/app.ts';
import { accessFor } from '../src/digest/access-for.ts';
import { zonesLike } from '../src/digest/schedule/parse-schedule.ts';
import type { CommandRequest } from '../src/domain/command.ts';
import type { Reply } from '../src/domain/reply.ts';
import { scopesOf } from '../src/domain/scope.ts';
import { renderDigestList } from '../src/render/digest/list.ts';
import { byManagers, guildOf } from './command-place.ts';
import { addDigest } from './digest/add.ts';
import { chosenDigest, completeDigest, digestOption } from './digest/chosen-digest.ts';
import { editDigest } from './digest/edit.ts';
import { pauseDigest, removeDigest, resumeDigest, runDigest } from './digest/manage.ts';
import { addOptions, editOptions } from './digest/options.ts';
import { pressDigest } from './digest/press.ts';
import { previewDigest } from './digest/preview.ts';
import { completeSlot, whyDigest } from './digest/why.ts';
import { chooseOneMore } from './known-names.ts';
import { mostChoices } from './story-option.ts';

const threadOption: APIApplicationCommandBasicOption = {
  type: ApplicationCommandOptionType.Boolean,
  name: 'thread',
  description: 'Show what goes into the thread, in the style threads',
};

const slotOption: APIApplicationCommandBasicOption = {
  type: ApplicationCommandOptionType.String,
  name: 'slot',
  description: 'Which run: why each story was taken or left out',
  autocomplete: true,
  max_length: 100,
};

function subcommand(
  name: string,
  description: string,
  options: readonly APIApplicationCommandBasicOption[] = [],
): APIApplicationCommandOption {
  return { type: ApplicationCommandOptionType.Subcommand, name, description, options: [...options] };
}

const subcommands: readonly APIApplicationCommandOption[] = [
  subcommand('add', 'Post a digest in a channel at local times', addOptions),
  subcommand('edit', 'Change a digest: only what you name; none or any empties a list', [
    digestOption,
    ...editOptions,
  ]),
  subcommand('list', 'The digests of this server'),
  subcommand('preview', 'What the next post will look like, shown to you alone', [
    digestOption,
    threadOption,
  ]),
  subcommand('run', 'Post a digest now', [digestOption]),
  subcommand('pause', 'Let a digest rest', [digestOption]),
  subcommand('resume', 'Go on with a digest that rests', [digestOption]),
  subcommand('remove', 'End a digest', [digestOption]),
  subcommand('why', 'How the last runs went, and why their stories', [digestOption, slotOption]),
];

async function listDigests(guildId: string, page: number, app: App): Promise<Reply> {
  const digests = await app.digests.list(guildId);
  const listed = digests.map(async (digest) => {
    const [last] = await app.digests.deliveries(digest.id, 1);
    return { digest, last, access: accessFor(digest, digest.channelId, app.poster) };
  });
  return renderDigestList(await Promise.all(listed), page);
}

/** What is done with one digest. */
async function manage(request: CommandRequest, guildId: string, app: App): Promise<Reply> {
  const digest = await chosenDigest(request, guildId, app);
  switch (request.subcommand) {
    case 'preview':
      return await previewDigest(digest, request.options.thread === true ? 'thread' : 'post', app);
    case 'run':
      return await runDigest(digest, app);
    case 'pause':
      return await pauseDigest(digest, app);
    case 'resume':
      return await resumeDigest(digest, app);
    case 'remove':
      return await removeDigest(digest, app);
    default:
      return await whyDigest(request, digest, app);
  }
}

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
      case 'edit':
        return await editDigest(request, guildId, app);
      case 'list':
        return await listDigests(guildId, 0, app);
      default:
        return await manage(request, guildId, app);
    }
  },
  async complete(request, app) {
    const { option, typed, reader } = request;
    switch (option) {
      case 'timezone':
        return zonesLike(typed, mostChoices).map((zone) => ({ name: zone, value: zone }));
      case 'topics':
        return chooseOneMore(await app.articles.topics(scopesOf(reader)), typed);
      case 'sources':
        return chooseOneMore(await app.articles.sources(scopesOf(reader)), typed);
      case 'slot':
        return await completeSlot(request, app);
      default:
        return await completeDigest(request, app);
    }
  },
  inPlace: ['list', 'page'],
  async press(request, app) {
    const {
      verb,
      arguments: [page = ''],
      reader,
    } = request;
    return verb === 'list'
      ? await listDigests(guildOf(reader), Number.parseInt(page, 10) || 0, app)
      : await pressDigest(request, app);
  },
};
