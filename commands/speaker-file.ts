import { groupNames } from 'summarize-text';
import type { App } from '../src/app.ts';
import { quotedNames } from '../src/brief/note-speakers.ts';
import { makeSpeakerFile } from '../src/brief/speaker-file.ts';
import type { Choice, CompletionRequest, PressRequest } from '../src/domain/command.ts';
import { UserError } from '../src/domain/errors.ts';
import type { Reply } from '../src/domain/reply.ts';
import { type Reader, scopesOf } from '../src/domain/scope.ts';
import type { KnownName } from '../src/domain/speaker-index.ts';
import { renderSpeakerChoice, renderSpeakerFile, speakerRoom } from '../src/render/render-speaker.ts';
import { findSpeaker, namesLike } from '../src/story/find-speaker.ts';
import { wordsOf } from '../src/story/words.ts';
import { textOption } from './story-option.ts';

/** Which page of whose words. Times are UTC milliseconds; `until` keeps pages as they are while articles come in. */
interface Asked {
  readonly speaker: string;
  readonly since?: number | undefined;
  readonly until: number;
  readonly page: number;
}

/** What somebody said over all stored articles; where the name is several people's, they are offered. */
export async function speakerFile(
  { speaker: asked, since, until, page }: Asked,
  reader: Reader,
  app: App,
): Promise<Reply> {
  const scopes = scopesOf(reader);
  const found = await findSpeaker(asked, scopes, app.speakers);
  if (found.kind === 'unknown') throw new UserError({ code: 'noSuchSpeaker', asked, closest: found.closest });
  if (found.kind === 'several') return renderSpeakerChoice(asked, found.speakers, { since, until });
  const { name, names } = found.speaker;
  const file = await makeSpeakerFile({ names, since, until, page }, scopes, app, speakerRoom);
  return renderSpeakerFile(file, { name, since, until });
}

/** A button of a file: "file:SINCE:UNTIL:PAGE:NAME", times in base 36. */
export async function pressSpeakerFile(
  { arguments: [since = '', until = '', page = '', ...name], reader, receivedAt }: PressRequest,
  app: App,
): Promise<Reply> {
  const place = {
    speaker: name.join(':'),
    since: since === '' ? undefined : Number.parseInt(since, 36) || 0,
    until: Number.parseInt(until, 36) || receivedAt,
    page: Number.parseInt(page, 10) || 0,
  };
  return await speakerFile(place, reader, app);
}

const mostChoices = 25;
const longestChoice = 100;
/** Several names of one person become one choice. */
const mostNames = 60;

/** Names that go on from what is typed: of the story's speakers where one is chosen, else of all that are stored. */
export async function completeSpeaker(request: CompletionRequest, app: App): Promise<readonly Choice[]> {
  const { typed, reader } = request;
  const scopes = scopesOf(reader);
  const story = textOption(request.options, 'story');
  const article = story === undefined ? undefined : await app.articles.get(story, scopes);
  const names =
    article === undefined
      ? await namesLike(typed, scopes, app.speakers, mostNames)
      : namesThatBegin(typed, quotedNames(app.find(article).quotations()));
  const roles = new Map(names.map(({ name, role }) => [name, role]));
  return groupNames(names.map(({ name }) => name))
    .slice(0, mostChoices)
    .map(({ name }) => ({ name: withRole(name, roles.get(name)), value: name }));
}

function namesThatBegin(
  typed: string,
  names: readonly Pick<KnownName, 'name' | 'role'>[],
): readonly Pick<KnownName, 'name' | 'role'>[] {
  const begun = wordsOf(typed);
  return names.filter(({ name }) => {
    const words = wordsOf(name);
    return begun.every((begin) => words.some((word) => word.startsWith(begin)));
  });
}

function withRole(name: string, role: string | undefined): string {
  const full = role === undefined ? name : `${name}, ${role}`;
  return full.length > longestChoice ? name : full;
}
