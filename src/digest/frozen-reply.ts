import { z } from 'zod';
import type { Reply } from '../domain/reply.ts';

const passage = z.object({
  articleId: z.string(),
  of: z.enum(['text', 'title', 'standfirst']),
  spans: z.array(z.object({ start: z.int(), end: z.int() })),
  text: z.string(),
});

const words = z.union([z.string(), passage]);

const piece = z.union([
  z.string(),
  z.object({ kind: z.literal('passage'), passage }),
  z.object({ kind: z.literal('link'), url: z.string(), of: words }),
  z.object({ kind: z.literal('strong'), of: words }),
  z.object({ kind: z.literal('code'), text: z.string() }),
  z.object({ kind: z.literal('time'), at: z.number(), style: z.enum(['F', 'f', 'R', 't', 'D']) }),
  z.object({ kind: z.literal('channel'), id: z.string() }),
]);

const button = z.object({
  label: z.string(),
  url: z.string().exactOptional(),
  press: z.string().exactOptional(),
  primary: z.boolean().exactOptional(),
});

const block = z.union([
  z.object({ kind: z.enum(['heading', 'text', 'small', 'quotation']), pieces: z.array(piece) }),
  z.object({ kind: z.literal('rule') }),
  z.object({ kind: z.literal('buttons'), buttons: z.array(button) }),
]);

const frozen = z.object({ blocks: z.array(block) });

/** A reply as a delivery keeps it, so that every try sends the same. Replies with files or pictures cannot be kept. */
export function freezeReply(reply: Reply): string {
  const hasFiles = reply.files !== undefined && reply.files.length > 0;
  if (hasFiles || reply.blocks.some(({ kind }) => kind === 'picture'))
    throw new Error('a reply with files cannot be frozen');
  return JSON.stringify({ blocks: reply.blocks });
}

/** The reply again; throws on a payload of another form. */
export function thawReply(payload: string): Reply {
  return frozen.parse(JSON.parse(payload));
}

/** A post and what goes into its thread. */
export interface PostReplies {
  readonly reply: Reply;
  readonly threadReply?: Reply;
}

const frozenPost = z.object({ reply: frozen, threadReply: frozen.exactOptional() });

export function freezePost({ reply, threadReply }: PostReplies): string {
  const freeze = (one: Reply): unknown => JSON.parse(freezeReply(one));
  return JSON.stringify({
    reply: freeze(reply),
    ...(threadReply !== undefined && { threadReply: freeze(threadReply) }),
  });
}

export function thawPost(payload: string): PostReplies {
  return frozenPost.parse(JSON.parse(payload));
}
