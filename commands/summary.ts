import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import type { SummaryLength } from 'summarize-text';
import type { Command } from '../src/app.ts';
import type { Article } from '../src/domain/article.ts';
import { anywhere } from './command-place.ts';
import {
  articleById,
  articleOf,
  completeStory,
  shareOption,
  storyOptions,
  textOption,
  visibilityByShare,
} from './story-option.ts';
import { type AskedSummary, changesReply, sourcesReply, storyReply } from './story-reply.ts';

const lengths: readonly SummaryLength[] = ['line', 'short', 'medium', 'long'];

const lengthOf = (name: unknown): SummaryLength => lengths.find((known) => known === name) ?? 'short';

/** Discord's bound on what a button carries. */
const longestPress = 100;

/** What Share presses: the very summary that was asked for, or nothing where that is too long to carry. */
function sharePress({ id }: Article, { length, focus = '' }: AskedSummary): string | undefined {
  const press = `summary:share:${id}:${length}:${encodeURIComponent(focus.toWellFormed())}`;
  return press.length > longestPress ? undefined : press;
}

/** `/summary`: an article's most telling sentences, with what was said and the figures. */
export const summary: Command = {
  data: {
    name: 'summary',
    description: 'A story in its own words: summary, key quotes, key figures',
    ...anywhere,
    options: [
      ...storyOptions,
      {
        type: ApplicationCommandOptionType.String,
        name: 'length',
        description: 'One line, short (3 sentences, as usual), medium (5) or long (8)',
        choices: lengths.map((length) => ({ name: length, value: length })),
      },
      {
        type: ApplicationCommandOptionType.String,
        name: 'focus',
        description: 'Words the summary should turn on',
        max_length: 100,
      },
      shareOption,
    ],
  },
  acknowledge: 'defer',
  visibility: visibilityByShare,
  async run(request, app) {
    const article = await articleOf(request, app);
    const focus = textOption(request.options, 'focus');
    const asked = { length: lengthOf(request.options.length), focus };
    const isShared = visibilityByShare(request) === 'public';
    const share = isShared ? undefined : sharePress(article, asked);
    return await storyReply(article, asked, { reader: request.reader, share }, app);
  },
  complete: completeStory,
  inPlace: ['turn'],
  async press({ verb, arguments: [id = '', ...rest], reader }, app) {
    if (verb === 'sources' || verb === 'turn')
      return await sourcesReply(id, Number.parseInt(rest[0] ?? '', 10) || 0, reader, app);
    const article = await articleById(id, reader, app);
    if (verb === 'changes') return await changesReply(article, reader, app);
    const [length, focus = ''] = rest;
    const words = decodeURIComponent(focus);
    const asked = { length: lengthOf(length), focus: words === '' ? undefined : words };
    return await storyReply(article, asked, { reader }, app);
  },
};
