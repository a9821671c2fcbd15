import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import type { AskedText } from '../../../src/summarize-text/types.ts';
import { goldArticles } from '../stories/story-gold.ts';

const data = new URL('../../../data/', import.meta.url);

const questionSchema = z.strictObject({
  question: z.string(),
  /** Words that answer, any of them, as a right sentence has them; none where the texts do not say. */
  answers: z.array(z.string()),
  /** Words that right sentences only have, where other sentences hold the words that answer as well. */
  in: z.string().optional(),
  /** Why it looks as if it had an answer, where it has none. */
  why: z.enum(['antonym', 'negation', 'entity', 'number', 'condition', 'absent']).optional(),
});

const common = {
  /** The engine is fitted on the tuning half only. */
  half: z.enum(['tuning', 'held-out']),
  questions: z.array(questionSchema),
};

const setSchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...common, kind: z.literal('stories'), sources: z.array(z.string()) }),
  z.strictObject({ ...common, kind: z.literal('passages'), title: z.string(), text: z.string() }),
]);

export type GoldQuestion = z.infer<typeof questionSchema>;

/** Questions about the same texts, and the texts. */
export interface QuestionSet {
  readonly name: string;
  readonly kind: 'stories' | 'passages' | 'readers';
  readonly half: 'tuning' | 'held-out';
  readonly texts: readonly AskedText[];
  readonly questions: readonly GoldQuestion[];
}

const readJson = (path: string): unknown => JSON.parse(readFileSync(new URL(path, data), 'utf8'));

const sampleSchema = z.object({ title: z.string(), body: z.array(z.string()) });

/** A set, or several in a file. */
const fileSchema = z.union([setSchema, z.array(setSchema)]);

/** The sets of `data/gold-answers`: talks (`conversations.json`) are none of them. */
export const questionSets: readonly QuestionSet[] = readdirSync(new URL('gold-answers/', data))
  .filter((file) => file.endsWith('.json') && file !== 'conversations.json')
  .toSorted()
  .flatMap((file) => {
    const name = file.replace(/\.json$/, '');
    const read = fileSchema.parse(readJson(`gold-answers/${file}`));
    return Array.isArray(read)
      ? read.map((set, place) => questionSet(`${name}/${place}`, set))
      : [questionSet(name, read)];
  });

function questionSet(name: string, set: z.infer<typeof setSchema>): QuestionSet {
  const { half, kind, questions } = set;
  const texts =
    set.kind === 'passages' ? [{ id: name, title: set.title, text: set.text }] : set.sources.flatMap(textsOf);
  return { name, kind, half, texts, questions };
}

/** The texts of a source: one of our articles without its furniture, or all articles of a story. */
function textsOf(source: string): readonly AskedText[] {
  const [folder, name = ''] = source.split('/');
  if (folder === 'stories') {
    const texts = goldArticles.filter(({ event }) => event === name);
    return texts.map(({ id, title, text }) => ({ id, text, ...(title !== '' && { title }) }));
  }
  const { title, body } = sampleSchema.parse(readJson(`gold/${name}.json`));
  return [{ id: name, title, text: body.join('\n\n') }];
}
