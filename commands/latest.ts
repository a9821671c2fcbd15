import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import type { Command } from '../src/app.ts';
import { scopesOf } from '../src/domain/scope.ts';
import { renderHeadlines } from '../src/render/render-lists.ts';
import { anywhere } from './command-place.ts';
import { chooseFrom, shareOption, textOption, visibilityByShare } from './story-option.ts';

const usualCount = 5;

/** `/latest`: the newest stored headlines. */
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
    const topic = textOption(options, 'topic');
    const source = textOption(options, 'source');
    const count = typeof options.count === 'number' ? options.count : usualCount;
    const headlines = await app.articles.latest({
      scopes: scopesOf(reader),
      limit: count,
      ...(topic === undefined ? {} : { topic }),
      ...(source === undefined ? {} : { source }),
    });
    const about = `${topic === undefined ? '' : ` about ${topic}`}${source === undefined ? '' : ` from ${source}`}`;
    return renderHeadlines(headlines, about);
  },
  async complete({ option, typed, reader }, app) {
    const scopes = scopesOf(reader);
    const names = option === 'topic' ? await app.articles.topics(scopes) : await app.articles.sources(scopes);
    return chooseFrom(names, typed);
  },
};
