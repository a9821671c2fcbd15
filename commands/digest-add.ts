import { randomBytes } from 'node:crypto';
import type { App } from '../src/app.ts';
import { nextRun } from '../src/digest/next-run.ts';
import { parseDays, parseTime, parseZone } from '../src/digest/parse-schedule.ts';
import type { CommandRequest, OptionValue } from '../src/domain/command.ts';
import type { Digest } from '../src/domain/digest.ts';
import { UserError } from '../src/domain/errors.ts';
import type { Reply } from '../src/domain/reply.ts';
import { scopesOf } from '../src/domain/scope.ts';
import { text, time } from '../src/render/pieces.ts';
import { scheduleWords } from '../src/render/render-digest.ts';
import { knownTopic } from './known-names.ts';
import { postableChannel } from './postable-channel.ts';
import { textOption } from './story-option.ts';

const usualStories = 5;

/** `/digest add`: checks the channel's rights, the time and the zone before anything is stored. */
export async function addDigest(request: CommandRequest, guildId: string, app: App): Promise<Reply> {
  const chosen = request.channels.channel;
  if (chosen === undefined) throw new Error('Discord sent /digest add without its required channel');
  const channel = postableChannel(chosen);
  const schedule = scheduleOf(request.options);
  const topics = await topicsOf(request, app);
  const now = app.clock.now();
  const digest: Digest = {
    id: randomBytes(16).toString('base64url'),
    guildId,
    channelId: channel.id,
    name: topics.length === 0 ? 'News' : `News: ${topics.join(', ')}`,
    ...schedule,
    topics,
    stories: typeof request.options.stories === 'number' ? request.options.stories : usualStories,
    style: request.options.style === 'lines' ? 'lines' : 'cards',
    skipEmpty: request.options['skip-empty'] !== false,
    createdBy: request.reader.personId,
    createdAt: now,
    nextRunAt: nextRun(schedule, now),
  };
  await app.digests.add(digest);
  app.log.info('digest.added', { digestId: digest.id, guildId });
  return {
    blocks: [
      text('Digest in ', { kind: 'channel', id: channel.id }, `: ${scheduleWords(digest)}.`),
      text('First one ', time(digest.nextRunAt, 'F'), ' (', time(digest.nextRunAt, 'R'), ').'),
      ...(request.options.timezone === undefined
        ? [text('The time is in UTC; name a timezone to change that.')]
        : []),
    ],
  };
}

function scheduleOf(
  options: Readonly<Record<string, OptionValue>>,
): Pick<Digest, 'time' | 'days' | 'timezone'> {
  const asked = {
    time: textOption(options, 'time') ?? '',
    days: textOption(options, 'days') ?? 'daily',
    zone: textOption(options, 'timezone') ?? 'UTC',
  };
  const at = parseTime(asked.time);
  if (at === undefined) throw new UserError({ code: 'badTime', asked: asked.time });
  const timezone = parseZone(asked.zone);
  if (timezone === undefined) throw new UserError({ code: 'badZone', asked: asked.zone });
  const days = parseDays(asked.days);
  if (days === undefined) throw new UserError({ code: 'badDays', asked: asked.days });
  return { time: at, days, timezone };
}

/** The stored topics that were asked for; one that no article has would make a digest that is always empty. */
async function topicsOf({ options, reader }: CommandRequest, app: App): Promise<readonly string[]> {
  const asked = (textOption(options, 'topics') ?? '')
    .split(',')
    .map((topic) => topic.trim())
    .filter((topic) => topic !== '');
  if (asked.length === 0) return [];
  const known = await app.articles.topics(scopesOf(reader));
  return [...new Set(asked)].map((topic) => knownTopic(known, topic));
}
