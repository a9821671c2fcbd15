import type { BriefQuotation } from '../domain/brief.ts';
import type { Block, Piece, Reply } from '../domain/reply.ts';
import type { FileLine, PageRoom, ShownLine, SpeakerFile } from '../domain/speaker-file.ts';
import type { KnownName } from '../domain/speaker-index.ts';
import { lengthOf, withinLimits } from './limits.ts';
import { counted, type Period, pageButtons, pageFacts, pagePress, sourceList } from './pages.ts';
import { heading, linked, passage, quotation, small, strong, text, time } from './pieces.ts';
import { placeUrl } from './place-url.ts';

const mostOthers = 2;

/** The rest of a message is for its heading and for lines that somebody else is said to have said. */
export const speakerRoom: PageRoom = {
  lines: 8,
  length: 3000,
  lengthOf: (line) => lengthOf(blocksOf(line)),
};

/** Every article that has the words, the earliest first; the one they are shown from links to the whole of them. */
function sourcesOf({ line, shown }: ShownLine): Piece[] {
  return sourceList(line.sources, ({ article, quotation: { spans } }) => {
    const isShown = article.id === line.article.id;
    const place = isShown ? shown.passage : { articleId: article.id, of: 'text' as const, spans, text: '' };
    return linked(placeUrl(article, place, isShown ? 'ends' : 'start'), article.source);
  });
}

function speakerOf({ speaker }: BriefQuotation): Piece[] {
  if (speaker === undefined) return [];
  const role: Piece[] = speaker.role === undefined ? [] : [', ', passage(speaker.role)];
  return [strong(speaker.name), ...role, ' · '];
}

/** The words, their sentence where they say too little alone, who said them as the article has it, when and where. */
function blocksOf(shownLine: ShownLine): Block[] {
  const { line, shown } = shownLine;
  return [
    quotation('“', passage(shown.passage), '”'),
    ...(shown.sentence === undefined ? [] : [small('In: ', passage(shown.sentence.passage))]),
    small('— ', ...speakerOf(shown), time(line.at, 'D'), ' · ', ...sourcesOf(shownLine)),
  ];
}

function othersOf({ others }: FileLine): Block[] {
  return others
    .slice(0, mostOthers)
    .map(({ article, passage: words, speaker }) =>
      small(
        'The same words are given to ',
        strong(speaker.name),
        ' · ',
        time(article.publishedAt, 'D'),
        ' · ',
        linked(placeUrl(article, words, 'start'), article.source),
      ),
    );
}

/** Which part of a file a page is of; all that its buttons need. */
export interface FilePlace extends Period {
  readonly name: string;
}

const pressOf = (place: FilePlace, page: number): string => pagePress('quotes:file', place, page, place.name);

/** `/quotes speaker:`: what somebody said over all stored articles, newest first. */
export function renderSpeakerFile(file: SpeakerFile, place: FilePlace): Reply {
  const { lines, lineCount, articleCount } = file;
  const counts = `${counted(lineCount, 'quote')} in ${counted(articleCount, 'article')}`;
  const nothing = lineCount === 0 ? 'Nothing was said in this time.' : 'There is nothing more.';
  return withinLimits({
    blocks: [
      heading(place.name),
      pageFacts(counts, file, place),
      ...(lines.length === 0
        ? [text(nothing)]
        : lines.flatMap((line) => [...blocksOf(line), ...othersOf(line)])),
      ...pageButtons(file, (page) => pressOf(place, page)),
    ],
  });
}

/** Rows of buttons hold five. */
const mostOffered = 5;

/** Several people have the name that was asked for: each gets a button. */
export function renderSpeakerChoice(
  asked: string,
  speakers: readonly KnownName[],
  place: Omit<FilePlace, 'name'>,
): Reply {
  const offered = speakers.slice(0, mostOffered);
  const more = speakers.length - offered.length;
  return withinLimits({
    blocks: [
      text(`${counted(speakers.length, 'speaker')} may be meant by “${asked}”. Whose words do you want?`),
      ...offered.map(({ name, articleCount }) =>
        text('• ', strong(name), ` · ${counted(articleCount, 'article')}`),
      ),
      ...(more > 0 ? [small(`And ${more} more: type a fuller name to find them.`)] : []),
      {
        kind: 'buttons',
        buttons: offered.map(({ name }) => ({ label: name, press: pressOf({ ...place, name }, 0) })),
      },
    ],
  });
}
