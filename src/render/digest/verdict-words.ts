import type { Digest } from '../../domain/digest.ts';
import {
  isTaken,
  type JudgedStory,
  type RunRecord,
  type Verdict,
  verdicts,
} from '../../domain/run-record.ts';
import { spanWords } from '../age-words.ts';
import { cutName } from '../cut.ts';
import { counted } from '../pages.ts';
import { localDate } from './local-time.ts';

/** So long is a word that stories are chosen by. */
const longestDetail = 60;

type LeftOut = Exclude<Verdict, 'new' | 'update'>;

const leftOutWords: Readonly<Record<LeftOut, string>> = {
  topic: 'of other topics',
  source: 'of other sources',
  words: 'without the wanted words',
  'except-words': 'with unwanted words',
  muted: 'told by muted feeds alone',
  stub: 'of which no article says enough',
  told: 'told before, with nothing new',
  rank: 'ranked lower',
  room: 'without room in the post',
};

const isLeftOut = (verdict: Verdict): verdict is LeftOut => !isTaken({ verdict });

/** "5 stories taken, 1 of them an update; left out: 3 ranked lower, 2 of other topics". */
export function countsWords({ counts }: RunRecord): string {
  const { update = 0 } = counts;
  const taken = (counts.new ?? 0) + update;
  const updates = update === 0 ? '' : `, ${update} of them ${update === 1 ? 'an update' : 'updates'}`;
  const others = verdicts.filter(isLeftOut).flatMap((verdict) => {
    const count = counts[verdict] ?? 0;
    return count === 0 ? [] : [`${count} ${leftOutWords[verdict]}`];
  });
  const left = others.length === 0 ? '' : `; left out: ${others.join(', ')}`;
  const all = taken === 0 ? 'No story taken' : `${counted(taken, 'story', 'stories')} taken${updates}`;
  return taken === 0 && others.length === 0 ? 'Nothing came in' : `${all}${left}`;
}

/** What is known around a story of a run. UTC milliseconds. */
export interface VerdictContext {
  readonly digest: Digest;
  readonly record: RunRecord;
  /** When its article came out; absent where that is not stored any more. */
  readonly publishedAt?: number | undefined;
  /** When a post told it before, where that is known. */
  readonly toldAt?: number | undefined;
}

const isRanked = (story: JudgedStory): boolean => isTaken(story) || story.verdict === 'room';

const endings = { one: 'st', two: 'nd', few: 'rd', other: 'th', zero: 'th', many: 'th' } as const;
const ordinals = new Intl.PluralRules('en', { type: 'ordinal' });
const ordinal = (number: number): string => `${number}${endings[ordinals.select(number)]}`;

function rankWords(story: JudgedStory, { stories }: RunRecord): string {
  const before = stories.filter(isRanked).length;
  const place = stories.filter(({ verdict }) => verdict === 'rank').indexOf(story);
  return `only ${before} fit, it ranked ${ordinal(before + place + 1)}`;
}

function leftOutFor(story: JudgedStory, context: VerdictContext): string {
  const { digest, record, toldAt } = context;
  switch (story.verdict) {
    case 'rank':
      return rankWords(story, record);
    case 'told':
      return toldAt === undefined
        ? 'told before, nothing new since'
        : `told on ${localDate(toldAt, digest.timezone)}, nothing new since`;
    case 'except-words':
      return story.detail === undefined
        ? 'it holds an unwanted word'
        : `it holds “${cutName(story.detail, longestDetail)}”`;
    case 'topic':
      return 'it is of another topic';
    case 'source':
      return 'none of the chosen sources tells it';
    case 'words':
      return 'it holds none of the wanted words';
    case 'muted':
      return 'only muted feeds tell it';
    case 'stub':
      return 'no article says enough of it';
    default:
      return 'the post had no room for it';
  }
}

/** "Taken: 4 sources, 35 minutes old"; "Left out: only 5 fit, it ranked 7th". */
export function verdictWords(story: JudgedStory, context: VerdictContext): string {
  const { publishedAt, record } = context;
  if (!isTaken(story)) return `Left out: ${leftOutFor(story, context)}`;
  const facts = [
    counted(story.sourceCount, 'source'),
    ...(publishedAt === undefined ? [] : [`${agePhrase(record.until - publishedAt)} old`]),
  ];
  const what = story.verdict === 'update' ? 'Taken as an update, as it has changed' : 'Taken';
  return `${what}: ${facts.join(', ')}`;
}

const hourMs = 3_600_000;

/** Minutes are told of what is new only. */
function agePhrase(ageMs: number): string {
  if (ageMs < 2 * hourMs) return spanWords(Math.max(0, ageMs));
  const hours = Math.floor(ageMs / hourMs);
  return hours < 48 ? counted(hours, 'hour') : counted(Math.floor(hours / 24), 'day');
}
