import type { Delivery, Digest } from '../../domain/digest.ts';
import type { DigestAlert } from '../../domain/digest-alert.ts';
import type { Block, Button, Piece, Reply } from '../../domain/reply.ts';
import { cut } from '../cut.ts';
import { channel, code, joined, small, strong, text, time } from '../pieces.ts';

/** Of what Discord says of a message it does not take, no more. */
const longestReason = 300;
/** A server may have fifty digests in one channel; an alert that names them all is longer than Discord takes. */
const mostNamed = 10;

const named = ({ name }: Digest): Piece => strong(`Digest “${name}”`);

/** "Digest “Morning news” of 26 November 2026 08:00 was not posted in #news: I need: Send Messages." */
function happened({ slot, channelId, state, reason }: Delivery, digest: Digest): Block {
  const what = state === 'uncertain' ? ' may or may not have been posted in ' : ' was not posted in ';
  const why = reason === undefined ? '.' : `: ${cut(reason, longestReason)}.`;
  return text(named(digest), ' of ', time(slot, 'f'), what, channel(channelId), why);
}

/** What people do about it, and what becomes of the digest meanwhile. */
function advice({ state, channelId }: Delivery, { pause, nextRunAt }: Digest): Block {
  const next: readonly Piece[] = [' The next one comes ', time(nextRunAt, 'R'), '.'];
  switch (pause?.by) {
    case 'rights':
      return text(
        `Allow me ${pause.missing?.join(' and ') ?? 'what posting needs'} in `,
        channel(channelId),
        ': Edit Channel, Permissions, my role. The digest is paused until then; it goes on by itself once I see the change, or when you press Check again.',
      );
    case 'gone':
      return text(
        'The digest is paused. ',
        code('/digest edit'),
        ' gives it another channel, ',
        code('/digest remove'),
        ' ends it.',
      );
    case 'person':
      return text('The digest is paused; ', code('/digest resume'), ' goes on with it.');
    case undefined:
      break;
  }
  switch (state) {
    case 'uncertain':
      return text(
        'I do not send it again, lest it be there twice: if it is not, ',
        code('/digest run'),
        ' posts one now. With Read Message History there I can see for myself.',
        ...next,
      );
    case 'skipped':
      return text('What it held goes into the next one.', ...next);
    default:
      return text('Check again tries once more, within six hours of its time.', ...next);
  }
}

/** Only what can help is offered: a run that is too late, or may be there, is not tried again. */
function buttonsOf({ digestId, slot, state }: Delivery, { pause }: Digest): readonly Button[] {
  const check = { label: 'Check again', press: `digest:check:${digestId}:${slot}`, primary: true };
  const rest = { label: 'Pause', press: `digest:pause:${digestId}` };
  if (pause !== undefined) return pause.by === 'rights' ? [check] : [];
  return state === 'failed' ? [check, rest] : [rest];
}

function runAlert(delivery: Delivery, digest: Digest): readonly Block[] {
  const buttons = buttonsOf(delivery, digest);
  return [
    happened(delivery, digest),
    advice(delivery, digest),
    ...(buttons.length === 0 ? [] : [{ kind: 'buttons' as const, buttons }]),
  ];
}

function namesOf(digests: readonly Digest[]): Piece[] {
  const names = digests.slice(0, mostNamed).map(({ name }) => strong(`“${name}”`));
  const more = digests.length - names.length;
  return joined(more > 0 ? [...names, `${more} more`] : names, ', ');
}

/** "Digest “A” is", "Digests “A”, “B” are". */
const subject = (digests: readonly Digest[]): Piece[] => [
  digests.length === 1 ? 'Digest ' : 'Digests ',
  ...namesOf(digests),
];

function blocksOf(alert: DigestAlert): readonly Block[] {
  switch (alert.kind) {
    case 'run':
      return runAlert(alert.delivery, alert.digest);
    case 'gone':
      return [
        text(
          ...subject(alert.digests),
          alert.digests.length === 1 ? ' is paused: its' : ' are paused: their',
          ' channel was deleted. ',
          code('/digest edit'),
          ' gives another channel, ',
          code('/digest remove'),
          ' ends it.',
        ),
      ];
    case 'resumed':
      return [
        text(
          ...subject(alert.digests),
          alert.digests.length === 1 ? ' goes on' : ' go on',
          ': I have the rights again that I lacked.',
        ),
        ...alert.digests
          .slice(0, mostNamed)
          .map(({ name, channelId, nextRunAt }) =>
            text('• ', strong(name), ' in ', channel(channelId), ' · next ', time(nextRunAt, 'R')),
          ),
      ];
  }
}

/** What a guild's alerts channel is told of its digests. */
export function digestAlertReply(alert: DigestAlert, reference: string): Reply {
  const blocks = blocksOf(alert);
  const at = blocks.findIndex(({ kind }) => kind === 'buttons');
  const words = at === -1 ? blocks : blocks.slice(0, at);
  return { blocks: [...words, small(`ref ${reference}`), ...(at === -1 ? [] : blocks.slice(at))] };
}
