import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { findArticles } from '../src/answer/search/find-articles.ts';
import { readQuery } from '../src/answer/search/read-query.ts';
import { searchPage } from '../src/answer/search/search-page.ts';
import type { App, Command } from '../src/app.ts';
import type { PressRequest } from '../src/domain/command.ts';
import { UserError } from '../src/domain/errors.ts';
import type { Reply } from '../src/domain/reply.ts';
import { type Reader, type Scope, scopesOf } from '../src/domain/scope.ts';
import type { Search, SearchQuery } from '../src/domain/search.ts';
import { renderSearch, searchFits } from '../src/render/search/render-search.ts';
import { anywhere } from './command-place.ts';
import { knownSource } from './known-names.ts';
import { sinceOf, sinceOption } from './since-option.ts';
import { chooseFrom, shareOption, textOption, visibilityByShare } from './story-option.ts';

const longestWords = 200;
/** Discord's bound on what a button carries. */
const longestPress = 100;
const nearestCount = 3;

const inBase36 = (at: number | undefined): string => at?.toString(36) ?? '';

/**
 * What a page's button carries: "page:PAGE:KEY", under which this process remembers the search, and where they fit the
 * words as well, for when it does not: ":SINCE:UNTIL:SOURCE:WORDS".
 */
function pressOf({ query, askedAt }: Search, key: string, page: number): string {
  const { typed, since, source = '' } = query;
  const short = `search:page:${page}:${key}`;
  const whole = `${short}:${inBase36(since)}:${inBase36(askedAt)}:${source}:${typed}`;
  return whole.length <= longestPress && !source.includes(':') ? whole : short;
}

async function searched(query: SearchQuery, scopes: readonly Scope[], app: App): Promise<Search> {
  if (query.words.length === 0) throw new UserError({ code: 'noSearchWords' });
  const found = await findArticles(query, scopes, app);
  if (found.found.length > 0) return { query, askedAt: query.until ?? app.clock.now(), ...found };
  const { since, source, words } = query;
  const nearest = await app.articles.search({
    scopes,
    words: words.join(' '),
    match: 'any',
    limit: nearestCount,
  });
  throw new UserError({
    code: 'nothingFound',
    asked: query.typed,
    searched: await app.articles.count(scopes),
    nearest,
    ...(since === undefined ? {} : { since }),
    ...(source === undefined ? {} : { source }),
  });
}

async function pageOf(
  { search, key, page }: { readonly search: Search; readonly key: string; readonly page: number },
  scopes: readonly Scope[],
  app: App,
): Promise<Reply> {
  const found = await searchPage(search, page, scopes, { ...app, fits: searchFits });
  return renderSearch(found, search.query, (number) => pressOf(search, key, number));
}

async function firstPage(query: SearchQuery, page: number, reader: Reader, app: App): Promise<Reply> {
  const scopes = scopesOf(reader);
  const search = await searched(query, scopes, app);
  const key = app.searches.keep(search, reader.personId);
  return await pageOf({ search, key, page }, scopes, app);
}

/** A page's button; after a restart, and where half an hour has passed, the words it carries are searched for again. */
async function turnPage({ arguments: given, reader }: PressRequest, app: App): Promise<Reply> {
  const [number = '', key = '', since = '', until = '', source = '', ...words] = given;
  const page = Number.parseInt(number, 10) || 0;
  const search = app.searches.get(key);
  if (search !== undefined) return await pageOf({ search, key, page }, scopesOf(reader), app);
  if (words.length === 0) throw new UserError({ code: 'searchForgotten' });
  const query = {
    ...readQuery(words.join(':')),
    since: since === '' ? undefined : Number.parseInt(since, 36) || 0,
    until: Number.parseInt(until, 36) || undefined,
    source: source === '' ? undefined : source,
  };
  return await firstPage(query, page, reader, app);
}

/** `/search`: the stored articles that have some words, each with the sentence that has most of them. */
export const search: Command = {
  data: {
    name: 'search',
    description: 'The stored articles that have some words, and where',
    ...anywhere,
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'words',
        description: 'Words that an article has; "side by side" in quotation marks, -without with a minus',
        required: true,
        max_length: longestWords,
      },
      sinceOption,
      {
        type: ApplicationCommandOptionType.String,
        name: 'source',
        description: 'Only this publisher',
        autocomplete: true,
        max_length: 100,
      },
      shareOption,
    ],
  },
  acknowledge: 'defer',
  visibility: visibilityByShare,
  async run(request, app) {
    const { options, reader } = request;
    const asked = textOption(options, 'source');
    const source =
      asked === undefined ? undefined : knownSource(await app.articles.sources(scopesOf(reader)), asked);
    const query = readQuery(textOption(options, 'words') ?? '');
    return await firstPage({ ...query, since: sinceOf(request), source }, 0, reader, app);
  },
  complete: async ({ typed, reader }, app) => chooseFrom(await app.articles.sources(scopesOf(reader)), typed),
  inPlace: ['page'],
  press: turnPage,
};
