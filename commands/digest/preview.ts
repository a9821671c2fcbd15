import type { App } from '../../src/app.ts';
import { resumedAt } from '../../src/digest/trouble/check-again.ts';
import { deliveryNames } from '../../src/domain/delivery-names.ts';
import type { Digest } from '../../src/domain/digest.ts';
import type { DigestRun } from '../../src/domain/digest-draft.ts';
import type { Reply } from '../../src/domain/reply.ts';
import { renderNothingNew } from '../../src/render/digest/render-why.ts';
import { text } from '../../src/render/pieces.ts';

/**
 * The next run of a digest, made now; of one that is paused, as if it were resumed now. Nothing of a post depends on the
 * moment at which it is made, as long as that is not late.
 */
export function comingRun(digest: Digest, now: number): DigestRun {
  const going = digest.pause === undefined ? digest : resumedAt(digest, now);
  const slot = going.nextRunAt;
  const { reference } = deliveryNames(digest.id, slot);
  return { digest: going, slot, at: now, isAsked: false, reference };
}

/** `/digest preview`: the very post, or what goes into its thread; nothing is stored. */
export async function previewDigest(digest: Digest, part: 'post' | 'thread', app: App): Promise<Reply> {
  const run = comingRun(digest, app.clock.now());
  const { reply, threadReply, record } = await app.draftDigest(run);
  if (reply === undefined) return renderNothingNew(digest, run.slot, record);
  if (part === 'post') return reply;
  return threadReply ?? { blocks: [text('This digest opens no thread: its style is not threads.')] };
}
