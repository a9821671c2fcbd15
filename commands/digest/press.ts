import type { App } from '../../src/app.ts';
import { type Checked, checkAgain } from '../../src/digest/trouble/check-again.ts';
import type { PressRequest } from '../../src/domain/command.ts';
import type { Digest } from '../../src/domain/digest.ts';
import { UserError } from '../../src/domain/errors.ts';
import type { Piece, Reply } from '../../src/domain/reply.ts';
import { channel, code, strong, text, time } from '../../src/render/pieces.ts';
import { guildOf } from '../command-place.ts';
import { pauseDigest, resumeDigest, runDigest } from './manage.ts';
import { previewDigest } from './preview.ts';
import { whyRun } from './why.ts';

const gone: Reply = { blocks: [text('This digest has ended.')] };

function checkedPieces(checked: Checked): Piece[] {
  switch (checked.kind) {
    case 'removed':
      return ['This digest has ended.'];
    case 'paused':
      return [
        strong(checked.digest.name),
        ' was paused by a person; ',
        code('/digest resume'),
        ' goes on with it.',
      ];
    case 'channel-gone':
      return [
        'The channel is gone. ',
        code('/digest edit'),
        ' gives ',
        strong(checked.digest.name),
        ' another.',
      ];
    case 'missing':
      return [
        'I still cannot post in ',
        channel(checked.digest.channelId),
        checked.missing.length === 0 ? '.' : `. I need: ${checked.missing.join(', ')}.`,
      ];
    case 'fine': {
      const { digest, isReopened } = checked;
      return isReopened
        ? ['I can post in ', channel(digest.channelId), ' now, and try again at once.']
        : ['I can post in ', channel(digest.channelId), ' now. Next one ', time(digest.nextRunAt, 'R'), '.'];
    }
  }
}

/** "Check again" of an alert: where the digest can be posted now, it goes on, and the run that failed is tried at once. */
async function check(digest: Digest, slot: number, app: App): Promise<Reply> {
  const { id: digestId, guildId } = digest;
  const checked = await checkAgain({ digestId, guildId, slot }, app);
  if (checked.kind === 'fine' && checked.isReopened) await app.deliverNow();
  return { blocks: [text(...checkedPieces(checked))] };
}

/** What everyone may press: a post's own reasons. */
const open = new Set(['why', 'page']);

/** Answers a button that names a digest: "digest:VERB:ID", and with "why" and "check" the slot of a run. */
export async function pressDigest(
  { verb, arguments: [id = '', written = '', page = ''], reader }: PressRequest,
  app: App,
): Promise<Reply> {
  const guildId = guildOf(reader);
  if (!open.has(verb) && reader.mayManage !== true) throw new UserError({ code: 'mayNotManage' });
  const digest = await app.digests.get(id, guildId);
  if (digest === undefined) return gone;
  const slot = /^\d{1,15}$/.test(written) ? Number(written) : Number.NaN;
  switch (verb) {
    case 'preview':
      return await previewDigest(digest, 'post', app);
    case 'run':
      return await runDigest(digest, app);
    case 'check':
      return await check(digest, slot, app);
    case 'pause':
      return await pauseDigest(digest, app);
    case 'resume':
      return await resumeDigest(digest, app);
    default:
      return await whyRun(digest, { slot, page: Number.parseInt(page, 10) || 0, reader }, app);
  }
}
