import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import type { App, Command } from '../src/app.ts';
import type { Headline } from '../src/domain/article.ts';
import { type Scope, scopesOf } from '../src/domain/scope.ts';
import type { Story } from '../src/domain/story.ts';
import { renderStories } from '../src/render/render-lists.ts';
import { anywhere } from './command-place.ts';
import { knownTopic, sameName } from './known-names.ts';
import { chooseFrom, shareOption, textOption, visibilityByShare } from './story-option.ts';

const usualCount = 5;

/** A source as it is stored, whatever letters of it were typed large. */
async function sourceIn(
  asked: string | undefined,
  scopes: readonly Scope[],
  app: App,
): Promise<string | undefined> {
  if (asked === undefined) return undefined;
  const known = await app.articles.sources(scopes);
  return known.includes(asked) ? asked : (sameName(known, asked) ?? asked);
}

/** The article that tells a story: of the source that was asked for, its newest that is more than a copy. */
function tellerOf({ lead, articles }: Story, source: string | undefined): Headline {
  if (source === undefined) return lead;
  const own = articles.filter((article) => article.source === source);
  return own.find(({ copyOf }) => copyOf === undefined) ?? own[0] ?? lead;
}

/** `/latest`: the newest stored stories. */
export const latest: Command = {
  data: {
    name: 'latest',
    description: 'The newest stories',
    ...anywhere,
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'topic',
        description: 'Only this topic',
        autocomplete: true,
        max_length: 100,
      },
      {
        type: ApplicationCommandOptionType.String,
        name: 'source',
        description: 'Only this publisher',
        autocomplete: true,
        max_length: 100,
      },
      {
        type: ApplicationCommandOptionType.Integer,
        name: 'count',
        description: 'How many, 5 as usual',
        min_value: 1,
        max_value: 10,
      },
      shareOption,
    ],
  },
  acknowledge: 'now',
  visibility: visibilityByShare,
  async run({ options, reader }, app) {
    const scopes = scopesOf(reader);
    const asked = textOption(options, 'topic');
    // Words of a story are no topic: what topics there are is said then.
    const topic = asked === undefined ? undefined : knownTopic(await app.articles.topics(scopes), asked);
    const source = await sourceIn(textOption(options, 'source'), scopes, app);
    const count = typeof options.count === 'number' ? options.count : usualCount;
    const stories = await app.stories.latest({
      scopes,
      limit: count,
      ...(topic === undefined ? {} : { topic }),
      ...(source === undefined ? {} : { source }),
    });
    const about = `${topic === undefined ? '' : ` about ${topic}`}${source === undefined ? '' : ` from ${source}`}`;
    return renderStories(
      stories.map((story) => ({ story, by: tellerOf(story, source) })),
      about,
    );
  },
  async complete({ option, typed, reader }, app) {
    const scopes = scopesOf(reader);
    const names = option === 'topic' ? await app.articles.topics(scopes) : await app.articles.sources(scopes);
    return chooseFrom(names, typed);
  },
};
