import { z } from 'zod';

const words = z.string().optional();

const payloadSchema = z.object({
  /** It was there already when the feed was followed, and is not taken in. */
  isOld: z.literal(true).optional(),
  title: words,
  author: words,
  url: words,
  publishedAt: z.int().optional(),
  /** HTML. */
  summary: words,
  content: words,
  categories: z.array(z.string()).default([]),
});

/** What a feed says of an entry, as it waits in the store. */
export type EntryPayload = z.infer<typeof payloadSchema>;

export function writePayload(payload: EntryPayload): string {
  return JSON.stringify(payload);
}

/** `undefined` for what another version of the bot has written and this one cannot read. */
export function readPayload(written: string): EntryPayload | undefined {
  try {
    return payloadSchema.safeParse(JSON.parse(written)).data;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
