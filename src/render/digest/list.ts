import type { Delivery, Digest } from '../../domain/digest.ts';
import type { ChannelAccess } from '../../domain/poster.ts';
import type { Block, Piece, Reply } from '../../domain/reply.ts';
import { blockPage, type PageRoom } from '../block-pages.ts';
import { cutName } from '../cut.ts';
import { counted } from '../pages.ts';
import { channel, heading, joined, small, strong, text } from '../pieces.ts';
import { noDigests } from './problems.ts';
import { scheduleWords } from './schedule-words.ts';
import { conditionOfDigest, outcomeWords } from './state.ts';
import { contentWords, namesApart } from './words.ts';

/** A digest, its newest run, and what is known of its channel. */
export interface ListedDigest {
  readonly digest: Digest;
  readonly last: Delivery | undefined;
  readonly access: ChannelAccess;
}

const longestName = 80;
const pageRoom: PageRoom = { entries: 10, length: 3_500 };

function linesOf({ digest, last, access }: ListedDigest, name: string): Block[] {
  const ended: Piece[] = last === undefined ? [] : [` · last: ${outcomeWords(last)}`];
  return [
    text(strong(cutName(name, longestName)), ' in ', channel(digest.channelId), `: ${scheduleWords(digest)}`),
    small(contentWords(digest)),
    small(...conditionOfDigest(digest, access), ...ended),
  ];
}

/** `/digest list`: a page of it, which counts from 0: each digest with its next run and how the last one ended. */
export function renderDigestList(listed: readonly ListedDigest[], wanted: number): Reply {
  if (listed.length === 0) return { blocks: [text(...noDigests)] };
  const names = namesApart(listed.map(({ digest }) => digest));
  const page = blockPage(
    listed.map((each) => linesOf(each, names.get(each.digest.id) ?? each.digest.name)),
    pageRoom,
    wanted,
    (number) => `digest:list:${number}`,
  );
  const paused = listed.filter(({ digest }) => digest.pause !== undefined).length;
  const facts = [
    counted(listed.length, 'digest'),
    ...(paused === 0 ? [] : [`${paused} paused`]),
    ...page.counts,
  ];
  return { blocks: [heading('Digests'), small(...joined(facts, ' · ')), ...page.lines, ...page.buttons] };
}
