import type { FeedLook, FeedStep, FollowedFeed } from '../../domain/feed.ts';
import type { Block, Piece, Reply } from '../../domain/reply.ts';
import { cut } from '../cut.ts';
import { withinLimits } from '../limits.ts';
import { counted } from '../pages.ts';
import { code, heading, joined, small, strong, text, time } from '../pieces.ts';
import { conditionOf, conditionPieces, failureWords, feedName, rateWords } from './words.ts';

const stepNames: Readonly<Record<FeedStep['step'], string>> = {
  address: 'Address',
  fetch: 'Fetch',
  discover: 'Look for a feed',
  read: 'Read',
  article: 'An article',
};

const longestDetail = 160;

const duration = (ms: number): string =>
  ms < 1_000 ? `${Math.round(ms)} ms` : `${(ms / 1_000).toFixed(1)} s`;

/** Each step on the way to a feed's entries, a line each: how it went, how long it took, what came. */
export function stepLines(steps: readonly FeedStep[]): Block[] {
  return steps.map(({ step, ok, ms, detail }) =>
    text(
      ...joined([`${ok ? '✓' : '✗'} ${stepNames[step]}`, duration(ms)], ' · '),
      ...(detail === '' ? [] : [` · ${cut(detail, longestDetail)}`]),
    ),
  );
}

/** What a feed that works gives. */
function works({ found, steps }: FeedLook): Piece[] {
  if (found === undefined) return [];
  const { entryCount, newestEntryAt, usualGapMs } = found;
  const article = steps.find(({ step }) => step === 'article');
  const newest: Piece[] = newestEntryAt === undefined ? [] : [', the newest ', time(newestEntryAt, 'R')];
  return [
    strong(article?.ok === false ? 'The feed works; its newest article does not.' : 'It works.'),
    ` ${counted(entryCount, 'entry', 'entries')}`,
    ...newest,
    ...(usualGapMs === undefined ? ['.'] : [`, ${rateWords(usualGapMs)}.`]),
  ];
}

/** What to do with a feed that works now. */
function nextFor(followed: FollowedFeed | undefined): Piece[] {
  if (followed === undefined) return ['This server does not follow it. ', code('/feed add'), ' does.'];
  switch (conditionOf(followed)) {
    case 'stopped':
      return [
        'It had stopped. To follow it again: ',
        code('/feed remove'),
        ', then ',
        code('/feed add'),
        '.',
      ];
    case 'failing':
      return ['It was ', ...conditionPieces(followed), '. I ask again soon; there is nothing to do.'];
    case 'muted':
      return ['It is muted: ', code('/feed mute'), ' with ', code('off:True'), ' ends that.'];
    case 'silent':
      return ['It is quieter than it used to be, but it is there.'];
    case 'waiting':
      return ['I read it soon; there is nothing to do.'];
    case 'working':
      return ['There is nothing to do.'];
  }
}

function outcome(look: FeedLook, followed: FollowedFeed | undefined): Block[] {
  if (look.found !== undefined) return [text(...works(look)), text(...nextFor(followed))];
  const { what, advice } = failureWords(look.failure ?? { reason: 'no-feed' });
  const since = followed?.feed.state.failure?.since;
  return [
    text(strong('It does not work'), `: ${what}. ${advice}`),
    ...(since === undefined ? [] : [small('Failing since ', time(since, 'R'), '; I go on trying.')]),
  ];
}

/** `/feed test`: each step with its time and outcome, and what to do. */
export function renderTest(address: string, look: FeedLook, followed: FollowedFeed | undefined): Reply {
  const name = followed === undefined ? code(cut(address, 200)) : feedName(followed.feed);
  return withinLimits({
    blocks: [heading('Test of ', name), ...stepLines(look.steps), ...outcome(look, followed)],
  });
}
