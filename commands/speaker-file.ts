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
import { articleOrLead } from '../src/story/find-story.ts';
import { holdsBegun, wordsOf } from '../src/story/words.ts';
import { type PagePlace, readPagePlace } from './page-place.ts';
import { longestChoice, mostChoices, textOption } from './story-option.ts';

/** Which page of whose words. */
interface Asked extends PagePlace {
  readonly speaker: string;
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

/** A button of a file: "file:SINCE:UNTIL:PAGE:NAME". */
export async function pressSpeakerFile(request: PressRequest, app: App): Promise<Reply> {
  const { place, subject } = readPagePlace(request);
  return await speakerFile({ ...place, speaker: subject.join(':') }, request.reader, app);
}

/** Several names of one person become one choice. */
const mostNames = 60;

/** Names that go on from what is typed: of the story's speakers where one is chosen, else of all that are stored. */
export async function completeSpeaker(request: CompletionRequest, app: App): Promise<readonly Choice[]> {
  const { typed, reader } = request;
  const scopes = scopesOf(reader);
  const story = textOption(request.options, 'story');
  const article = story === undefined ? undefined : await articleOrLead(story, scopes, app);
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
  return names.filter(({ name }) => holdsBegun(name, begun));
}

function withRole(name: string, role: string | undefined): string {
  const full = role === undefined ? name : `${name}, ${role}`;
  return full.length > longestChoice ? name : full;
}
