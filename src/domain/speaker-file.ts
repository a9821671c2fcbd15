import type { Quotation } from 'summarize-text';
import type { Article } from './article.ts';
import type { BriefQuotation, BriefSpeaker, Passage } from './brief.ts';

/** A quotation in the article that has it. */
export interface QuotedIn {
  readonly article: Article;
  readonly quotation: Quotation;
}

/** What somebody said, in its longest form, with every article that has it or a part of it: the earliest first. */
export interface SpeakerLine extends QuotedIn {
  /** When the earliest of the articles came out, UTC milliseconds. */
  readonly at: number;
  /** The words as they are compared. */
  readonly words: string;
  /** Each article once. */
  readonly sources: readonly QuotedIn[];
}

/** A line as it is shown: whole, or the whole sentences of its beginning. */
export interface ShownLine {
  readonly line: SpeakerLine;
  readonly shown: BriefQuotation;
}

/** The same words, given to somebody else by an article that is as sure. */
export interface OtherAttribution {
  readonly article: Article;
  readonly passage: Passage;
  readonly speaker: BriefSpeaker;
}

export interface FileLine extends ShownLine {
  readonly others: readonly OtherAttribution[];
}

/** A page of what somebody said over all stored articles that a reader may see. */
export interface SpeakerFile {
  readonly lines: readonly FileLine[];
  readonly lineCount: number;
  readonly articleCount: number;
  /** Counts from 0. */
  readonly page: number;
  readonly hasMore: boolean;
}

/** What a reply can hold of lines, besides what fair dealing allows; lengths in characters. */
export interface PageRoom {
  readonly lines: number;
  readonly length: number;
  lengthOf(line: ShownLine): number;
}
