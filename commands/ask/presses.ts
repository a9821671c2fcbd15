import type { SentencePlace } from '../../src/answer/further-lines.ts';
import type { App } from '../../src/app.ts';
import type { AnsweredLine } from '../../src/domain/answer.ts';
import type { FindIn } from '../../src/domain/brief.ts';
import type { MessageRequest } from '../../src/domain/command.ts';

/** Discord's bound on what a button carries. */
const longestPress = 100;

/** In place of a story's id: all that is stored. */
const everything = 'all';

/** Asks a question again of a story, or of all; one that is too long for a button is kept in memory meanwhile. */
export function askPress(
  { text, reader }: Pick<MessageRequest, 'text' | 'reader'>,
  storyId: string | undefined,
  app: App,
): string {
  const story = storyId ?? everything;
  const press = `ask:of:${story}:${text}`;
  if (press.length <= longestPress) return press;
  return `ask:kept:${story}:${app.keptQuestions.keep(text, reader.personId)}`;
}

/** The story of such a press; `undefined` for all. */
export const storyOfPress = (id: string | undefined): string | undefined =>
  id === everything ? undefined : id;

/** Shows lines by the ids of their articles and the numbers of their sentences, as many as a button carries. */
export function morePress(lines: readonly AnsweredLine[], find: FindIn): string | undefined {
  const parts = lines.flatMap(({ article, passage }) => {
    const at = passage.spans[0]?.start;
    const sentence = find(article)
      .sentences()
      .find(({ start }) => start === at);
    return sentence === undefined ? [] : [`${article.id}.${sentence.index}`];
  });
  while (parts.length > 0 && pressOf(parts).length > longestPress) parts.pop();
  return parts.length === 0 ? undefined : pressOf(parts);
}

const pressOf = (parts: readonly string[]): string => `ask:more:${parts.join(':')}`;

/** Tells a story, and then it is talked of. */
export const openPress = (articleId: string): string => `ask:open:${articleId}`;

/** The sentences that a press shows. */
export const placesOf = (parts: readonly string[]): readonly SentencePlace[] =>
  parts.map((part) => {
    const [articleId = '', index = ''] = part.split('.');
    return { articleId, index: Number.parseInt(index, 10) };
  });
