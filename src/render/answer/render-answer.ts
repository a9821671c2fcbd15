import type { Answered, AnsweredLine } from '../../domain/answer.ts';
import type { Headline } from '../../domain/article.ts';
import type { Block, Button, Piece, Reply } from '../../domain/reply.ts';
import { titlePieces } from '../headline.ts';
import { withinLimits } from '../limits.ts';
import { counted } from '../pages.ts';
import { small, text } from '../pieces.ts';
import { answerLines } from './lines.ts';
import { quotedWords } from './words.ts';

/** What an answer's buttons press. */
export interface AnswerPresses {
  /** Shows further lines; absent where there are none. */
  readonly more?: string | undefined;
  /** Shows all articles of the story; absent where there is no other. */
  readonly sources?: string | undefined;
}

/** How many articles have it of how many that were asked, and on what. */
function foundLine({ lines, searched, story }: Answered, further: readonly AnsweredLine[]): Block {
  if (story !== undefined && searched.articleCount < 2) return small('Found in ', ...titlePieces(story));
  const holders = new Set([...lines, ...further].map(({ article }) => article.id)).size;
  const on: Piece[] = story === undefined ? [] : [' · ', ...titlePieces(story)];
  return small(`Found in ${holders} of ${counted(searched.articleCount, 'article')}`, ...on);
}

/** Names and numbers that the answer cannot be about. */
function missingLine({ missing }: Answered): Block[] {
  const telling = missing.filter((word) => /[\p{Lu}\p{N}]/u.test(word));
  return telling.length === 0 ? [] : [small(`Not answered here: no article has ${quotedWords(telling)}.`)];
}

function buttons({ story, lines }: Answered, { more, sources }: AnswerPresses): Block[] {
  const [first] = lines;
  const all: Button[] = [
    ...(more === undefined ? [] : [{ label: 'More', press: more }]),
    ...(story === undefined ? [] : storyButtons(story)),
    ...(first?.speaker === undefined
      ? []
      : [{ label: 'All quotes', press: `quotes:all:${first.article.id}` }]),
    ...(sources === undefined ? [] : [{ label: 'All sources', press: sources }]),
  ];
  return all.length === 0 ? [] : [{ kind: 'buttons', buttons: all }];
}

const storyButtons = ({ id }: Headline): readonly Button[] => [{ label: 'Summary', press: `ask:open:${id}` }];

/** What the articles say: each line word for word, with its source. Lines of sources that contradict stand side by side. */
export function renderAnswer(
  answered: Answered,
  further: readonly AnsweredLine[],
  presses: AnswerPresses,
): Reply {
  const { lines, isDisputed, story } = answered;
  return withinLimits({
    blocks: [
      foundLine(answered, further),
      ...(isDisputed ? [text('The sources say different things:')] : []),
      ...lines.flatMap((line) => answerLines(line, { withTitle: story === undefined })),
      ...missingLine(answered),
      ...buttons(answered, presses),
    ],
  });
}

/** More lines of an answer. */
export function renderFurther(lines: readonly AnsweredLine[]): Reply {
  return withinLimits({ blocks: lines.flatMap((line) => answerLines(line)) });
}

/** What is said in a story, each line with its speaker. */
export function renderSaid(headline: Headline, lines: readonly AnsweredLine[]): Reply {
  return withinLimits({
    blocks: [
      small('Said in ', ...titlePieces(headline)),
      ...(lines.length === 0
        ? [text('It quotes nobody of whom I am sure.')]
        : lines.flatMap((line) => answerLines(line))),
      {
        kind: 'buttons',
        buttons: [{ label: 'All quotes', press: `quotes:all:${headline.id}` }, ...storyButtons(headline)],
      },
    ],
  });
}
