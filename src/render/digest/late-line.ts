import type { DigestRun } from '../../domain/digest-draft.ts';
import type { Block, Reply } from '../../domain/reply.ts';
import { spanWords } from '../age-words.ts';
import { isWithinLimits } from '../limits.ts';
import { small, time } from '../pieces.ts';

/** A minute tick, a busy minute and a slow answer are not worth a word. */
const lateFromMs = 10 * 60_000;

type Times = Pick<DigestRun, 'slot' | 'at' | 'isAsked'>;

/** What a post says of its lateness, where there is something to say. */
export function lateLine({ slot, at, isAsked }: Times): Block[] {
  const late = at - slot;
  if (isAsked || late <= lateFromMs) return [];
  return [small(`Posted ${spanWords(late)} late: it was due at `, time(slot, 't'), '.')];
}

function isLateLine(block: Block): boolean {
  const [first] = block.kind === 'small' ? block.pieces : [];
  return typeof first === 'string' && /^Posted .{1,60} late: it was due at $/.test(first);
}

/** A post that was written earlier than it is sent, with its lateness as it is now; as it was where there is no room for it. */
export function withLateness(reply: Reply, times: Times): Reply {
  const line = lateLine(times);
  const others = reply.blocks.filter((block) => !isLateLine(block));
  const heading = others.findIndex(({ kind }) => kind === 'heading');
  if (line.length === 0 || heading === -1) return reply;
  // What the post holds is said first.
  const place = others[heading + 1]?.kind === 'small' ? heading + 2 : heading + 1;
  const dated = { ...reply, blocks: others.toSpliced(place, 0, ...line) };
  return isWithinLimits(dated) ? dated : reply;
}
