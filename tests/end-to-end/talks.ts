import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { PersonHere } from '../../emulator/people/person.ts';
import type { Emulator } from '../../emulator/start.ts';
import { type Message, messageFlag } from '../../emulator/world.ts';
import { paragraphs } from '../ingest/page/pages.ts';
import type { Bot } from './bot.ts';
import { quotedIn, wordsIn } from './words-in.ts';

/** A bot that runs already, and two people who write to it. */
export interface TalkPlace {
  readonly emulator: Emulator;
  readonly bot: Bot;
  /** Where every page is the article of `paragraphs`; one below /late comes once `releasePage` is called. */
  readonly site: string;
  readonly releasePage: () => void;
  readonly robin: PersonHere;
  readonly robinAlone: PersonHere;
  readonly avery: PersonHere;
  /** Who has had no answer yet. */
  readonly averyAlone: PersonHere;
  readonly storePath: string;
}

const isPrivate = ({ flags }: Message): boolean => (flags & messageFlag.ephemeral) !== 0;

const samples = new URL('../../data/articles/', import.meta.url);

export function talkTests(place: () => TalkPlace): void {
  describe('over the wire, a talk in direct messages', () => {
    const ask = async (words: string) => await place().averyAlone.say(words).reply();

    it('begins with a link: the bot types while it reads, and says once what else can be asked', async () => {
      const { emulator, averyAlone, site, releasePage } = place();
      const { message, reply } = averyAlone.say(`${site}/late/sula`);
      expect((await emulator.next('typing')).channelId).toBe(message.channelId);
      releasePage();
      const answer = await reply();
      expect(wordsIn(answer)).toContain('Night ferry to Sula will stop');
      expect(wordsIn(answer)).toMatch(/\n-# Ask on: `and who said that\?`\n-# Or of another story: `.*`$/);
    });

    it('goes on about that page: the sentences that answer, word for word, with their source', async () => {
      const { site } = place();
      const residents = await ask('how many residents had signed the petition?');
      expect(quotedIn(residents)).toEqual([paragraphs[2]]);
      expect(wordsIn(residents)).toMatch(/^> .*\*\*\d+\*\*/m);
      expect(wordsIn(residents)).toContain(`](<${site}/`);
      expect(wordsIn(residents)).not.toContain('Ask on:');
      const baker = await ask('and who runs the bakery?');
      expect(quotedIn(baker)).toEqual([paragraphs[3]]);
      expect(wordsIn(baker)).toContain('— **Tam Reddick**');
    });

    it('says that no article says it, how many were searched, and which headlines are near', async () => {
      const answer = await ask('how many zebras live in Zanzibar?');
      expect(wordsIn(answer)).toMatch(/^Nothing in \d+ stored articles says this\..*\n.*Zanzibar/);
      expect(quotedIn(answer)).toEqual([]);
      const opened = await place().averyAlone.press(answer, 'Open').reply();
      expect(wordsIn(opened)).toMatch(/^### \[/);
    });

    it('changes its story, and keeps to the new one', async () => {
      expect(wordsIn(await ask('new story'))).toMatch(/^Another story, then\./);
      const library = await readFile(new URL('thornwick-library-vote.txt', samples), 'utf8');
      for (const [question, told] of [
        ['how many computers will the new library have?', '36 computers'],
        ['and when will it open?', 'autumn of 2029'],
      ] as const) {
        const answer = await ask(question);
        const lines = quotedIn(answer);
        expect(lines.join()).toContain(told);
        expect(lines.filter((line) => !library.replaceAll('\n', ' ').includes(line))).toEqual([]);
        expect(wordsIn(answer)).toContain('](<https://thornwick-echo.example/news/council/library-vote');
      }
    });

    it('ends with "stop": the next question has no story', async () => {
      expect(wordsIn(await ask('Stop.'))).toMatch(/^Stopped: .*You follow nothing of your own/);
      expect(quotedIn(await ask('and who said that?'))).toEqual([]);
    });
  });

  describe('over the wire, a talk in a server', () => {
    const mention = (words: string) => `<@${place().emulator.world.bot.id}> ${words}`;

    it('is public, goes on by a reply without the bot’s name, and is that person’s own', async () => {
      const { robin, avery } = place();
      const first = await robin.say(mention('how many residents had signed the petition?')).reply();
      expect(quotedIn(first)).toEqual([paragraphs[2]]);
      expect(isPrivate(first)).toBe(false);
      expect(avery.messages().map(({ id }) => id)).toContain(first.id);
      const next = await robin.say({ content: 'and who runs the bakery?', replyTo: first }).reply();
      expect(quotedIn(next)).toEqual([paragraphs[3]]);
      const other = await avery.say(mention('and who said that?')).reply();
      expect(quotedIn(other)).toEqual([]);
      const theirs = await avery.say({ content: 'and who runs the bakery?', replyTo: first }).reply();
      expect(quotedIn(theirs)).toEqual([paragraphs[3]]);
    });

    it('has buttons that bring what they bring to the presser alone', async () => {
      const { robin, avery } = place();
      const answer = await robin.say(mention('how many residents had signed the petition?')).reply();
      for (const person of [avery, robin]) {
        const brought = await person.press(answer, 'Summary').reply();
        expect(wordsIn(brought)).toContain('Night ferry to Sula will stop');
        expect(isPrivate(brought)).toBe(true);
      }
    });

    it('knows nothing of what was given in direct messages', async () => {
      const { robin, robinAlone } = place();
      const words =
        'A blue heron has moved into the clock tower of Elmsby.\nIt arrived on Sunday, the verger said.\nVisitors may climb the tower on Fridays.\nThe parish has asked people to keep quiet on the stairs while the bird is nesting there.';
      await robinAlone.say({ files: [{ filename: 'heron.txt', bytes: Buffer.from(words) }] }).reply();
      const question = 'when may visitors climb the clock tower?';
      expect(quotedIn(await robinAlone.say(question).reply()).join()).toContain('on Fridays');
      expect(wordsIn(await robin.say(mention(question)).reply())).not.toContain('Fridays');
    });

    it('changes its story and ends as in direct messages', async () => {
      const { robin } = place();
      const ask = async (words: string) => await robin.say(mention(words)).reply();
      expect(wordsIn(await ask('something else'))).toMatch(/^Another story, then\./);
      expect(quotedIn(await ask('how many computers will the new library have?')).join()).toContain(
        '36 computers',
      );
      expect(quotedIn(await ask('and when will it open?')).join()).toContain('autumn of 2029');
      expect(wordsIn(await ask('stop'))).toMatch(/^Stopped: /);
      expect(quotedIn(await ask('and who said that?'))).toEqual([]);
    });
  });

  describe('over the wire, what people ask', () => {
    it('is found neither in the log nor in the store, though Discord refuses the answer', async () => {
      const { emulator, bot, robin, robinAlone, storePath } = place();
      emulator.faults.once({ method: 'POST', route: '/channels/:channelId/messages', status: 400 });
      robin.say(`<@${emulator.world.bot.id}> are there quaggas in Zanzibar?`);
      await bot.logged('asker.unanswered');
      await robinAlone.say('are there quaggas in Zanzibar?').reply();
      const stored = await Promise.all(
        [storePath, `${storePath}-wal`].map(async (path) => (await readFile(path)).toString('latin1')),
      );
      expect(stored.join('')).toContain('Thornwick');
      expect(bot.output()).toContain('"event":"message.answered"');
      for (const kept of [bot.output(), ...stored]) expect(/zanzibar|quagga|zebra/i.test(kept)).toBe(false);
    });

    it('leaves nothing behind where the person wants to be forgotten', async () => {
      const { robinAlone } = place();
      expect(wordsIn(await robinAlone.say('forget me').reply())).toMatch(
        /^Deleted: \d+ texts? that you gave me/,
      );
      expect(quotedIn(await robinAlone.say('what of the heron of Elmsby?').reply())).toEqual([]);
    });
  });
}
