import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { personsNamed, type Quotation } from 'summarize-text';
import type { Command } from '../src/app.ts';
import { sureSpeaker } from '../src/brief/brief-quotation.ts';
import { makeQuotationList } from '../src/brief/make-brief.ts';
import { renderQuotations } from '../src/render/render-brief.ts';
import { wordsOf } from '../src/story/words.ts';
import { anywhere } from './command-place.ts';
import { sinceOf, sinceOption } from './since-option.ts';
import { completeSpeaker, pressSpeakerFile, speakerFile } from './speaker-file.ts';
import {
  articleById,
  articleOf,
  completeStory,
  namesNoArticle,
  shareOption,
  storyOptions,
  textOption,
  visibilityByShare,
} from './story-option.ts';

/** Of the people whom the name asked for fits; where it fits nobody, of those whose role has all its words. */
function isBy(asked: string, quotations: readonly Quotation[]): (quotation: Quotation) => boolean {
  const names = quotations.flatMap((quotation) => sureSpeaker(quotation)?.name ?? []);
  const meant = new Set(personsNamed(asked, names).flatMap((person) => person.names));
  const wanted = wordsOf(asked);
  return (quotation) => {
    const speaker = sureSpeaker(quotation);
    if (speaker === undefined || meant.size > 0) return speaker !== undefined && meant.has(speaker.name);
    const known = wordsOf(`${speaker.name} ${speaker.role ?? ''}`);
    return wanted.every((word) => known.includes(word));
  };
}

/** `/quotes`: what was said in an article, or by somebody in all of them, word for word. */
export const quotes: Command = {
  data: {
    name: 'quotes',
    description: 'What was said in a story, or by somebody in all stories, word for word',
    ...anywhere,
    options: [
      ...storyOptions,
      {
        type: ApplicationCommandOptionType.String,
        name: 'speaker',
        description: 'Only what this person said; without a story: in all stored stories',
        autocomplete: true,
        max_length: 100,
      },
      sinceOption,
      shareOption,
    ],
  },
  acknowledge: 'defer',
  visibility: visibilityByShare,
  async run(request, app) {
    const { options, reader, receivedAt } = request;
    const since = sinceOf(request);
    const speaker = textOption(options, 'speaker');
    if (speaker !== undefined && namesNoArticle(request))
      return await speakerFile({ speaker, since, until: receivedAt, page: 0 }, reader, app);
    const article = await articleOf(request, app);
    const accepts = speaker === undefined ? () => true : isBy(speaker, app.find(article).quotations());
    return renderQuotations(makeQuotationList(article, accepts, app.find), speaker);
  },
  complete: (request, app) =>
    request.option === 'speaker' ? completeSpeaker(request, app) : completeStory(request, app),
  async press(request, app) {
    if (request.verb === 'file') return await pressSpeakerFile(request, app);
    const article = await articleById(request.arguments[0], request.reader, app);
    return renderQuotations(makeQuotationList(article, () => true, app.find));
  },
};
