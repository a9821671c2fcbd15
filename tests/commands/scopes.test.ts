import { describe, expect, it } from 'vitest';
import { digest } from '../../commands/digest.ts';
import { feed } from '../../commands/feed.ts';
import { figures } from '../../commands/figures.ts';
import { latest } from '../../commands/latest.ts';
import { quotes } from '../../commands/quotes.ts';
import { search } from '../../commands/search.ts';
import { settings } from '../../commands/settings.ts';
import { summary } from '../../commands/summary.ts';
import type { Command } from '../../src/app.ts';
import type { CommandRequest, OptionValue } from '../../src/domain/command.ts';
import { UserError } from '../../src/domain/errors.ts';
import { ownScopeOf, type Reader } from '../../src/domain/scope.ts';
import { makeArticle } from '../../src/ingest/make-article.ts';
import { newDigest } from '../store/bench.ts';
import { answerTo, message } from './messages.ts';
import { createTestApp, morning, pressButton, repliesOf, request, type TestApp } from './test-app.ts';
import { feedOf, foundFeed, goodLook } from './test-feeds.ts';

/** Stands in all that is the owner's, and is never asked for by name. */
const mark = /zander/i;

/** What stands where, and how it can be asked for. */
interface Place {
  readonly app: TestApp;
  readonly reader: Reader;
  readonly articleId: string;
  readonly feedId: string;
}

type Ask = (place: Place) => Promise<unknown>;

/** A command's every word; a person's problem counts as what it was told with. */
const told =
  (command: Command, given: (place: Place) => Partial<CommandRequest>): Ask =>
  async (place) => {
    const { app, reader } = place;
    return await repliesOf(command, request(command.data.name, { reader, ...given(place) }), app);
  };

const pressed =
  (command: Command, customId: (place: Place) => string): Ask =>
  (place) =>
    pressButton(command, customId(place), place);

const completed =
  (command: Command, option: string, typed: string, subcommand?: string): Ask =>
  async ({ app, reader }) =>
    await command.complete?.(
      {
        name: command.data.name,
        option,
        typed,
        options: {},
        reader,
        ...(subcommand === undefined ? {} : { subcommand }),
      },
      app,
    );

const asked = (options: Record<string, OptionValue>) => () => ({ options });
const story = ({ articleId }: Place) => ({ options: { story: articleId } });

/** Every way to an article. */
const reading: Readonly<Record<string, Ask>> = {
  '/summary by id': told(summary, story),
  '/summary by words': told(summary, asked({ story: 'lamps of the quay' })),
  '/quotes by id': told(quotes, story),
  '/quotes of a speaker': told(quotes, asked({ speaker: 'Ina' })),
  '/figures by id': told(figures, story),
  '/figures about something': told(figures, asked({ about: 'quay lamps' })),
  '/latest': told(latest, asked({ count: 10 })),
  '/latest of a topic': told(latest, asked({ topic: 'lamps', count: 10 })),
  '/search': told(search, asked({ words: 'lamps of the quay' })),
  'a page of a search': pressed(search, () => 'search:page:0:x::::lamps of the quay'),
  'the sources of a search': completed(search, 'source', ''),
  'a message': ({ app, reader }) => answerTo(message('lamps of the quay', { reader }), app),
  'the option "story"': completed(summary, 'story', 'lamps'),
  'the option "story", nothing typed': completed(figures, 'story', ''),
  'the option "topic"': completed(latest, 'topic', ''),
  'the option "source"': completed(latest, 'source', ''),
  'the option "speaker"': completed(quotes, 'speaker', 'ina'),
  'the button "Open"': pressed(summary, ({ articleId }) => `summary:open:${articleId}`),
  'the button "Share"': pressed(summary, ({ articleId }) => `summary:share:${articleId}:short:`),
  'the button "All quotes"': pressed(quotes, ({ articleId }) => `quotes:all:${articleId}`),
  'the button "All figures"': pressed(figures, ({ articleId }) => `figures:all:${articleId}`),
};

const ofDigest = (subcommand: string) =>
  told(digest, () => ({ subcommand, options: { digest: 'digest-of-one' } }));

const ofFeed = (subcommand: string) =>
  told(feed, ({ feedId }) => ({ subcommand, options: { feed: feedId } }));

/** Every way to what a server has made its own; the last ones change it. */
const managing: Readonly<Record<string, Ask>> = {
  '/digest list': told(digest, () => ({ subcommand: 'list' })),
  '/digest preview': ofDigest('preview'),
  'the button "Preview"': pressed(digest, () => 'digest:preview:digest-of-one'),
  'the reasons of a digest that is to come': pressed(digest, () => `digest:why:digest-of-one:${morning + 1}`),
  '/digest run': ofDigest('run'),
  '/digest why': ofDigest('why'),
  'the button "Why these?"': pressed(digest, () => `digest:why:digest-of-one:${morning}`),
  '/digest edit': told(digest, () => ({
    subcommand: 'edit',
    options: { digest: 'digest-of-one', stories: 2 },
  })),
  '/digest pause': ofDigest('pause'),
  'the button "Pause" of an alert': pressed(digest, () => 'digest:pause:digest-of-one'),
  'the button "Check again" of an alert': pressed(digest, () => `digest:check:digest-of-one:${morning}`),
  '/digest resume': ofDigest('resume'),
  'a digest': ({ app, reader }) =>
    app.draftDigest({
      digest: newDigest({ guildId: reader.guildId ?? reader.personId, topics: [] }),
      slot: app.now,
      at: app.now,
      isAsked: false,
      reference: 'abcdef',
    }),
  'the topics of a digest': completed(digest, 'topics', '', 'add'),
  'the publishers of a digest': completed(digest, 'sources', '', 'add'),
  'the option "digest"': completed(digest, 'digest', '', 'run'),
  '/settings show': told(settings, () => ({ subcommand: 'show' })),
  '/feed list': told(feed, () => ({ subcommand: 'list' })),
  '/feed test': ofFeed('test'),
  'the option "feed"': completed(feed, 'feed', '', 'test'),
  'the button "Test" of an alert': pressed(feed, ({ feedId }) => `feed:test:${feedId}`),
  'another feed of a proposal': pressed(feed, () => 'feed:other:proposal:0'),
  'the button "Follow" of a proposal': pressed(feed, () => 'feed:follow:proposal'),
  '/feed mute': ofFeed('mute'),
  'the button "Mute"': pressed(feed, ({ feedId }) => `feed:mute:${feedId}`),
  '/feed remove': ofFeed('remove'),
  '/digest remove': ofDigest('remove'),
};

const text = `The zander lamps of the quay will be lit by hand from June, the council said.
The town has 14 quay lamps, and pays £1.2m a year for the zander lights of the harbour.
“The zander lamps have kept us safe for a century,” said Ina Zanderpoe, who leads the council.
Islanders have asked for the zander lamps since 2009, and nobody knows how the vote will end.
Two members said that the money should go to the school of the town instead.
The vote ends three years of argument in the town about who should pay for the lamps of the quay.`;

/** Gives a reader, or the guild they are in, something of everything. */
async function furnish(app: TestApp, owner: Reader): Promise<Pick<Place, 'articleId' | 'feedId'>> {
  const scope = ownScopeOf(owner);
  const article = makeArticle({
    raw: text,
    title: 'Zander lamps of the quay',
    source: 'zander.txt',
    topics: ['lamps', 'zander'],
    publishedAt: morning - 60_000,
    scope,
    storedAt: morning,
  });
  await app.articles.put(article);
  const { guildId } = owner;
  const found = foundFeed({
    title: 'Zander Times',
    address: 'https://zander.example/feed?key=1',
    scope: guildId === undefined ? 'public' : `guild:${guildId}`,
  });
  const stored = feedOf(found);
  if (guildId === undefined) return { articleId: article.id, feedId: stored.id };
  await app.feedStore.follow(stored, { guildId, feedId: stored.id, addedBy: '7', addedAt: 0, groups: [] });
  const other = foundFeed({ title: 'Zander Post', address: 'https://zander.example/other?key=1' });
  for (const each of [found, other]) app.feeds.web.set(each.address, goodLook(each));
  await app.proposedFeeds.set(
    `${guildId}:proposal`,
    goodLook(found, [{ title: other.title, address: other.address }]),
  );
  await app.digests.add(
    newDigest({ id: 'digest-of-one', guildId, name: 'Zander news', topics: [], nextRunAt: morning + 1 }),
  );
  await app.settings.set(guildId, { alertsChannelId: 'zander' });
  return { articleId: article.id, feedId: stored.id };
}

/** What of all that is asked shows something of the owner's. */
async function shown(asks: Readonly<Record<string, Ask>>, place: Place): Promise<readonly string[]> {
  const telling: string[] = [];
  for (const [name, ask] of Object.entries(asks)) {
    const { length } = place.app.posted;
    const answer = await ask(place).catch((error: unknown) => {
      if (error instanceof UserError) return error.problem;
      throw error;
    });
    if (mark.test(JSON.stringify([answer, place.app.posted.slice(length)]))) telling.push(name);
  }
  return telling;
}

const member = { personId: '7', guildId: '1', mayManage: true };
const everything = { ...reading, ...managing };

describe('what a server has', () => {
  it.each<[string, Reader]>([
    ['another server', { personId: '8', guildId: '2', mayManage: true }],
    ['another server with a member of both', { ...member, guildId: '2' }],
    ['a direct message of a member', { personId: '7' }],
    ['a direct message of somebody', { personId: '8' }],
  ])('is not shown in %s, whatever is asked', async (_, reader) => {
    const app = await createTestApp();
    const kept = await furnish(app, member);
    expect(await shown(everything, { app, reader, ...kept })).toEqual([]);
    // Nor is it changed from there.
    expect(await app.feeds.list('1')).toHaveLength(1);
    expect((await app.feeds.list('1'))[0]?.subscription.mutedAt).toBeUndefined();
    expect(await app.digests.list('1')).toMatchObject([{ stories: 5 }]);
    expect((await app.digests.list('1'))[0]?.pause).toBeUndefined();
    expect(await app.proposedFeeds.get('1:proposal')).toBeDefined();
  });

  it('is shown there, by everything that is asked', async () => {
    const app = await createTestApp();
    const kept = await furnish(app, member);
    expect(await shown(everything, { app, reader: member, ...kept })).toEqual(Object.keys(everything));
  });
});

describe('what a person has', () => {
  it.each<[string, Reader]>([
    ['a server they are in', member],
    ['a direct message of another person', { personId: '8' }],
  ])('is not shown in %s, whatever is asked', async (_, reader) => {
    const app = await createTestApp();
    const kept = await furnish(app, { personId: '7' });
    expect(await shown(everything, { app, reader, ...kept })).toEqual([]);
  });

  it('is shown in their direct messages, by everything that is asked', async () => {
    const app = await createTestApp();
    const kept = await furnish(app, { personId: '7' });
    expect(await shown(reading, { app, reader: { personId: '7' }, ...kept })).toEqual(Object.keys(reading));
  });
});
