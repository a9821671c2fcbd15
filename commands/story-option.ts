import { type APIApplicationCommandBasicOption, ApplicationCommandOptionType } from 'discord-api-types/v10';
import type { App } from '../src/app.ts';
import type { Article, Headline } from '../src/domain/article.ts';
import type { Choice, CommandRequest, CompletionRequest, OptionValue } from '../src/domain/command.ts';
import { UserError } from '../src/domain/errors.ts';
import { type Reader, type Scope, scopesOf } from '../src/domain/scope.ts';
import { ageWords } from '../src/render/age-words.ts';
import { articleOrLead, findStory } from '../src/story/find-story.ts';

export const storyOption: APIApplicationCommandBasicOption = {
  type: ApplicationCommandOptionType.String,
  name: 'story',
  description: 'A story: pick one, or type words of it or its link',
  autocomplete: true,
  max_length: 500,
};

export const storyOptions: readonly APIApplicationCommandBasicOption[] = [
  storyOption,
  {
    type: ApplicationCommandOptionType.Attachment,
    name: 'file',
    description: 'An article as a .txt or .html file, instead of a story',
  },
];

export const shareOption: APIApplicationCommandBasicOption = {
  type: ApplicationCommandOptionType.Boolean,
  name: 'share',
  description: 'Show the reply to everyone in the channel',
};

/** Replies in a guild are for the asker alone unless they share them. */
export function visibilityByShare({ options }: CommandRequest): 'private' | 'public' {
  return options.share === true ? 'public' : 'private';
}

export function textOption(options: Readonly<Record<string, OptionValue>>, name: string): string | undefined {
  const value = options[name];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** Whether a command names no article, by words, link or file: it is then about all that are stored. */
export function namesNoArticle({ options, files }: CommandRequest): boolean {
  return textOption(options, 'story') === undefined && files.file === undefined;
}

/** The article a command is about: its attached file, the stored story it names, or the page behind its link. */
export async function articleOf(request: CommandRequest, app: App): Promise<Article> {
  const file = request.files.file;
  if (file !== undefined) return await app.takeIn(file, request.reader);
  const asked = textOption(request.options, 'story');
  if (asked === undefined) throw new UserError({ code: 'noStoryGiven' });
  const found = await findStory(asked, scopesOf(request.reader), app);
  if (found.kind === 'found') return found.article;
  if (found.kind === 'unknown-link') return await app.takeInLink(found.link, request.reader);
  throw new UserError({ code: 'noSuchStory', asked, closest: found.closest });
}

/** The article a button was made for. */
export async function articleById(id: string | undefined, reader: Reader, app: App): Promise<Article> {
  const article = id === undefined ? undefined : await articleOrLead(id, scopesOf(reader), app);
  if (article === undefined) throw new UserError({ code: 'notStoredAnyMore' });
  return article;
}

/** Discord's bounds on choices. */
export const mostChoices = 25;
export const longestChoice = 100;

/**
 * Stored stories of which a title goes on from what is typed; the newest when nothing is typed. Each story once: by
 * its newest article with that title.
 */
export async function completeStory(
  { typed, reader }: CompletionRequest,
  app: App,
): Promise<readonly Choice[]> {
  const scopes = scopesOf(reader);
  const now = app.clock.now();
  const headlines =
    typed.trim() === ''
      ? (await app.stories.latest({ scopes, limit: mostChoices })).map(({ lead }) => lead)
      : await oneOfEachStory(await app.articles.titles({ scopes, typed, limit: titlesRead }), scopes, app);
  return headlines
    .slice(0, mostChoices)
    .map((headline) => ({ name: choiceName(headline, now), value: headline.id }));
}

/** So many titles, that choices are left where several are of one story. */
const titlesRead = 2 * mostChoices;

async function oneOfEachStory(
  headlines: readonly Headline[],
  scopes: readonly Scope[],
  app: App,
): Promise<readonly Headline[]> {
  const ids = headlines.map(({ id }) => id);
  const stories = await app.stories.ofArticles(ids, scopes);
  const storyOf = ({ id }: Headline) => stories.get(id)?.id ?? id;
  const firsts = new Map(headlines.toReversed().map((headline) => [storyOf(headline), headline.id]));
  return headlines.filter((headline) => firsts.get(storyOf(headline)) === headline.id);
}

const longestSource = 30;

/** "Title (source, 2 h)", the title cut at the end where all is too long. */
function choiceName({ title, source, publishedAt }: Headline, now: number): string {
  const name = source.length > longestSource ? `${source.slice(0, longestSource - 1)}…` : source;
  const tail = ` (${name}, ${ageWords(now - publishedAt)})`;
  const room = longestChoice - tail.length;
  const shown = title.length > room ? `${title.slice(0, room - 1).trimEnd()}…` : title;
  return `${shown}${tail}`.toWellFormed();
}

/** Those of some names that hold what is typed. */
export function chooseFrom(names: readonly string[], typed: string): readonly Choice[] {
  const wanted = typed.trim().toLowerCase();
  return names
    .filter((name) => name.toLowerCase().includes(wanted) && name.length <= longestChoice)
    .slice(0, mostChoices)
    .map((name) => ({ name, value: name }));
}
