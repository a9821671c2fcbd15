import type { Span } from 'summarize-text';
import type { Article, Headline } from './article.ts';
import type { BriefSpeaker, Passage } from './brief.ts';

/** A line of an answer: words of a stored article, who says them, and where. */
export interface AnsweredLine {
  readonly article: Article;
  readonly passage: Passage;
  /** The sentence before it, where the passage says too little alone. */
  readonly before?: Passage;
  /** The words inside the passage that answer; a span of the article's text. */
  readonly answer?: Span;
  readonly speaker?: BriefSpeaker;
}

/** What was searched for an answer. */
interface Searched {
  readonly articleCount: number;
  /** When the oldest of them came out, UTC milliseconds; absent where there are none. */
  readonly since?: number;
}

/** What stored articles say to a question. */
export interface Answered {
  /** Best first; none where no article says it. */
  readonly lines: readonly AnsweredLine[];
  readonly searched: Searched;
  /** The story that was asked about; absent where the whole store was. */
  readonly story?: Headline;
  /** The sources of the lines contradict each other: their lines stand side by side. */
  readonly isDisputed: boolean;
  /** What comes nearest, where no article says it. */
  readonly nearest: readonly Headline[];
  /** The newest, where nothing is near. */
  readonly newest?: readonly Headline[];
  /** Names, years, numbers and other telling words of the question that none of the articles has. */
  readonly missing: readonly string[];
}
