import type { BriefOptions } from './brief-text.ts';
import { clean } from './clean/clean.ts';
import { repair, toRaw } from './repair/repair.ts';
import { summariseArticles } from './summary/summarise-articles.ts';
import type { Removal, Span } from './types.ts';

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

interface FileText {
  readonly file: string;
  readonly title?: string;
  readonly removals?: readonly Removal[];
  readonly clean?: string;
}

/** One summary over several texts, each sentence with its file. */
export interface ArticlesBrief {
  readonly summary: readonly FileSentence[];
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
  return { summary, files: read.map(({ file }) => file) };
}

interface ReadText {
  readonly file: FileText;
  /** What is summarised, and what is shown of it. */
  readonly text: string;
  readonly shown: string;
  readonly place: (span: Span) => Span;
}

function readClean({ file, text: raw }: NamedText): ReadText {
  const { text, title, removals } = clean(raw);
  const told = title === undefined ? {} : { title };
  return { file: { file, ...told, removals, clean: text }, text, shown: text, place: (span) => span };
}

function readAsIs({ file, text: raw }: NamedText): ReadText {
  const { text, runs } = repair(raw);
  return { file: { file }, text, shown: raw, place: (span) => toRaw(runs, span) };
}

/** To read in a terminal: the titles, then each sentence over the file that it stands in. */
export function plainArticlesBrief({ summary, files }: ArticlesBrief): string {
  const heading = files.map(({ file, title }) => (title === undefined ? file : `${title} (${file})`));
  const sentences = summary.map(({ text, file }) => `${text}\n  ${file}`);
  const parts = [
    heading.join('\n'),
    sentences.length === 0 ? 'There is no sentence in these texts.' : sentences.join('\n\n'),
  ];
  return `${parts.join('\n\n')}\n`;
}
