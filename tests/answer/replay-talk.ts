import { readFileSync } from 'node:fs';
import { onTestFinished, vi } from 'vitest';
import { z } from 'zod';
import type { Turn, talks } from '../../bench/parts/answers/talks.ts';
import { ask } from '../../commands/ask.ts';
import { idByUrl } from '../../src/domain/article-id.ts';
import type { PressRequest } from '../../src/domain/command.ts';
import type { Line, Piece, Reply } from '../../src/domain/reply.ts';
import { passagesIn } from '../../src/domain/reply-passages.ts';
import { answerTo, message } from '../commands/messages.ts';
import { type TestApp, wordsOf } from '../commands/test-app.ts';
import { groupTogether } from '../story/together.ts';

type Talk = (typeof talks)[number];

const minuteMs = 60_000;

const index = z
  .array(z.object({ file: z.string(), url: z.string() }))
  .parse(JSON.parse(readFileSync(new URL('../../data/articles/index.json', import.meta.url), 'utf8')));

/** The id of a sample article by its name. */
function idOf(slug: string): string {
  const url = index.find(({ file }) => file === `${slug}.txt`)?.url;
  return url === undefined ? `no sample is called ${slug}` : idByUrl('public', url);
}

const isLine = (block: { readonly kind: string }): block is Line => 'pieces' in block;

function plain(piece: Piece): string {
  if (typeof piece === 'string') return piece;
  if (piece.kind === 'passage') return piece.passage.text;
  if (piece.kind === 'strong' || piece.kind === 'link')
    return typeof piece.of === 'string' ? piece.of : piece.of.text;
  return '';
}

/** The words of the first line that answers, without marks of ours. */
function firstLine({ blocks }: Reply): string {
  const line = blocks.filter(isLine).find(({ kind }) => kind === 'quotation');
  return line?.pieces.map(plain).join('') ?? '';
}

/** Whether a reply is what a turn expects. */
function isAsExpected({ expects, story, answers, speaker }: Turn, reply: Reply): boolean {
  const words = wordsOf(reply);
  const ids = new Set(reply.blocks.flatMap(passagesIn).map(({ articleId }) => articleId));
  const isOf = story.some((slug) => ids.has(idOf(slug)));
  const isAnswer = !words.startsWith('Nothing in') && !words.startsWith('Which ');
  switch (expects) {
    case 'tells':
      return isOf && isAnswer;
    case 'answer':
      return isOf && isAnswer && answers.some((answer) => firstLine(reply).includes(answer));
    case 'speaker':
      return isOf && words.includes(speaker ?? '');
    case 'silence':
      return words.startsWith('Nothing in');
    case 'summary':
      return isOf && / of \d+ sentences/.test(words);
    case 'changes':
      return isOf && /Since <t:/.test(words);
    case 'others':
      return isOf && / articles?$/m.test(words);
    case 'which':
      return words.startsWith('Which one?') && story.every((slug) => ids.has(idOf(slug)));
    case 'forgets':
      return /^(?:Another story|Deleted)/.test(words);
    case 'lost':
      return words.startsWith('Which story?');
  }
}

/** The button beside a story's headline. */
function buttonOf({ blocks }: Reply, slug: string): string | undefined {
  const section = blocks.find(
    (block) =>
      block.kind === 'section' && passagesIn(block).some(({ articleId }) => articleId === idOf(slug)),
  );
  return section?.kind === 'section' ? section.button.press : undefined;
}

/** What the button that a turn presses says; what was said last where there is no such button. */
async function pressOn(last: Reply, slug: string, asker: Asker, app: TestApp): Promise<Reply> {
  const press = buttonOf(last, slug);
  if (press === undefined) return last;
  const [, verb = '', ...rest] = press.split(':');
  const said = await ask.press?.({ id: '2', verb, arguments: rest, values: [], ...asker }, app);
  if (said === undefined || Symbol.asyncIterator in said) throw new Error('the button says several things');
  return said;
}

type Asker = Pick<PressRequest, 'reader' | 'channelId' | 'receivedAt'>;

/** Says the turns of a talk one after the other, its people and channels its own; answers which are as expected. */
export async function replay({ of, turns }: Talk, app: TestApp): Promise<readonly boolean[]> {
  vi.useFakeTimers({ toFake: ['Date'], now: app.now });
  onTestFinished(() => void vi.useRealTimers());
  const told = turns.filter(({ expects, story }) => expects !== 'which' && story.length > 1);
  for (const { story } of told) await groupTogether(app.stories, story.map(idOf));
  let last: Reply = { blocks: [] };
  const right: boolean[] = [];
  for (const turn of turns) {
    app.now += turn.minutes * minuteMs;
    vi.setSystemTime(app.now); // a talk is forgotten by the machine's clock
    const reader = { personId: `${turn.by} of ${of}` };
    const asker = { reader, channelId: `${turn.channel} of ${of}`, receivedAt: app.now };
    last =
      turn.says === undefined
        ? await pressOn(last, turn.press ?? '', asker, app)
        : await answerTo(message(turn.says, asker), app);
    right.push(isAsExpected(turn, last));
  }
  return right;
}
