import { type BriefOptions, briefText } from './brief-text.ts';
import { clean } from './clean/clean.ts';
import { repair } from './repair/repair.ts';
import type { Figure, Quotation } from './types.ts';

const byRank = <T extends { readonly rank?: number }>(items: readonly T[], most: number): readonly T[] =>
  items
    .filter(({ rank }) => rank !== undefined)
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
    .slice(0, most);

function quotationLine({ text, speaker }: Quotation): string {
  const role = speaker?.role === undefined ? '' : `, ${speaker.role}`;
  return `“${text}”\n  ${speaker === undefined ? 'The text does not say clearly who.' : `${speaker.name}${role}`}`;
}

function figureLine(text: string, { text: figure, label }: Figure): string {
  const measured = label.map(({ start, end }) => text.slice(start, end)).join(' … ');
  return measured === '' ? figure : `${figure}: ${measured}`;
}

function part(title: string, lines: readonly string[], nothing: string): string {
  return lines.length === 0 ? nothing : `${title}\n${lines.join('\n')}`;
}

/** A brief to read in a terminal: the title, the summary, what was said, the figures. */
export function plainBrief(raw: string, options: BriefOptions, asIs: boolean): string {
  const { text, title, pullQuotes } = asIs
    ? { text: repair(raw).text, title: undefined, pullQuotes: [] }
    : clean(raw, options);
  const titled = { ...options, title: options.title ?? title, pullQuotes };
  const brief = briefText(text, titled);
  const sentences = brief.summary.map((sentence) => sentence.text);
  const quotations = byRank(brief.quotations, 3).map(quotationLine);
  const figures = byRank(brief.figures, 4).map((figure) => figureLine(text, figure));
  const parts = [
    ...(titled.title === undefined ? [] : [titled.title]),
    sentences.length === 0 ? 'There is no sentence in this text.' : sentences.join('\n'),
    part('Said', quotations, 'No direct quotes in this text.'),
    part('Figures', figures, 'No figures in this text.'),
  ];
  return `${parts.join('\n\n')}\n`;
}
