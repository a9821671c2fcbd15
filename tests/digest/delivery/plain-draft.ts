import { threadReference } from '../../../src/domain/delivery-names.ts';
import type { DigestDraft, DigestRun } from '../../../src/domain/digest-draft.ts';
import type { Reply } from '../../../src/domain/reply.ts';

const line = (words: string): Reply => ({ blocks: [{ kind: 'small', pieces: [words] }] });

export const record = { since: 1, until: 2, counts: { new: 1 }, stories: [] } as const;

/** A draft that says for when it is and when it was made, in the style of its digest. */
export function plainDraft({ digest, slot, at, reference }: DigestRun): DigestDraft {
  return {
    reply: line(`slot ${slot} made ${at} ref ${reference}`),
    ...(digest.style === 'threads' && { threadReply: line(`cards ref ${threadReference(reference)}`) }),
    articleIds: [`article-of-${slot}`],
    record,
  };
}
