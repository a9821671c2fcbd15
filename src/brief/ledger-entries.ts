import { tellApart } from 'summarize-text';
import type { FigureIn, LedgerEntry } from '../domain/ledger.ts';

const dayMs = 86_400_000;
/** Articles further apart may both be right. */
const oneTimeMs = 7 * dayMs;
const mostOthers = 2;

/** The figures of a quantity, a repeated one once; newest first, those of one article as they stand in it. */
export function ledgerEntries(figures: readonly FigureIn[]): readonly LedgerEntry[] {
  const groups = new Map<string, FigureIn[]>();
  for (const one of figures) {
    const key = keyOf(one);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()]
    .flatMap((group) => entryOf(group, figures))
    .toSorted((a, b) => b.at - a.at || a.figure.start - b.figure.start);
}

function keyOf({ figure: { kind, value, value2, unit, direction } }: FigureIn): string {
  return `${kind} ${value} ${value2 ?? ''} ${unit} ${direction ?? ''}`;
}

const saysMore = (one: FigureIn, than: FigureIn): boolean =>
  one.figure.label.length > 0 && than.figure.label.length === 0;

function entryOf(group: readonly FigureIn[], all: readonly FigureIn[]): readonly LedgerEntry[] {
  const inTime = group.toSorted((a, b) => a.article.publishedAt - b.article.publishedAt);
  const byArticle = new Map<string, FigureIn>();
  for (const one of inTime) {
    const known = byArticle.get(one.article.id);
    if (known === undefined || saysMore(one, known)) byArticle.set(one.article.id, one);
  }
  const sources = [...byArticle.values()];
  const [first] = sources;
  if (first === undefined) return [];
  return [{ ...first, at: first.article.publishedAt, sources, others: othersOf(sources, all) }];
}

/** Each other source once, with the value it gives of the same. */
function othersOf(sources: readonly FigureIn[], all: readonly FigureIn[]): readonly FigureIn[] {
  const names = new Set(sources.map(({ article }) => article.source));
  const found = new Map<string, FigureIn>();
  for (const other of all) {
    const { source } = other.article;
    if (!names.has(source) && !found.has(source) && sources.some((one) => differ(one, other)))
      found.set(source, other);
  }
  return [...found.values()].slice(0, mostOthers);
}

/** Said of the same thing and the same time, as a fact in both or as a plan in both, and not the same value. */
function differ(one: FigureIn, other: FigureIn): boolean {
  const apartMs = Math.abs(one.article.publishedAt - other.article.publishedAt);
  return (
    apartMs <= oneTimeMs &&
    tellApart(one.figure, other.figure) &&
    intended.test(one.sentence) === intended.test(other.sentence) &&
    periodOf(one.sentence) === periodOf(other.sentence)
  );
}

/** Words by which a sentence speaks of what is wanted or foreseen. */
const intended =
  /\b(?:pledg\w+|targets?|targeted|commit\w*|aim(?:s|ed|ing)?|goals?|plan(?:s|ned|ning)?|will|would|could|should|may|might|forecasts?|expect\w*|propos\w+|promis\w+|seeks?|hopes?|if)\b/i;

const periodWord =
  /\b(?:(?:19|20)\d\d|january|february|march|april|june|july|august|september|october|november|december|(?:last|this|next|previous) (?:year|month|week|quarter)|(?:first|second|third|fourth) (?:quarter|half))\b/gi;

/** The times that a sentence names, as they can be compared. */
function periodOf(sentence: string): string {
  return [...new Set(sentence.match(periodWord)?.map((word) => word.toLowerCase()))].sort().join(' ');
}
