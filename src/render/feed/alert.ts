import type { FeedAlert } from '../../domain/feeds.ts';
import type { Block, Piece, Reply } from '../../domain/reply.ts';
import { code, small, strong, text, time } from '../pieces.ts';
import { failureWords, hostOf, rateWords, titleWords } from './words.ts';

function happened({ kind, since, failure, usualGapMs }: FeedAlert): Piece[] {
  const { what, advice } = failureWords(failure ?? { reason: 'unreachable' });
  switch (kind) {
    case 'stopped':
      return [' has stopped ', time(since, 'R'), `: ${what}. I do not ask for it any more. ${advice}`];
    case 'failing':
      return [' has been failing since ', time(since, 'R'), `: ${what}. I go on trying. ${advice}`];
    case 'silent':
      return [
        ' has fallen silent: its newest entry came ',
        time(since, 'R'),
        usualGapMs === undefined ? '.' : ` (usual: ${rateWords(usualGapMs)}).`,
      ];
  }
}

/** What is stopped says nothing more. */
const quiet = ({ kind }: FeedAlert): Piece[] =>
  kind === 'stopped' ? [] : [' · said once; ', code('/feed mute'), ' keeps it quiet for good'];

/** What a guild's alerts channel is told of a feed; the address is not said, since it may carry a secret. */
export function feedAlertReply(alert: FeedAlert): Reply {
  const buttons: Block = {
    kind: 'buttons',
    buttons: [
      { label: 'Test', press: `feed:test:${alert.feedId}` },
      { label: 'Remove', press: `feed:remove:${alert.feedId}` },
    ],
  };
  return {
    blocks: [
      text(strong(titleWords(alert)), ...happened(alert)),
      small(hostOf(alert.address), ...quiet(alert)),
      buttons,
    ],
  };
}
