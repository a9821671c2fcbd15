import './check-node.mjs';
import './keep-compiled.mjs';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { inspect } from 'node:util';
import { Events } from 'discord.js';
import { createDigestComposer } from '../commands/digest/compose-digest.ts';
import { answerMessage } from '../commands/direct-message.ts';
import { commands } from '../commands/index.ts';
import { createMemory } from './answer/remember.ts';
import type { App } from './app.ts';
import { createFinder } from './brief/findings.ts';
import { keepLaw } from './brief/keep-law.ts';
import { startNoting, withSpeakers } from './brief/note-speakers.ts';
import { type Config, isFirstProcess, readConfig } from './config.ts';
import { createDeliverer } from './digest/delivery/deliver.ts';
import { createDrafts } from './digest/draft.ts';
import { startHeartbeat } from './digest/heartbeat.ts';
import { createDigestAlerts } from './digest/trouble/alerts.ts';
import { createMender } from './digest/trouble/mend-digests.ts';
import { createFileFetcher } from './discord/attachments.ts';
import { hearChannelNews } from './discord/channel-news.ts';
import { connect, createClient } from './discord/client.ts';
import { createDepartures } from './discord/departures.ts';
import { readMembership } from './discord/memberships.ts';
import { ownShareOf } from './discord/own-share.ts';
import { createPace } from './discord/pace.ts';
import { createPostRest } from './discord/post-rest.ts';
import { createPoster } from './discord/poster.ts';
import { registerCommands } from './discord/register.ts';
import { createRouter } from './discord/router.ts';
import { createAllowance } from './domain/allowance.ts';
import { ConfigError } from './domain/errors.ts';
import type { Reply } from './domain/reply.ts';
import type { Scope } from './domain/scope.ts';
import { systemReason } from './domain/system-reason.ts';
import { commonFeedPaths } from './ingest/feed/named-feeds.ts';
import { openWeb } from './ingest/fetch/web.ts';
import { createFeeds } from './ingest/follow/create-feeds.ts';
import { readPacks } from './ingest/follow/packs.ts';
import { loadSamples } from './ingest/load-samples.ts';
import { createEntryIntake } from './ingest/poll/entry-intake.ts';
import { createFollowerAlerts } from './ingest/poll/follower-alerts.ts';
import { createPoller } from './ingest/poll/poller.ts';
import { createReadingPool } from './ingest/reading/reading-pool.ts';
import { createFileIntake } from './ingest/take-in-file.ts';
import { createLinkIntake } from './ingest/take-in-link.ts';
import { startHealth } from './observe/health.ts';
import { createLog } from './observe/log.ts';
import { createMetrics } from './observe/metrics.ts';
import { createChartPainter } from './render/chart/painter.ts';
import { digestAlertReply } from './render/digest/alert.ts';
import { withLateness } from './render/digest/late-line.ts';
import { feedAlertReply } from './render/feed/alert.ts';
import { guildSettings, proposedFeeds, toldAlerts, untoldAlerts } from './store/guild-state.ts';
import { openStore } from './store/open-store.ts';
import { acquainted, conversations } from './store/person-state.ts';
import { keepStories, type StoryKeeper } from './story/keep-stories.ts';
import { withArrivals } from './story/with-arrivals.ts';
import { withTopics } from './story/with-topics.ts';

/** EX_CONFIG of sysexits.h: starting again changes nothing before someone changes the configuration. */
const configurationStatus = 78;

/** Findings are remembered of so much text: some hundred articles, some ten megabytes. */
const rememberedCharacters = 1_000_000;

/** What a person may have of each within ten minutes. */
const allowance = { links: 10, files: 20, questions: 20, windowMs: 10 * 60_000 };

const minuteMs = 60_000;

/** Who asks for a digest while thousands are due is told so much later that it is on its way. */
const patienceMs = 10_000;

/** What `run` starts; `stop` lets what is being answered be answered, and gives everything back. */
interface Running {
  stop(): Promise<void>;
}

/** Starts the bot: store, client, commands, heartbeat. Answers when Discord has its commands. */
async function run(config: Config): Promise<Running> {
  const clock = { now: Date.now };
  const log = createLog(config.LOG_LEVEL);
  const metrics = createMetrics();
  metrics.count('law.dropped', 0);
  const claimant = randomUUID();
  const retention = { days: config.RETENTION_DAYS, articles: config.RETENTION_ARTICLES };
  const store = await openStore(config.STORE_URL, clock, { retention });
  const { digests, speakers, stories } = store;
  let keeper: StoryKeeper | undefined;
  const noted = withSpeakers(store.articles, speakers);
  const articles = withTopics(withArrivals(noted, () => keeper?.wake()));
  const lock = store.takeBotLock();
  if (lock === undefined) {
    await store.close();
    throw new ConfigError([
      `another bot runs on ${config.STORE_URL}: stop it, or give this one a STORE_URL of its own`,
    ]);
  }

  if ((await articles.count(['public'])) === 0) {
    const count = await loadSamples(new URL('../data/articles/', import.meta.url), articles, clock);
    log.info('samples.loaded', { count });
  }

  const pace = createPace({
    turns: store.requestTurns,
    ownShare: ownShareOf(config.SHARD_RANGE),
    log,
    now: clock.now,
  });
  const wire = { apiUrl: config.DISCORD_API_URL, pace };
  const client = createClient({ ...wire, shards: config.SHARD_RANGE });
  const lawful = (reply: Reply, scopes: readonly Scope[]) =>
    keepLaw(reply, scopes, { articles, log, metrics });
  const rest = createPostRest({ ...wire, token: config.DISCORD_TOKEN });
  const poster = createPoster({ client, rest, keepLaw: lawful });
  const find = createFinder(rememberedCharacters);
  const painter = createChartPainter(log);
  const web = openWeb({ allowed: config.FETCH_ALLOW, contact: config.FETCH_CONTACT, now: clock.now });
  const pool = createReadingPool();
  const incoming = { ...web, ...pool, articles, clock, log, random: Math.random };
  const takeLink = createAllowance(allowance.links, allowance.windowMs, clock.now);
  const fetchFile = createFileFetcher(config.DISCORD_API_URL);
  const settings = guildSettings(store);
  const isFirst = isFirstProcess(config);
  const entries = createEntryIntake({ ...incoming, feeds: store.feeds });
  const poller = createPoller({
    ...incoming,
    feeds: store.feeds,
    limits: {
      shortestMs: config.FEED_POLL_MINUTES.shortest * minuteMs,
      longestMs: config.FEED_POLL_MINUTES.longest * minuteMs,
    },
    tell: createFollowerAlerts({
      feeds: store.feeds,
      settings,
      told: toldAlerts(store),
      post: (place, alert, nonce) => poster.post({ ...place, reply: feedAlertReply(alert), nonce }),
      log,
    }),
    onNews: entries.tick,
  });
  const feeds = createFeeds({
    ...incoming,
    store: store.feeds,
    takeLink,
    fetchFile,
    // In other processes the new feed waits for the next minute of the one that asks.
    pollNow: isFirst ? poller.pollNow : async () => undefined,
    commonFeedPaths,
    packs: await readPacks(new URL('../data/packs/', import.meta.url)),
  });

  const draftDigest = createDrafts({
    stores: { articles, stories, digests, feeds: store.feeds, find },
    compose: createDigestComposer({ find, drawChart: painter.draw }),
  });
  const untold = untoldAlerts(store);
  const alerts = createDigestAlerts({
    digests,
    settings,
    untold,
    post: ({ alert, reference, ...place }) =>
      poster.post({ ...place, reply: digestAlertReply(alert, reference) }),
    find: poster.find,
    clock,
    log,
  });
  const mender = createMender({ digests, poster, tellOf: alerts.tellOf, clock, log });
  const deliverer = createDeliverer({
    digests,
    poster,
    clock,
    log,
    metrics,
    claimant,
    draft: draftDigest,
    dated: withLateness,
    tell: alerts.tell,
  });
  const app: App = {
    articles,
    speakers,
    stories,
    digests,
    feeds,
    proposedFeeds: proposedFeeds(store),
    settings,
    untoldAlerts: untold,
    poster,
    conversations: conversations(store),
    ...createMemory(clock.now, store),
    takeQuestion: createAllowance(allowance.questions, allowance.windowMs, clock.now),
    acquainted: acquainted(store),
    clock,
    log,
    find,
    drawChart: painter.draw,
    takeIn: createFileIntake({
      ...incoming,
      fetchFile,
      takeFile: createAllowance(allowance.files, allowance.windowMs, clock.now),
    }),
    takeInLink: createLinkIntake({ ...incoming, takeLink }),
    draftDigest,
    deliverNow: () => Promise.race([deliverer.tick(), sleep(patienceMs, undefined, { ref: false })]),
  };
  const router = createRouter({ app, commands, answerMessage, keepLaw: lawful });
  client.on(Events.InteractionCreate, (interaction) => void router.onInteraction(interaction));
  client.on(Events.MessageCreate, (message) => void router.onMessage(message));
  const departures = createDepartures({ guilds: store.guilds, forgetGuild: store.forgetGuild, clock, log });
  client.on(Events.Raw, (packet: unknown) => {
    const news = readMembership(packet);
    if (news !== undefined) void departures.hear(news);
  });
  hearChannelNews(client, mender);
  client.on(Events.Error, (error) => log.error('discord.error', {}, error));

  const health =
    config.HTTP_PORT === undefined
      ? undefined
      : await startHealth(config.HTTP_PORT, { isReady: () => client.isReady(), metrics: metrics.text });
  const { application, guilds } = await connect(client, config.DISCORD_TOKEN);
  const menu = commands.map(({ data }) => data);
  await registerCommands(client.rest, application.id, menu, config.DISCORD_GUILD_ID, log);
  await departures.heard(); // no digest of a guild that is left
  const heartbeat = startHeartbeat(async () => {
    // Many digests take more than a minute, in which others become due.
    deliverer.tick().catch((error: unknown) => log.error('digest.tick-failed', {}, error));
    const pruned = await articles.prune(clock.now());
    if (pruned.expired + pruned.old + pruned.excess > 0) log.info('articles.pruned', { ...pruned });
    if (isFirst) await poller.tick();
    entries.tick();
    keeper?.wake(); // other processes store articles too
    if (isFirst) void departures.tick();
  }, log);
  const noting = startNoting(speakers, log);
  if (isFirst) keeper = keepStories({ stories: store.stories, clock, log });
  log.info('bot.ready', { guilds: guilds.cache.size });

  return {
    async stop() {
      await heartbeat.stop();
      await deliverer.stop();
      await noting.stop();
      await keeper?.stop();
      client.removeAllListeners();
      await poller.stop();
      const taken = entries.stop();
      await router.settled();
      await client.destroy();
      await mender.stop();
      await departures.stop();
      await painter.close();
      await web.close(); // what is being fetched ends here
      await taken;
      pool.close();
      await health?.close();
      await store.close();
      lock.release();
      log.info('bot.stopped');
    },
  };
}

/** Says why there is no bot, and with which status it ends: mistakes of configuration a line each. */
function explain(error: unknown): never {
  if (!(error instanceof ConfigError)) {
    process.stderr.write(`the bot could not start: ${systemReason(error) ?? inspect(error)}\n`);
    process.exit(1);
  }
  for (const mistake of error.mistakes) process.stderr.write(`${mistake}\n`);
  process.exit(configurationStatus);
}

async function main(): Promise<void> {
  const config = readConfig(process.env, (path) => readFileSync(path, 'utf8'));
  const starting = run(config);
  let isStopping = false;
  const stop = () => {
    if (isStopping) return;
    isStopping = true;
    starting
      .then((bot) => bot.stop())
      .catch((error: unknown) => {
        process.stderr.write(`could not stop cleanly: ${String(error)}\n`);
        process.exitCode = 1;
      });
  };
  // Who stops it while it starts waits until it has started.
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  await starting;
}

await main().catch(explain);
