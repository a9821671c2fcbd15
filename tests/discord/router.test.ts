import { Events } from 'discord.js';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { PersonHere } from '../../emulator/people/person.ts';
import { type Emulator, startEmulator } from '../../emulator/start.ts';
import { messageFlag } from '../../emulator/world.ts';
import type { Command } from '../../src/app.ts';
import { connect, createClient } from '../../src/discord/client.ts';
import type { ProgressPace } from '../../src/discord/progress.ts';
import { registerCommands } from '../../src/discord/register.ts';
import { createRouter, type Router } from '../../src/discord/router.ts';
import { UserError } from '../../src/domain/errors.ts';
import type { Block, Reply } from '../../src/domain/reply.ts';
import type { Reader } from '../../src/domain/scope.ts';
import { text } from '../../src/render/pieces.ts';
import { createTestApp } from '../commands/test-app.ts';
import { type Watch, watchWords, wordsIn } from '../end-to-end/words-in.ts';
import { testPace } from './test-pace.ts';

const said = (words: string, ...blocks: Block[]): Reply => ({ blocks: [text(words), ...blocks] });

/** Every edit is shown: there is no gap. */
const noGap: ProgressPace = { gapMs: 0, wait: () => new Promise((resolve) => setImmediate(resolve)) };

interface Bench extends Watch {
  readonly emulator: Emulator;
  readonly router: Router;
  readonly robin: PersonHere;
  readonly avery: PersonHere;
  close(): Promise<void>;
}

type Counting = Pick<Command, 'run' | 'press' | 'inPlace'> & Partial<Command>;

/** A real client of discord.js with the router, and one command in the menu. */
async function startBench(counting: (bench: Pick<Bench, 'seen'>) => Counting): Promise<Bench> {
  const app = await createTestApp();
  const emulator = await startEmulator();
  const watched = watchWords(emulator);
  const count: Command = {
    data: { name: 'count', description: 'Counts slowly' },
    acknowledge: 'defer',
    visibility: () => 'private',
    ...counting(watched),
  };
  const client = createClient({ apiUrl: emulator.url, pace: testPace() });
  const router = createRouter({
    app,
    commands: [count],
    answerMessage: async () => said('hello'),
    keepLaw: async (reply) => ({ ...reply, blocks: reply.blocks.filter(({ kind }) => kind !== 'quotation') }),
    pace: noGap,
  });
  client.on(Events.InteractionCreate, (interaction) => void router.onInteraction(interaction));
  const ready = await connect(client, emulator.token);
  await registerCommands(ready.rest, ready.application.id, [count.data], undefined, app.log);
  const { member, admin, channels } = emulator.first;
  const bench = {
    ...watched,
    emulator,
    router,
    robin: emulator.person(member).in(channels.general),
    avery: emulator.person(admin).in(channels.general),
    async close() {
      await router.settled();
      await client.destroy();
      await emulator.close();
    },
  };
  onTestFinished(() => bench.close());
  return bench;
}

const more: Block = { kind: 'buttons', buttons: [{ label: 'More', press: 'count:more:7' }] };
const who = ({ mayManage }: Reader): string => (mayManage === true ? 'a manager' : 'a member');

describe('a command that shows its progress', () => {
  it('edits its one message, and checks each reply before it is sent', async () => {
    const bench = await startBench(({ seen }) => ({
      async *run() {
        yield said('one', { kind: 'quotation', pieces: ['never said'] });
        await seen((words) => words === 'one');
        yield said('two');
        await seen((words) => words === 'two');
        yield said('three');
      },
    }));
    const answer = bench.robin.run({ name: 'count' });
    const first = await answer.reply();
    await bench.seen((words) => words === 'three');
    expect(bench.versions.filter((words) => words !== '')).toEqual(['one', 'two', 'three']);
    expect(first.flags & messageFlag.ephemeral).not.toBe(0);
    expect(bench.robin.messages().map(wordsIn)).toEqual(['three']);
  });

  it('ends in a reference to the fault where the work breaks in the middle', async () => {
    const bench = await startBench(({ seen }) => ({
      async *run() {
        yield said('one');
        await seen((words) => words === 'one');
        throw new Error('the wheel came off');
      },
    }));
    await bench.robin.run({ name: 'count' }).reply();
    await bench.emulator.next('message.edited');
    expect(bench.robin.messages().map(wordsIn).join()).toMatch(/^Something broke on my side\..*Reference `/);
  });

  it('ends in the words of a person’s problem where there is one', async () => {
    const bench = await startBench(({ seen }) => ({
      async *run() {
        yield said('one');
        await seen((words) => words === 'one');
        throw new UserError({ code: 'notOpml', name: 'notes.xml' });
      },
    }));
    await bench.robin.run({ name: 'count' }).reply();
    await bench.emulator.next('message.edited');
    expect(bench.robin.messages().map(wordsIn).join()).toContain('notes.xml is not a list of feeds (OPML).');
  });

  it('ends at its next step when the bot stops, and shows how far it came', async () => {
    const ended = Promise.withResolvers<string>();
    const bench = await startBench(({ seen }) => ({
      async *run() {
        try {
          yield said('one');
          await seen((words) => words === 'one');
          const stopped = bench.router.settled();
          yield said('two');
          yield said('three');
          await stopped;
        } finally {
          ended.resolve('given back');
        }
      },
    }));
    await bench.robin.run({ name: 'count' }).reply();
    expect(await ended.promise).toBe('given back');
    await bench.router.settled();
    expect(bench.robin.messages().map(wordsIn)).toEqual(['two']);
  });

  it('works on when its message is dismissed', async () => {
    const finished = Promise.withResolvers<string>();
    const bench = await startBench(({ seen }) => ({
      async *run() {
        yield said('one');
        await seen((words) => words === 'one');
        bench.emulator.faults.once({
          method: 'PATCH',
          route: '/webhooks/:id/:token/messages/:id',
          status: 404,
        });
        yield said('two');
        yield said('three');
        finished.resolve('all the work');
      },
    }));
    bench.robin.run({ name: 'count' });
    expect(await finished.promise).toBe('all the work');
  });
});

describe('a button', () => {
  const counting = (): Counting => ({
    run: async () => said('shown', more),
    inPlace: ['more'],
    press: async ({ verb, isPrivate, reader }) => said(`${verb} for ${who(reader)}, ${isPrivate}`, more),
  });

  it('changes the message it stands on where only the presser sees that', async () => {
    const { robin } = await startBench(counting);
    const first = await robin.run({ name: 'count' }).reply();
    const changed = await robin.press(first, 'More').reply();
    expect(changed.id).toBe(first.id);
    expect(robin.messages().map(wordsIn)).toEqual(['more for a member, true']);
  });

  it('answers with a private message where all see the one it stands on, and tells who may manage', async () => {
    const bench = await startBench(() => ({ ...counting(), visibility: () => 'public' }));
    const first = await bench.robin.run({ name: 'count' }).reply();
    const answer = await bench.avery.press(first, 'More').reply();
    expect(answer.id).not.toBe(first.id);
    expect(wordsIn(answer)).toBe('more for a manager, false');
    expect(bench.robin.messages().map(wordsIn)).toEqual(['shown']);
  });
});
