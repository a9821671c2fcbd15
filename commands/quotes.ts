import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import type { Quotation } from 'summarize-text';
import type { Command } from '../src/app.ts';
import { sureSpeaker } from '../src/brief/brief-quotation.ts';
import { makeQuotationList } from '../src/brief/make-brief.ts';
import { renderQuotations } from '../src/render/render-brief.ts';
import { wordsOf } from '../src/story/words.ts';
import {
  anywhere,
  articleById,
  articleOf,
  completeStory,
  shareOption,
  storyOptions,
  textOption,
  visibilityByShare,
} from './story-option.ts';

/** Whether all words asked for are in the speaker's name or role. */
function isBy(asked: string): (quotation: Quotation) => boolean {
  const wanted = wordsOf(asked);
  return (quotation) => {
    const speaker = sureSpeaker(quotation);
    const known = wordsOf(`${speaker?.name ?? ''} ${speaker?.role ?? ''}`);
    return wanted.every((word) => known.includes(word));
  };
}

/** `/quotes`: what was said in an article, word for word, and who said it. */
export const quotes: Command = {
  data: {
    name: 'quotes',
    description: 'What was said in a story, word for word, and who said it',
    ...anywhere,
    options: [
      ...storyOptions,
      {
        type: ApplicationCommandOptionType.String,
        name: 'speaker',
        description: 'Only what this person said',
        max_length: 100,
      },
      shareOption,
    ],
  },
  acknowledge: 'defer',
  visibility: visibilityByShare,
  async run(request, app) {
    const article = await articleOf(request, app);
    const speaker = textOption(request.options, 'speaker');
    const accepts = speaker === undefined ? () => true : isBy(speaker);
    return renderQuotations(makeQuotationList(article, accepts, app.find), speaker);
  },
  complete: completeStory,
  async press({ arguments: [id], reader }, app) {
    const article = await articleById(id, reader, app);
    return renderQuotations(makeQuotationList(article, () => true, app.find));
  },
};
