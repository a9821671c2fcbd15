import { readFileSync } from 'node:fs';
import { z } from 'zod';

const file = new URL('../../../data/gold-answers/conversations.json', import.meta.url);

const turnSchema = z.strictObject({
  /** What is written, or the story whose button is pressed. */
  says: z.string().optional(),
  press: z.string().optional(),
  /** Who writes, and in which channel; the same person in the same channel where it is not told. */
  by: z.string().default('ann'),
  channel: z.string().default('one'),
  /** Minutes since the turn before. */
  minutes: z.int().default(0),
  /**
   * tells: the reply is about the story, by a summary or by a line of it; answer: its first line holds one of the answers;
   * speaker: it names who spoke; silence: the articles do not say it; summary, changes, others: of the story;
   * which: it asks which of two stories; forgets: the talk is new; lost: no story is known and none answers.
   */
  expects: z.enum([
    'tells',
    'answer',
    'speaker',
    'silence',
    'summary',
    'changes',
    'others',
    'which',
    'forgets',
    'lost',
  ]),
  /** The sample articles of one story, any of which the reply may be from; the two stories where it asks which. */
  story: z.array(z.string()).default([]),
  answers: z.array(z.string()).default([]),
  speaker: z.string().optional(),
});

export type Turn = z.infer<typeof turnSchema>;

const talksSchema = z.strictObject({
  conversations: z.array(
    z.strictObject({
      of: z.string(),
      half: z.enum(['tuning', 'held-out']),
      turns: z.array(turnSchema),
    }),
  ),
});

/** Talks of people with the bot over our sample articles, which begin with nothing talked of. */
export const talks = talksSchema.parse(JSON.parse(readFileSync(file, 'utf8'))).conversations;
