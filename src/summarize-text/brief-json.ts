import { type BriefOptions, briefText } from './brief-text.ts';
import { clean } from './clean/clean.ts';
import { repair, toRaw } from './repair/repair.ts';
import type { Figure, Quotation, Removal, Span, TextBrief } from './types.ts';

/** A brief as the command line writes it: plain JSON, spans as pairs where there are several. */
export interface BriefJson {
  readonly id?: string;
  readonly summary: readonly object[];
  readonly quotations: readonly object[];
  readonly figures: readonly object[];
  readonly removals?: readonly Removal[];
  /** What the spans point into, where that is not the text as given. */
  readonly clean?: string;
}

/** The brief of a text after cleaning; spans are into `clean`. */
export function cleanedBrief(raw: string, options: BriefOptions): BriefJson {
  const { text, title, pullQuotes, removals } = clean(raw, options);
  const brief = briefText(text, { ...options, title: options.title ?? title, pullQuotes });
  return { ...toJson(text, brief, (span) => span), removals, clean: text };
}

/** The brief of a text as it is: damaged marks are read as what they were, and spans are into the text as given. */
export function briefAsIs(text: string, options: BriefOptions): BriefJson {
  const { text: mended, runs } = repair(text);
  return toJson(text, briefText(mended, options), (span) => toRaw(runs, span));
}

function toJson(text: string, brief: TextBrief, place: (span: Span) => Span): BriefJson {
  const placed = (span: Span) => {
    const { start, end } = place(span);
    return { text: text.slice(start, end), start, end };
  };
  return {
    summary: brief.summary.map(placed),
    quotations: brief.quotations.map((quotation) => quotationJson(quotation, placed)),
    figures: brief.figures.map((figure) => figureJson(figure, placed)),
  };
}

type Placed = (span: Span) => Span & { readonly text: string };

function quotationJson({ spans, kind, speaker, cue, confidence, rank }: Quotation, placed: Placed): object {
  const parts = spans.map(placed);
  return {
    text: parts.map(({ text }) => text).join(' … '),
    spans: parts.map(({ start, end }) => [start, end]),
    kind,
    speaker: speaker === undefined ? null : speakerJson(speaker, placed),
    cue: cue ?? null,
    confidence,
    rank,
  };
}

function speakerJson(speaker: NonNullable<Quotation['speaker']>, placed: Placed): object {
  const { start, end } = placed(speaker);
  return { name: speaker.name, role: speaker.role, start, end };
}

function figureJson({ label, ...figure }: Figure, placed: Placed): object {
  return { ...figure, ...placed(figure), label: label.map(placed).map(({ start, end }) => [start, end]) };
}
