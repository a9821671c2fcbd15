import type { AnswerLine, Wanted } from 'summarize-text';
import type { Answered, AnsweredLine } from '../domain/answer.ts';
import type { Article } from '../domain/article.ts';
import type { FindIn } from '../domain/brief.ts';
import { createLineMaker } from './answered-lines.ts';
import { askArticles } from './ask-articles.ts';
import { contradiction } from './contradiction.ts';

/** What a story's articles say to a question, and further lines of it. */
export interface StoryAnswer extends Pick<Answered, 'lines' | 'isDisputed' | 'missing'> {
  readonly wanted: Wanted;
  /** 0 to 1. */
  readonly confidence: number;
  /** What others of the articles say to it. */
  readonly further: readonly AnsweredLine[];
}

const mostFurther = 3;

/** A line that the text engine found, with its article. */
export interface FoundLine extends AnswerLine {
  readonly article: Article;
}

const silent = { lines: [], further: [], isDisputed: false } as const;

/** Asks articles of one event: where others contradict the best line, theirs stand beside it. */
export function askStory(question: string, articles: readonly Article[], find: FindIn): StoryAnswer {
  const found = askArticles(question, articles, find);
  const best = withArticles(found.lines, articles);
  const [first] = best;
  if (first === undefined)
    return { ...silent, wanted: found.wanted, confidence: found.confidence, missing: found.missing };
  const shownIn = new Set(best.map(({ textId }) => textId));
  const others = articles
    .filter(({ id }) => !shownIn.has(id))
    .flatMap((article) => withArticles(askArticles(question, [article], find).lines, [article]).slice(0, 1));
  const against = contradiction(question, first, [...best.slice(1), ...others], find);
  const lines = against === undefined ? best : [first, against];
  const rest = [...best, ...others].filter((line) => !lines.includes(line));
  const toLine = createLineMaker(find);
  const make = (line: FoundLine) => toLine(line.article, line) ?? [];
  return {
    lines: lines.flatMap(make),
    wanted: found.wanted,
    confidence: found.confidence,
    isDisputed: against !== undefined,
    missing: found.missing,
    further: unlike(rest, lines).slice(0, mostFurther).flatMap(make),
  };
}

export function withArticles(
  lines: readonly AnswerLine[],
  articles: readonly Article[],
): readonly FoundLine[] {
  return lines.flatMap((line) => {
    const article = articles.find(({ id }) => id === line.textId);
    return article === undefined ? [] : [{ ...line, article }];
  });
}

/** Those whose words are not the same as some that are shown. */
function unlike(lines: readonly FoundLine[], shown: readonly FoundLine[]): readonly FoundLine[] {
  const known = new Set(shown.map(({ text }) => text));
  return lines.filter(({ text }) => {
    const isNew = !known.has(text);
    known.add(text);
    return isNew;
  });
}
