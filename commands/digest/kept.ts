import { nextLeap } from '../../src/digest/schedule/clock-changes.ts';
import type { Digest } from '../../src/domain/digest.ts';
import type { Block, Button, Reply } from '../../src/domain/reply.ts';
import { gapNotice, scheduleWords } from '../../src/render/digest/schedule-words.ts';
import { contentWords, habitPieces, nextPieces } from '../../src/render/digest/words.ts';
import { channel, code, small, strong, text, time } from '../../src/render/pieces.ts';

/** A leap of the clock is worth a word a year before it: each comes once a year. */
const leapDays = 366;

function whenLine(digest: Digest, isNew: boolean): Block {
  if (digest.pause !== undefined) return text(...nextPieces(digest), '.');
  const { nextRunAt } = digest;
  return text(isNew ? 'First one ' : 'Next one ', time(nextRunAt, 'F'), ' (', time(nextRunAt, 'R'), ').');
}

/** What is known around a digest that was added or changed. */
interface Occasion {
  readonly isNew: boolean;
  readonly namesZone: boolean;
  /** Whether somebody is told when it does not come. */
  readonly hasAlerts: boolean;
  /** Whether Discord notifies the role that is to be notified, as far as it is known. */
  readonly notifies?: boolean | undefined;
  readonly now: number;
}

const unheard = small(
  'Nobody is told when it does not come: ',
  code('/settings alerts'),
  ' chooses a channel for that.',
);

const unnotified = text(
  'Discord does not let me notify that role: allow anyone to mention it in its settings, or give me ',
  strong('Mention @everyone, @here, and All Roles'),
  ' in that channel.',
);

function notices(digest: Digest, { namesZone, hasAlerts, notifies, now }: Occasion) {
  const leap = nextLeap(digest, now, leapDays);
  return [
    ...(namesZone ? [] : [text('The time is in UTC; name a timezone to change that.')]),
    ...(leap === undefined ? [] : [small(gapNotice(leap, digest.timezone))]),
    ...(digest.chart && digest.style === 'lines' ? [small('A chart comes with cards only.')] : []),
    ...(notifies === false ? [unnotified] : []),
    ...(hasAlerts ? [] : [unheard]),
  ];
}

function buttonsOf({ id, pause }: Digest): readonly Button[] {
  return [
    { label: 'Preview', press: `digest:preview:${id}`, primary: true },
    { label: 'Post one now', press: `digest:run:${id}` },
    ...(pause === undefined ? [] : [{ label: 'Resume', press: `digest:resume:${id}` }]),
  ];
}

/** What is said of a digest that was added or changed: when it comes, what it will hold, and what to try. */
export function keptReply(digest: Digest, occasion: Occasion): Reply {
  const { isNew } = occasion;
  const name = isNew ? ['Digest '] : ['Changed: '];
  return {
    blocks: [
      text(...name, strong(digest.name), ' in ', channel(digest.channelId), `: ${scheduleWords(digest)}.`),
      text(contentWords(digest)),
      text(...habitPieces(digest)),
      whenLine(digest, isNew),
      ...notices(digest, occasion),
      { kind: 'buttons', buttons: buttonsOf(digest) },
    ],
  };
}
