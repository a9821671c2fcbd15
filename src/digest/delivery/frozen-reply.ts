import { z } from 'zod';
import type { OutgoingFile, Reply } from '../../domain/reply.ts';

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
  z.object({ kind: z.enum(['channel', 'role']), id: z.string() }),
]);

const button = z.object({
  label: z.string(),
  url: z.string().exactOptional(),
  press: z.string().exactOptional(),
  primary: z.boolean().exactOptional(),
});

const line = z.object({
  kind: z.enum(['heading', 'text', 'small', 'quotation']),
  pieces: z.array(piece),
});

const bytes = z.base64().transform((encoded) => new Uint8Array(Buffer.from(encoded, 'base64')));
const file = z.object({ name: z.string(), bytes });

const block = z.union([
  line,
  z.object({ kind: z.literal('rule') }),
  z.object({ kind: z.literal('section'), lines: z.array(line), button }),
  z.object({ kind: z.literal('buttons'), buttons: z.array(button) }),
  z.object({ kind: z.literal('picture'), file, alt: z.string(), shows: z.array(passage) }),
]);

const reply = z.object({ blocks: z.array(block), files: z.array(file).exactOptional() });

const post = z.object({ reply, threadReply: reply.exactOptional() });

/** As posts were kept that had no thread: the message alone. */
const messageAlone = reply.transform((message) => ({ reply: message }));

const kept = z.union([post, messageAlone]);

/** What a delivery sends: its message, and what goes into the thread that hangs on it. */
export interface PostReplies {
  readonly reply: Reply;
  readonly threadReply?: Reply;
}

const frozenFile = ({ name, bytes: plain }: OutgoingFile) => ({
  name,
  bytes: Buffer.from(plain).toString('base64'),
});

function frozenReply({ blocks, files }: Reply) {
  return {
    blocks: blocks.map((each) => (each.kind === 'picture' ? { ...each, file: frozenFile(each.file) } : each)),
    ...(files === undefined ? {} : { files: files.map(frozenFile) }),
  };
}

/** A post as a delivery keeps it, so that every try sends the same, to the byte of its pictures. */
export function freezePost({ reply: message, threadReply }: PostReplies): string {
  return JSON.stringify({
    reply: frozenReply(message),
    ...(threadReply === undefined ? {} : { threadReply: frozenReply(threadReply) }),
  });
}

/** The post again; throws on a payload of another form. */
export function thawPost(payload: string): PostReplies {
  return kept.parse(JSON.parse(payload));
}
