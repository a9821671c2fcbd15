import type { App } from '../../src/app.ts';
import type { Choice, CommandRequest, CompletionRequest, PressRequest } from '../../src/domain/command.ts';
import { UserError } from '../../src/domain/errors.ts';
import type { Reply } from '../../src/domain/reply.ts';
import { renderImport } from '../../src/render/feed/import.ts';
import { counted } from '../../src/render/pages.ts';
import { code, text } from '../../src/render/pieces.ts';
import { guildOf } from '../command-place.ts';
import { longestChoice, mostChoices, textOption } from '../story-option.ts';

/** `/feed import`: a file or a pack; says how far it is, and at its end what came of each feed. */
export async function* importFeeds(request: CommandRequest, app: App): AsyncIterable<Reply> {
  const { id: importId, reader } = request;
  const guildId = guildOf(reader);
  const by = { guildId, personId: reader.personId, importId };
  for await (const progress of app.feeds.import(sourceOf(request), by)) yield renderImport(progress);
}

function sourceOf({ files: { file }, options }: CommandRequest): Parameters<App['feeds']['import']>[0] {
  if (file !== undefined) return { file };
  const pack = textOption(options, 'pack');
  if (pack === undefined) throw new UserError({ code: 'nothingToImport' });
  return { pack };
}

/** "Cancel" of a running import: "cancel:ID". The import's own message shows its end. */
export async function cancelImport({ arguments: [id = ''], reader }: PressRequest, app: App): Promise<Reply> {
  const isCancelled = app.feeds.cancelImport(id, guildOf(reader));
  return {
    blocks: [
      text(
        isCancelled
          ? 'Cancelled: no further feed is tried.'
          : 'That import does not run any more. The same command again goes on where it stopped.',
      ),
    ],
  };
}

/** `/feed export`. */
export async function exportFeeds({ reader }: CommandRequest, app: App): Promise<Reply> {
  const guildId = guildOf(reader);
  const count = await app.feeds.count(guildId);
  if (count === 0) return { blocks: [text('There is nothing to export: this server follows no feeds.')] };
  const file = await app.feeds.export(guildId);
  return {
    blocks: [
      text(
        `${counted(count, 'feed')} as an OPML file. Other feed readers read it, and so does `,
        code('/feed import'),
        '.',
      ),
    ],
    files: [file],
  };
}

/** Packs whose title or name holds what is typed. */
export function completePack({ typed }: CompletionRequest, app: App): readonly Choice[] {
  const wanted = typed.trim().toLowerCase();
  return app.feeds.packs
    .filter(({ name, title }) => `${title} ${name}`.toLowerCase().includes(wanted))
    .slice(0, mostChoices)
    .map(({ name, title, feedCount }) => ({
      name: `${title} (${counted(feedCount, 'feed')}, not verified)`.slice(0, longestChoice),
      value: name,
    }));
}
