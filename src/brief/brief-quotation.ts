import type { Quotation, Sentence, Span } from 'summarize-text';
import type { Article } from '../domain/article.ts';
import type { BriefQuotation, BriefSpeaker } from '../domain/brief.ts';
import { briefSentence, covers, passageAt, wordsInArticle } from './passage-at.ts';
import type { WordBudget } from './word-budget.ts';

type Speaker = NonNullable<Quotation['speaker']>;

/** A key quotation of more words than this is shown as far as its whole sentences go into it. */
const mostKeyWords = 40;

/** Of attributions that the patterns hold for surer than this, about one in a hundred is wrong. */
export const sureEnough = 0.85;

/** Who said it, where that is sure enough to be shown: a wrong speaker is worse than none. */
export function sureSpeaker({ speaker, confidence }: Quotation): Speaker | undefined {
  return confidence >= sureEnough ? speaker : undefined;
}

const pronoun = /^(?:I|we|he|she|they|it|his|her|hers|their|its)$/i;

/** By the fullest name where the article has it so in one piece, else by the words that stand at the quotation. */
export function speakerIn(article: Article, speaker: Speaker): BriefSpeaker | undefined {
  const mention = article.text.slice(speaker.start, speaker.end);
  const name =
    wordsInArticle(article, speaker.name) ??
    (pronoun.test(mention) ? undefined : passageAt(article, 'text', [speaker]));
  if (name === undefined) return undefined;
  const role = speaker.role === undefined ? undefined : wordsInArticle(article, speaker.role);
  return role === undefined ? { name } : { name, role };
}

/**
 * A quotation as it may be shown, its words taken from the budget; `undefined` when they are too many. Quoted
 * words that say too little alone (a fragment, or nobody sure to have said them) come with their sentence.
 */
export function briefQuotation(
  article: Article,
  quotation: Quotation,
  { sentences, budget }: { readonly sentences: readonly Sentence[]; readonly budget: WordBudget },
): BriefQuotation | undefined {
  const bare = attributed(article, quotation);
  const { speaker, passage } = bare;
  const sentence = sentences.find((candidate) => covers(candidate, quotation.spans[0]));
  const needsSentence = quotation.kind === 'fragment' || speaker === undefined;
  if (needsSentence && sentence !== undefined && budget.spend([sentence]))
    return { ...bare, sentence: briefSentence(article, sentence) };
  return speaker !== undefined && budget.spend(passage.spans) ? bare : undefined;
}

/** The quoted words and, where that is sure, who said them. */
export function attributed(article: Article, quotation: Quotation): BriefQuotation {
  const sure = sureSpeaker(quotation);
  const speaker = sure === undefined ? undefined : speakerIn(article, sure);
  const spans = quotation.spans.map((span) => withoutComma(span, article.text));
  return {
    passage: passageAt(article, 'text', spans),
    quotation,
    ...(speaker === undefined ? {} : { speaker }),
  };
}

/** The comma before "she said" is the writer's, though it stands inside the marks. */
function withoutComma({ start, end }: Span, text: string): Span {
  return text.charAt(end - 1) === ',' && end - start > 1 ? { start, end: end - 1 } : { start, end };
}

const wordCount = (text: string): number => text.split(/\s+/).length;

/** The beginning of a quotation, whole sentences of it, so that a key quotation is not a speech. */
export function shortened(
  quotation: Quotation,
  text: string,
  sentences: readonly Sentence[],
  mostWords: number = mostKeyWords,
): Quotation {
  const spans: Span[] = [];
  let count = 0;
  for (const part of quotation.spans.flatMap((span) => sentenceParts(span, sentences))) {
    count += wordCount(text.slice(part.start, part.end));
    const last = spans.at(-1);
    if (last !== undefined && count > mostWords) break;
    const isNext = last !== undefined && /^\s*$/.test(text.slice(last.end, part.start));
    if (isNext) spans[spans.length - 1] = { start: last.start, end: part.end };
    else spans.push(part);
  }
  return { ...quotation, spans, text: spans.map(({ start, end }) => text.slice(start, end)).join(' … ') };
}

/** A span cut where sentences end in it. */
function sentenceParts(span: Span, sentences: readonly Sentence[]): readonly Span[] {
  const ends = sentences.map(({ end }) => end).filter((end) => end > span.start && end < span.end);
  const starts = [
    span.start,
    ...ends.map((end) => sentences.find(({ start }) => start >= end)?.start ?? end),
  ];
  return starts.map((start, index) => ({ start, end: ends[index] ?? span.end }));
}
