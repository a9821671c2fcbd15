import type { Article } from '../domain/article.ts';
import type { Brief, BriefChanges, BriefFigure, BriefQuotation, BriefSentence } from '../domain/brief.ts';
import type { Block, Button, Line, Picture, Piece, Reply } from '../domain/reply.ts';
import type { Story } from '../domain/story.ts';
import { fewestSentences } from '../domain/stub.ts';
import { withinLimits } from './limits.ts';
import { titlePassage } from './passages.ts';
import { heading, joined, linked, passage, quotation, rule, small, strong, text, time } from './pieces.ts';
import { type PlaceForm, placeUrl } from './place-url.ts';
import { alsoToldBy, sourcesButton } from './render-sources.ts';

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** "¹²": the number of a sentence, small. */
const smallNumber = (number: number): string =>
  [...String(number)].map((digit) => superscripts[Number(digit)]).join('');

/** The number of a sentence in its article, linking to its place there. */
function mark(article: Article, sentence: BriefSentence, form?: PlaceForm): Piece[] {
  if (form === 'none') return [];
  return [' ', linked(placeUrl(article, sentence.passage, form), smallNumber(sentence.number))];
}

/** The source comes first, named and linked. */
export function sourceLines(article: Article, facts: readonly Piece[]): Block[] {
  return [
    heading(linked(article.url, titlePassage(article))),
    small(...joined([article.source, time(article.publishedAt, 'f'), ...facts], ' · ')),
  ];
}

export function sentenceLine(article: Article, sentence: BriefSentence, form?: PlaceForm): Line {
  return text(passage(sentence.passage), ...mark(article, sentence, form));
}

export function sentenceLines({ article, summary }: Brief, form?: PlaceForm): Line[] {
  return summary.map((sentence) => sentenceLine(article, sentence, form));
}

/** Every other source of the words, linked to its place there. */
function otherSources({ alsoIn = [] }: BriefQuotation): Piece[] {
  const links = alsoIn.map(({ article, spans }) =>
    linked(placeUrl(article, { of: 'text', spans }, 'start'), article.source),
  );
  return links.length === 0 ? [] : [' · also in ', ...joined(links, ', ')];
}

function speakerLine(article: Article, shown: BriefQuotation, form?: PlaceForm): Line {
  const { speaker, passage: words } = shown;
  const url = placeUrl(article, words, form);
  const place: Piece[] = [
    ...(url === undefined ? [] : [' · ', linked(url, 'in the article')]),
    ...otherSources(shown),
  ];
  if (speaker === undefined) return small('— the article does not say clearly who', ...place);
  const role: Piece[] = speaker.role === undefined ? [] : [', ', passage(speaker.role)];
  return small('— ', strong(speaker.name), ...role, ...place);
}

/** The words between marks of ours, who said them, and the sentence they stand in where that is needed. */
export function quotationLines(article: Article, shown: BriefQuotation, form?: PlaceForm): Line[] {
  const context = shown.sentence === undefined ? [] : [small('In: ', passage(shown.sentence.passage))];
  return [quotation('“', passage(shown.passage), '”'), ...context, speakerLine(article, shown, form)];
}

/** Ours, for a figure whose article says it by other words than one before the number ("40 or more"). */
const qualifiers = {
  '=': '',
  '~': 'about ',
  '>': 'at least ',
  '<': 'at most ',
  up: 'up ',
  down: 'down ',
} as const;

/** Digits for a number written in words, marked as ours: "= 99%". */
function inDigits({ text: surface, value, unit, kind }: BriefFigure['figure']): Piece[] {
  if (/\d/.test(surface) || (kind !== 'percent' && kind !== 'count')) return [];
  const digits = value.toLocaleString('en-GB', { maximumFractionDigits: 2 });
  return [` (= ${digits}${unit === '%' ? '%' : ''})`];
}

/** The figure, what it measures, and who claims it where it stands in a quotation. */
export function figurePieces({ figure, passage: words, label, speaker }: BriefFigure): Piece[] {
  const measured: Piece[] = label === undefined ? [] : [': ', passage(label)];
  const claimed: Piece[] = speaker === undefined ? [] : [' — says ', passage(speaker)];
  const qualifier = words.text === figure.text ? qualifiers[figure.modifier] : '';
  return [qualifier, strong(words), ...inDigits(figure), ...measured, ...claimed];
}

export function figureLine(article: Article, shown: BriefFigure, form?: PlaceForm): Line {
  return text('• ', ...figurePieces(shown), ...mark(article, shown.sentence, form));
}

/** "2 sentences new, 1 gone". */
export function changeCounts({ addedCount, removedCount }: BriefChanges): string {
  const sentences = (count: number) => (count === 1 ? '1 sentence' : `${count} sentences`);
  if (addedCount + removedCount === 0) return 'no sentence is different';
  if (addedCount === 0) return `${sentences(removedCount)} gone`;
  const added = `${sentences(addedCount)} new`;
  return removedCount === 0 ? added : `${added}, ${removedCount} gone`;
}

/** The article is not what it was. */
const changesLine = (changes: BriefChanges): Block =>
  small('Changed since it was first stored: ', changeCounts(changes), '.');

/** "3 of 21 sentences". */
function shareOf({ summary, sentenceCount }: Brief): string {
  return `${summary.length} of ${sentenceCount} sentences`;
}

/** So little could be read that the reader must know it. */
function stubLine({ sentenceCount }: Brief): Block[] {
  if (sentenceCount >= fewestSentences) return [];
  const count = sentenceCount === 1 ? 'one sentence' : `${sentenceCount} sentences`;
  return [small(`I could read only ${count} of this article, too few for a fair summary.`)];
}

function section(title: string, lines: readonly Block[], nothing: string): Block[] {
  return lines.length === 0 ? [small(nothing)] : [text(strong(title)), ...lines];
}

function buttonsOf(brief: Brief, { share, changes, story }: StoryExtras): Block[] {
  const { article, quotations, quotationCount, figures, figureCount } = brief;
  const buttons: Button[] = [];
  if (quotationCount > quotations.length)
    buttons.push({ label: 'All quotes', press: `quotes:all:${article.id}` });
  if (figureCount > figures.length)
    buttons.push({ label: 'All figures', press: `figures:all:${article.id}` });
  if (changes !== undefined) buttons.push({ label: 'What changed', press: `summary:changes:${article.id}` });
  buttons.push(...sourcesButton(article, story));
  if (share !== undefined) buttons.push({ label: 'Share', press: share });
  return buttons.length === 0 ? [] : [{ kind: 'buttons', buttons }];
}

/** What a story's reply may hold besides the brief: `share` is what the button that shows it to all presses. */
export interface StoryExtras {
  /** The story that the article is in. */
  readonly story?: Story | undefined;
  readonly chart?: Picture | undefined;
  readonly share?: string | undefined;
  readonly changes?: BriefChanges | undefined;
}

/** `/summary`: the sentences, then what was said, then the figures, and their chart where there is one. */
export function renderStory(brief: Brief, extras: StoryExtras = {}): Reply {
  const { chart, changes, story } = extras;
  const { article, quotations, quotationCount, figures, figureCount } = brief;
  return withinLimits({
    blocks: [
      ...sourceLines(article, [shareOf(brief)]),
      ...alsoToldBy(article, story),
      ...sentenceLines(brief),
      ...stubLine(brief),
      ...(changes === undefined ? [] : [changesLine(changes)]),
      rule,
      ...section(
        'Said',
        quotations.flatMap((shown) => quotationLines(article, shown)),
        quotationCount === 0
          ? 'No direct quotes in this article.'
          : 'What was said stands in the sentences above.',
      ),
      rule,
      ...section(
        'Figures',
        figures.map((shown) => figureLine(article, shown)),
        figureCount === 0 ? 'No figures in this article.' : 'The figures stand in the sentences above.',
      ),
      ...(chart === undefined ? [] : [chart]),
      ...buttonsOf(brief, extras),
    ],
  });
}

/** `/quotes`: in the article's order. `asked` is the speaker asked for. */
export function renderQuotations(brief: Brief, asked?: string): Reply {
  const { article, quotations, quotationCount } = brief;
  const nothing =
    asked === undefined
      ? 'No direct quotes in this article.'
      : `This article quotes nobody called “${asked}”.`;
  return withinLimits({
    blocks: [
      ...sourceLines(article, [`${quotations.length} of ${quotationCount} quotes`]),
      ...(quotations.length === 0
        ? [text(nothing)]
        : quotations.flatMap((shown) => quotationLines(article, shown))),
    ],
  });
}

/** `/figures`: best first. `asked` are the words asked about. */
export function renderFigures(
  brief: Brief,
  { asked, chart }: { readonly asked?: string | undefined; readonly chart?: Picture | undefined } = {},
): Reply {
  const { article, figures, figureCount } = brief;
  const nothing =
    asked === undefined ? 'No figures in this article.' : `This article has no figures about “${asked}”.`;
  return withinLimits({
    blocks: [
      ...sourceLines(article, [`${figures.length} of ${figureCount} figures`]),
      ...(figures.length === 0 ? [text(nothing)] : figures.map((shown) => figureLine(article, shown))),
      ...(chart === undefined ? [] : [chart]),
    ],
  });
}
