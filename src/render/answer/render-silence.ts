import type { Answered } from '../../domain/answer.ts';
import type { Headline } from '../../domain/article.ts';
import type { Block, Button, Piece, Reply } from '../../domain/reply.ts';
import { headlineLines, titlePieces } from '../headline.ts';
import { withinLimits } from '../limits.ts';
import { counted } from '../pages.ts';
import { small, text, time } from '../pieces.ts';
import { quotedWords } from './words.ts';

/** A headline with a button at its side. */
function choice(headline: Headline, number: number, button: Button): Block {
  return { kind: 'section', lines: headlineLines(headline, number), button };
}

const opens = ({ id }: Headline): Button => ({ label: 'Open', press: `ask:open:${id}` });

function nothingPieces({ searched, story }: Answered): Piece[] {
  const { articleCount, since } = searched;
  if (story !== undefined && articleCount < 2) return ['Nothing in ', ...titlePieces(story), ' says this.'];
  if (story !== undefined)
    return [`Nothing in ${articleCount} articles on `, ...titlePieces(story), ' says this.'];
  const window: Piece[] = since === undefined ? [] : [' (since ', time(since, 'D'), ')'];
  return [`Nothing in ${counted(articleCount, 'stored article')}`, ...window, ' says this.'];
}

function missingLine({ missing, story }: Answered): Block {
  return small(story === undefined ? 'No article has ' : 'Not in there: ', quotedWords(missing), '.');
}

/** Headlines to open, under a line that says which they are. */
const choices = (heading: string, headlines: readonly Headline[]): readonly Block[] =>
  headlines.length === 0
    ? []
    : [small(heading), ...headlines.map((headline, index) => choice(headline, index + 1, opens(headline)))];

/** No article says it: how many were asked, which words none has, and what comes nearest. `all` asks the whole store. */
export function renderSilence(answered: Answered, all?: string): Reply {
  const { missing, nearest, newest = [], story } = answered;
  const buttons: Button[] = [
    ...(story === undefined ? [] : [{ label: 'Summary', press: `ask:open:${story.id}` }]),
    ...(all === undefined ? [] : [{ label: 'Ask all articles', press: all }]),
  ];
  return withinLimits({
    blocks: [
      text(...nothingPieces(answered)),
      ...(missing.length === 0 ? [] : [missingLine(answered)]),
      ...choices('Nearest headlines:', nearest),
      ...choices('The newest:', newest),
      ...(buttons.length === 0 ? [] : [{ kind: 'buttons' as const, buttons }]),
    ],
  });
}

/** Two stories that a question may be about; `pressOf` asks it of one. */
export function renderWhich(stories: readonly Headline[], pressOf: (story: Headline) => string): Reply {
  return withinLimits({
    blocks: [
      text('Which one?'),
      ...stories.map((story, index) =>
        choice(story, index + 1, { label: 'This one', press: pressOf(story), primary: true }),
      ),
    ],
  });
}

/** Nothing is talked of yet: some stories to begin with. */
export function renderNoStory(newest: readonly Headline[], pressOf: (articleId: string) => string): Reply {
  return withinLimits({
    blocks: [
      text('Which story? Name it, or paste its link.'),
      ...(newest.length === 0 ? [] : [small('The newest:')]),
      ...newest.map((headline, index) =>
        choice(headline, index + 1, { label: 'Open', press: pressOf(headline.id) }),
      ),
    ],
  });
}
