import type { BriefOptions } from './brief-text.ts';
import { clean } from './clean/clean.ts';
import { keyQuotations } from './quotations/key-quotations.ts';
import { findQuotations } from './quotations/quotations.ts';
import { repair, toRaw } from './repair/repair.ts';
import { summariseArticles } from './summary/summarise-articles.ts';
import type { Quotation, Removal, Span } from './types.ts';

/** A text and the file it came from. */
export interface NamedText {
  readonly file: string;
  readonly text: string;
}

/** A sentence of one of several files; the span is into that file's "clean" text, or the text as given. */
interface FileSentence extends Span {
  readonly file: string;
  readonly text: string;
}

/** Words of one of several files, by their spans there. */
interface FileWords {
  readonly file: string;
  readonly spans: readonly (readonly [number, number])[];
}

/** What somebody said, in its longest form, with all files that have it, this one first. */
interface FileQuotation extends FileWords {
  readonly text: string;
  readonly kind: Quotation['kind'];
  readonly speaker: { readonly name: string; readonly role?: string };
  readonly sources: readonly FileWords[];
}

interface FileText {
  readonly file: string;
  readonly title?: string;
  readonly removals?: readonly Removal[];
  readonly clean?: string;
}

/** One summary over several texts, each sentence with its file, and the few quotations that matter. */
export interface ArticlesBrief {
  readonly summary: readonly FileSentence[];
  readonly quotations: readonly FileQuotation[];
  readonly files: readonly FileText[];
}

/** Files are told apart by their places, so that one may be named twice. */
export function articlesBrief(
  texts: readonly NamedText[],
  options: BriefOptions,
  asIs: boolean,
): ArticlesBrief {
  const read = texts.map((text) => (asIs ? readAsIs(text) : readClean(text)));
  const found = summariseArticles(
    read.map(({ text, file: { title } }, index) => ({ id: String(index), text, title })),
    options,
  );
  const summary = found.flatMap(({ articleId, start, end }): readonly FileSentence[] => {
    const from = read[Number(articleId)];
    if (from === undefined) return [];
    const span = from.place({ start, end });
    return [{ file: from.file.file, text: from.shown.slice(span.start, span.end), ...span }];
  });
  return { summary, quotations: quotationsOf(read, summary), files: read.map(({ file }) => file) };
}

const mostQuotations = 5;
/** Of speakers the patterns hold for surer than this, about one in a hundred is wrong. */
const sureEnough = 0.85;

function quotationsOf(read: readonly ReadText[], summary: readonly FileSentence[]): readonly FileQuotation[] {
  const articles = read.map(({ text, pullQuotes, file: { title } }, index) => ({
    id: String(index),
    quotations: findQuotations(text, { title, pullQuotes }),
  }));
  const shown = summary.map(({ text }) => text);
  const key = keyQuotations(articles, { most: mostQuotations, leastConfidence: sureEnough, shown });
  return key.flatMap(({ articleId, quotation, sources }): readonly FileQuotation[] => {
    const { speaker } = quotation;
    const place = placeOf(read, articleId, quotation);
    if (place === undefined || speaker === undefined) return [];
    const { name, role } = speaker;
    return [
      {
        text: place.texts.join(' … '),
        kind: quotation.kind,
        speaker: role === undefined ? { name } : { name, role },
        ...place.words,
        sources: sources.flatMap((one) => placeOf(read, one.articleId, one.quotation)?.words ?? []),
      },
    ];
  });
}

function placeOf(read: readonly ReadText[], articleId: string, { spans }: Quotation) {
  const from = read[Number(articleId)];
  if (from === undefined) return undefined;
  const placed = spans.map(from.place);
  const words: FileWords = { file: from.file.file, spans: placed.map(({ start, end }) => [start, end]) };
  return { words, texts: placed.map(({ start, end }) => from.shown.slice(start, end)) };
}

interface ReadText {
  readonly file: FileText;
  /** What is summarised, and what is shown of it. */
  readonly text: string;
  readonly shown: string;
  readonly pullQuotes: readonly string[];
  readonly place: (span: Span) => Span;
}

function readClean({ file, text: raw }: NamedText): ReadText {
  const { text, title, pullQuotes, removals } = clean(raw);
  const told = title === undefined ? {} : { title };
  return {
    file: { file, ...told, removals, clean: text },
    text,
    shown: text,
    pullQuotes,
    place: (span) => span,
  };
}

function readAsIs({ file, text: raw }: NamedText): ReadText {
  const { text, runs } = repair(raw);
  return { file: { file }, text, shown: raw, pullQuotes: [], place: (span) => toRaw(runs, span) };
}

function quotationLine({ text, speaker: { name, role }, sources }: FileQuotation): string {
  const said = role === undefined ? name : `${name}, ${role}`;
  return `“${text}”\n  ${said}\n  ${sources.map(({ file }) => file).join(', ')}`;
}

/** To read in a terminal: the titles, each sentence over the file that it stands in, and what was said. */
export function plainArticlesBrief({ summary, quotations, files }: ArticlesBrief): string {
  const heading = files.map(({ file, title }) => (title === undefined ? file : `${title} (${file})`));
  const sentences = summary.map(({ text, file }) => `${text}\n  ${file}`);
  const parts = [
    heading.join('\n'),
    sentences.length === 0 ? 'There is no sentence in these texts.' : sentences.join('\n\n'),
    quotations.length === 0
      ? 'No direct quotes in these texts.'
      : ['Said', ...quotations.map(quotationLine)].join('\n'),
  ];
  return `${parts.join('\n\n')}\n`;
}
