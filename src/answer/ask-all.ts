import type { Answer } from 'summarize-text';
import type { Article, Headline } from '../domain/article.ts';
import type { FindIn } from '../domain/brief.ts';
import type { Story } from '../domain/story.ts';
import { askArticles } from './ask-articles.ts';
import { askedWords } from './question/asked-words.ts';
import { type StoryInQuestion, storiesInQuestion } from './question/stories-in-question.ts';

/** What the whole store comes to: nothing, one story, two that answer otherwise, or lines of several. */
export type Found =
  /** `story`: it does not say it, but the question is about it. */
  | { readonly kind: 'nothing'; readonly missing: readonly string[]; readonly story?: StoryInQuestion }
  | { readonly kind: 'story'; readonly story: StoryInQuestion }
  | { readonly kind: 'which'; readonly stories: readonly [Headline, Headline] }
  | { readonly kind: 'several'; readonly answer: Answer };

/** A story is meant rather than another where it fits so much better. */
const clearly = 1.15;
const nearly = 0.99;
/** Stories that are asked by themselves. */
const mostRivals = 3;

/** Which of the articles' stories answers a question that names none. */
export function askAll(
  question: string,
  articles: readonly Article[],
  stories: ReadonlyMap<string, Story>,
  find: FindIn,
): Found {
  const answer = askArticles(question, articles, find);
  const all = storiesInQuestion(askedWords(question), articles, stories);
  const homeOf = (id: string) => all.find((story) => story.articles.some((article) => article.id === id));
  const home = homeOf(answer.lines[0]?.textId ?? '');
  if (home?.isAboutIt !== true) return { kind: 'nothing', missing: answer.missing, ...obvious(all) };
  const rivals = rivalsOf(home, all, (story) => askArticles(question, story.articles, find));
  const better = rivals.find(({ story }) => story.fit > clearly * home.fit);
  if (better !== undefined) return { kind: 'story', story: better.story };
  if (answer.wanted === 'words')
    return answer.lines.every(({ textId }) => homeOf(textId) === home)
      ? { kind: 'story', story: home }
      : { kind: 'several', answer };
  const own = answered(answer);
  const other = rivals.find((rival) => rival.story.isNamed && answered(rival.answer) !== own);
  return other !== undefined && home.isNamed
    ? { kind: 'which', stories: [home.lead, other.story.lead] }
    : { kind: 'story', story: home };
}

/** The story that fits best, where no other fits nearly as well. */
function obvious([first, second]: readonly StoryInQuestion[]): { readonly story?: StoryInQuestion } {
  const isAlone = first?.isObvious === true && (second === undefined || first.fit > clearly * second.fit);
  return isAlone ? { story: first } : {};
}

interface Rival {
  readonly story: StoryInQuestion;
  readonly answer: Answer;
}

/** The other stories that fit at least as well and answer by themselves. */
function rivalsOf(
  home: StoryInQuestion,
  all: readonly StoryInQuestion[],
  ask: (story: StoryInQuestion) => Answer,
): readonly Rival[] {
  return all
    .filter((story) => story !== home && story.fit >= nearly * home.fit)
    .slice(0, mostRivals)
    .map((story) => ({ story, answer: ask(story) }))
    .filter(({ answer }) => answer.lines.length > 0);
}

/** What the best line says: the words of the answer, else all of it. */
function answered({ lines: [line] }: Answer): string {
  if (line === undefined) return '';
  const { text, start, answer } = line;
  const words = answer === undefined ? text : text.slice(answer.start - start, answer.end - start);
  return words.toLowerCase();
}
