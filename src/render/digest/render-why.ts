import type { Headline } from '../../domain/article.ts';
import type { Delivery, Digest } from '../../domain/digest.ts';
import type { Block, Button, Piece, Reply } from '../../domain/reply.ts';
import type { JudgedStory, RunRecord } from '../../domain/run-record.ts';
import { blockPage, type PageRoom } from '../block-pages.ts';
import { cutName } from '../cut.ts';
import { titlePieces } from '../headline.ts';
import { withinLimits } from '../limits.ts';
import { heading, joined, small, text, time } from '../pieces.ts';
import { localDate, localSlot, localTime } from './local-time.ts';
import { outcomeWords } from './state.ts';
import { countsWords, verdictWords } from './verdict-words.ts';

/** A run of a digest, and what is noted of it. */
export interface ToldRun {
  readonly slot: number;
  /** Absent: it has not come yet. */
  readonly delivery?: Delivery | undefined;
  readonly record?: RunRecord | undefined;
}

/** A story of a run, with its title as far as the reader may see it, and when a post told it before. */
export interface ToldStory {
  readonly story: JudgedStory;
  readonly headline?: Headline | undefined;
  readonly toldAt?: number | undefined;
}

/** Buttons of one row. */
const mostButtons = 5;
const pageRoom: PageRoom = { entries: 12, length: 3_000 };
const longestName = 60;

function runLines({ slot, delivery, record }: ToldRun): Block[] {
  const how = delivery === undefined ? 'not posted yet' : outcomeWords(delivery);
  return [
    text('• ', time(slot, 'F'), `: ${how}`),
    ...(record === undefined ? [] : [small(countsWords(record))]),
  ];
}

/** `/digest why`: the newest runs, how each ended and what became of its stories in numbers. */
export function renderRuns(digest: Digest, runs: readonly ToldRun[]): Reply {
  const title = heading('Runs of ', cutName(digest.name, longestName));
  if (runs.length === 0)
    return { blocks: [title, text('It has not come yet. Next ', time(digest.nextRunAt, 'F'), '.')] };
  const buttons = runs
    .filter(({ record }) => record !== undefined)
    .slice(0, mostButtons)
    .map(({ slot }): Button => {
      return { label: localSlot(slot, digest.timezone), press: `digest:why:${digest.id}:${slot}` };
    });
  return withinLimits({
    blocks: [
      title,
      ...runs.flatMap(runLines),
      ...(buttons.length === 0 ? [] : [{ kind: 'buttons' as const, buttons }]),
    ],
  });
}

function storyLines(
  { story, headline, toldAt }: ToldStory,
  number: number,
  { digest, record }: { readonly digest: Digest; readonly record: RunRecord },
): Block[] {
  const title: Piece[] =
    headline === undefined ? ['A story that is no longer stored'] : titlePieces(headline);
  const words = verdictWords(story, { digest, record, toldAt, publishedAt: headline?.publishedAt });
  return [text(`${number}) `, ...title), small(`${words}.`)];
}

function whenWords({ since, until }: RunRecord): Block {
  return small('Looked at what came in from ', time(since, 'f'), ' to ', time(until, 'f'), '.');
}

/** Why a run of a digest looks as it does: what became of each story, a page of them, counted from 0. */
export function renderRun(
  digest: Digest,
  run: ToldRun,
  { stories, page: wanted }: { readonly stories: readonly ToldStory[]; readonly page: number },
): Reply {
  const { slot, delivery, record } = run;
  const { timezone } = digest;
  const name = cutName(digest.name, longestName);
  const title = heading(`Why: ${name} · ${localDate(slot, timezone)}, ${localTime(slot, timezone)}`);
  const outcome = delivery === undefined ? 'not posted yet' : outcomeWords(delivery);
  if (record === undefined)
    return { blocks: [title, small(outcome), text('Nothing is noted of which stories were looked at.')] };
  const page = blockPage(
    stories.map((story, index) => storyLines(story, index + 1, { digest, record })),
    pageRoom,
    wanted,
    (number) => `digest:page:${digest.id}:${slot}:${number}`,
  );
  const facts = [outcome, countsWords(record), ...page.counts];
  return {
    blocks: [title, small(...joined(facts, ' · ')), whenWords(record), ...page.lines, ...page.buttons],
  };
}

/** What a preview shows where nothing would be posted: that, and what became of what was looked at. */
export function renderNothingNew(digest: Digest, slot: number, record: RunRecord): Reply {
  return {
    blocks: [
      text('Nothing would be posted ', time(slot, 'F'), ': nothing is new.'),
      small(`${countsWords(record)}.`),
      whenWords(record),
      {
        kind: 'buttons',
        buttons: [{ label: 'Why?', press: `digest:why:${digest.id}:${slot}` }],
      },
    ],
  };
}
