import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { segment } from 'summarize-text';
import { z } from 'zod';
import type { AskedText } from '../../../src/summarize-text/types.ts';
import type { QuestionSet } from './question-sets.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const stories = join(root, '..', 'shared', 'eval', 'summaries', 'data', 'dev.jsonl');

/** A question of somebody who has seen a story's headline; the spans are of its text, none where it does not say. */
const questionSchema = z.strictObject({
  id: z.string(),
  question: z.string(),
  spans: z.array(z.tuple([z.int(), z.int()])),
});

const storySchema = z.object({ id: z.string(), text: z.string() });

const linesOf = <T>(path: string, schema: z.ZodType<T>): readonly T[] =>
  readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => schema.parse(JSON.parse(line)));

/** Readers' questions, each story in five passages: ours, on stories that are not. `undefined` where those are not there. */
export function readerSets(): readonly QuestionSet[] | undefined {
  if (!existsSync(stories)) return undefined;
  const texts = new Map(linesOf(stories, storySchema).map(({ id, text }) => [id, text]));
  return (['tuning', 'held-out'] as const).flatMap((half) => {
    const asked = linesOf(join(import.meta.dirname, `readers-${half}.jsonl`), questionSchema);
    return [...Map.groupBy(asked, ({ id }) => id)].map(([id, questions]): QuestionSet => {
      const text = texts.get(id) ?? '';
      const answersOf = (spans: readonly (readonly [number, number])[]) =>
        spans.map(([start, end]) => text.slice(start, end));
      return {
        name: id,
        kind: 'readers',
        half,
        texts: passagesOf(text),
        questions: questions.map(({ question, spans }) => ({ question, answers: answersOf(spans) })),
      };
    });
  });
}

const passageCount = 5;

/** A text in passages of about one length, parted between sentences. */
function passagesOf(text: string): readonly AskedText[] {
  const passages = Map.groupBy(segment(text), ({ start }) =>
    Math.floor((passageCount * start) / text.length),
  );
  return [...passages].map(([number, sentences]) => {
    const [first, last] = [sentences[0]?.start, sentences.at(-1)?.end];
    return { id: String(number), text: text.slice(first, last) };
  });
}
