import type { Sentence, Span } from 'summarize-text';
import type { Article } from '../domain/article.ts';
import { type BriefSentence, type Passage, type PassagePlace, passageText } from '../domain/brief.ts';

export function covers(outer: Span, inner: Span | undefined): boolean {
  return inner !== undefined && inner.start >= outer.start && inner.end <= outer.end;
}

/** The words of an article at spans that were found in it; spans outside are a fault. */
export function passageAt(article: Article, of: PassagePlace, spans: readonly Span[]): Passage {
  const text = passageText(article, of, spans);
  if (text === undefined) throw new RangeError(`a span lies outside the ${of} of article ${article.id}`);
  return { articleId: article.id, of, spans: spans.map(({ start, end }) => ({ start, end })), text };
}

export function briefSentence(article: Article, sentence: Sentence): BriefSentence {
  return { passage: passageAt(article, 'text', [sentence]), number: sentence.index + 1 };
}

/** Where the article says these words first; `undefined` when it never does, and then they are not shown. */
export function wordsInArticle(article: Article, words: string): Passage | undefined {
  for (const place of ['text', 'title', 'standfirst'] as const) {
    const start = (article[place] ?? '').indexOf(words);
    if (start >= 0 && words !== '') return passageAt(article, place, [{ start, end: start + words.length }]);
  }
  return undefined;
}
