import type { Command } from '../src/app.ts';
import type { Reply } from '../src/domain/reply.ts';
import { introduction } from '../src/render/catalogue.ts';
import { code, heading, text } from '../src/render/pieces.ts';
import { anywhere } from './command-place.ts';

const lines = [
  ['/summary', 'a story in its own words: summary, key quotes, key figures'],
  ['/quotes', 'what was said, word for word, and who said it'],
  ['/figures', 'the figures and what each measures, or one subject over all stories'],
  ['/ask', 'what the stored articles say to a question, word for word'],
  ['/latest', 'the newest stories'],
  ['/search', 'the articles that have some words, and the sentence that has them'],
  ['/status', 'what is stored, and whether feeds and digests work'],
  ['/settings', 'where alerts go, for those who manage the server'],
  ['/feed', 'the feeds whose articles come in, for those who manage the server'],
  ['/digest', 'scheduled digests in channels, for those who manage the server'],
] as const;

export function helpReply(): Reply {
  return {
    blocks: [
      heading('Standfirst'),
      ...introduction(),
      ...lines.map(([name, does]) => text(code(name), ` ${does}`)),
      text(
        'In a message ',
        code('new story'),
        ' changes the subject, ',
        code('stop'),
        ' ends the talk, and ',
        code('forget me'),
        ' deletes at once what is yours.',
      ),
    ],
  };
}

/** `/help`: what the bot does, and how to ask. */
export const help: Command = {
  data: { name: 'help', description: 'What this bot does and how to ask it', ...anywhere },
  acknowledge: 'now',
  visibility: () => 'private',
  run: async () => helpReply(),
};
