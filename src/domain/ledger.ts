import type { Figure } from 'summarize-text';
import type { Article } from './article.ts';
import type { BriefFigure } from './brief.ts';

/** A figure in the article that gives it, with the words of its sentence. */
export interface FigureIn {
  readonly article: Article;
  readonly figure: Figure;
  readonly sentence: string;
}

/** A figure of a quantity, with every article that gives it: the earliest first, each once. */
export interface LedgerEntry extends FigureIn {
  /** When the earliest of them came out, UTC milliseconds. */
  readonly at: number;
  readonly sources: readonly FigureIn[];
  /** Other values that other sources give of the same thing and time; which is right is not said. */
  readonly others: readonly FigureIn[];
}

export interface ShownEntry {
  readonly entry: LedgerEntry;
  readonly shown: BriefFigure;
  /** Of the others, those that there is room for. */
  readonly others: readonly { readonly article: Article; readonly shown: BriefFigure }[];
}

/** A page of a quantity over time, across the stored articles that a reader may see; newest first. */
export interface Ledger {
  readonly entries: readonly ShownEntry[];
  readonly entryCount: number;
  readonly articleCount: number;
  /** Counts from 0. */
  readonly page: number;
  readonly hasMore: boolean;
}

/** What a reply can hold of entries, besides what fair dealing allows; lengths in characters. */
export interface LedgerRoom {
  readonly entries: number;
  readonly length: number;
  lengthOf(entry: ShownEntry): number;
}
