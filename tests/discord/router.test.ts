import { Events } from 'discord.js';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { PersonHere } from '../../emulator/people/person.ts';
import { type Emulator, startEmulator } from '../../emulator/start.ts';
import { messageFlag } from '../../emulator/world.ts';
import type { Command, MessageAnswer } from '../../src/app.ts';
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
  readonly robinAlone: PersonHere;
  close(): Promise<void>;
}

interface Counting extends Partial<Command> {
  readonly run: Command['run'];
  readonly answerMessage?: MessageAnswer;
}

/** A real client of discord.js with the router, and one command in the menu. */
async function startBench(counting: (bench: Pick<Bench, 'seen'>) => Counting): Promise<Bench> {
  const app = await createTestApp({ samples: false });
  const emulator = await startEmulator();
  const watched = watchWords(emulator);
  const { answerMessage = async () => said('hello'), ...given } = counting(watched);
  const count: Command = {
    data: { name: 'count', description: 'Counts slowly' },
    acknowledge: 'defer',
    visibility: () => 'private',
    ...given,
  };
  const client = createClient({ apiUrl: emulator.url, pace: testPace() });
  const router = createRouter({
    app,
    commands: [count],
    answerMessage,
    typingMs: 1,
    keepLaw: async (reply) => ({ ...reply, blocks: reply.blocks.filter(({ kind }) => kind !== 'quotation') }),
    pace: noGap,
  });
  client.on(Events.InteractionCreate, (interaction) => void router.onInteraction(interaction));
  client.on(Events.MessageCreate, (message) => void router.onMessage(message));
  const ready = await connect(client, emulator.token);
  await registerCommands(ready.rest, ready.application.id, [count.data], undefined, app.log);
  const { member, admin, channels } = emulator.first;
  const bench = {
    ...watched,
    emulator,
    router,
    robin: emulator.person(member).in(channels.general),
    avery: emulator.person(admin).in(channels.general),
    robinAlone: emulator.person(member).inDm(),
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

  it('changes its message in a direct message too, where nobody else sees it', async () => {
    const { robinAlone } = await startBench(() => ({
      ...counting(),
      answerMessage: async () => said('an answer', more),
    }));
    const answer = await robinAlone.say('hello').reply();
    const changed = await robinAlone.press(answer, 'More').reply();
    expect(changed.id).toBe(answer.id);
    expect(wordsIn(changed)).toBe('more for a member, true');
  });

  it('on an answer to a mention shows what it brings to the presser alone, whoever asked', async () => {
    const bench = await startBench(() => ({
      ...counting(),
      answerMessage: async () => said('an answer', more),
    }));
    const answer = await bench.robin.say(`<@${bench.emulator.world.bot.id}> hello`).reply();
    for (const person of [bench.avery, bench.robin]) {
      const brought = await person.press(answer, 'More').reply();
      expect(brought.flags & messageFlag.ephemeral).not.toBe(0);
    }
    expect(bench.robin.messages().map(wordsIn)).toEqual(['', 'an answer', 'more for a member, false']);
  });
});

describe('a message', () => {
  /** Waits for so many signs that somebody types. */
  const typings = (emulator: Emulator, count: number) => {
    const { promise, resolve } = Promise.withResolvers<void>();
    let left = count;
    emulator.world.observe(({ type }) => {
      if (type === 'typing') left -= 1;
      if (left === 0) resolve();
    });
    return promise;
  };

  it('shows that an answer is worked on, again and again until it is there', async () => {
    const working = Promise.withResolvers<void>();
    const bench = await startBench(() => ({
      run: async () => said('shown'),
      async answerMessage(_request, _app, isWorking) {
        isWorking();
        isWorking();
        await working.promise;
        return said('worked out');
      },
    }));
    const seen = typings(bench.emulator, 3);
    const { reply } = bench.robinAlone.say('a hard question');
    await seen;
    expect(bench.robinAlone.messages()).toHaveLength(1);
    working.resolve();
    expect(wordsIn(await reply())).toBe('worked out');
  });

  it('is answered though Discord refuses to show that', async () => {
    const bench = await startBench(() => ({
      run: async () => said('shown'),
      async answerMessage(_request, _app, isWorking) {
        isWorking();
        await refused;
        return said('worked out');
      },
    }));
    const { faults } = bench.emulator;
    faults.once({ method: 'POST', route: '/channels/:id/typing', status: 403 });
    const refused = bench.emulator.next('request');
    expect(wordsIn(await bench.robinAlone.say('a hard question').reply())).toBe('worked out');
    expect(faults.struck({ status: 403 })).toBe(1);
  });

  it('in a server is heard where it names the bot, or answers one of the bot’s with the mention left on', async () => {
    const heard: unknown[] = [];
    const bench = await startBench(() => ({
      run: async () => said('shown'),
      async answerMessage({ text, isOnlyReply }) {
        heard.push([text, isOnlyReply]);
        return isOnlyReply === true && text === 'wow' ? undefined : said(`so you say ${text}`);
      },
    }));
    const { robin, emulator } = bench;
    robin.say('nobody is meant');
    const first = await robin.say(`hello <@${emulator.world.bot.id}>`).reply();
    robin.say({ content: 'wow', replyTo: first });
    expect(wordsIn(await robin.say({ content: 'who?', replyTo: first }).reply())).toBe('so you say who?');
    expect(heard).toEqual([
      ['hello', undefined],
      ['wow', true],
      ['who?', true],
    ]);
    expect(robin.messages()).toHaveLength(6);
  });

  it('is answered after the ones that the same person wrote before, and others need not wait', async () => {
    const link = Promise.withResolvers<void>();
    const bench = await startBench(() => ({
      run: async () => said('shown'),
      async answerMessage({ text }) {
        if (text === 'a link') await link.promise;
        if (text === 'a fault') throw new Error('the wheel came off');
        return said(`heard ${text}`);
      },
    }));
    const alex = bench.emulator.person(bench.emulator.first.admin).inDm();
    const first = bench.robinAlone.say('a link');
    bench.robinAlone.say('a fault');
    const third = bench.robinAlone.say('a question');
    expect(wordsIn(await alex.say('hello').reply())).toBe('heard hello');
    expect(bench.robinAlone.messages()).toHaveLength(3);
    link.resolve();
    await third.reply();
    const answers = bench.robinAlone.messages().slice(3).map(wordsIn);
    expect(answers).toEqual(['heard a link', expect.stringMatching(/^Something broke/), 'heard a question']);
    expect((await first.reply()).replyTo).toBe(first.message.id);
  });
});
