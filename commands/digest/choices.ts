import type { App } from '../../src/app.ts';
import { parseDays, parseZone } from '../../src/digest/schedule/parse-schedule.ts';
import { parseTimes, timesProblem } from '../../src/digest/schedule/parse-times.ts';
import { parseWords } from '../../src/digest/selection/parse-words.ts';
import type { CommandRequest, OptionValue } from '../../src/domain/command.ts';
import type { Digest } from '../../src/domain/digest.ts';
import { UserError } from '../../src/domain/errors.ts';
import { scopesOf } from '../../src/domain/scope.ts';
import { cut } from '../../src/render/cut.ts';
import { knownSource, knownTopic, listedNames } from '../known-names.ts';
import { textOption } from '../story-option.ts';
import { longestName } from './name.ts';

/** What a person chooses of a digest besides its channel. */
type Choices = Omit<
  Digest,
  'id' | 'guildId' | 'channelId' | 'createdBy' | 'createdAt' | 'nextRunAt' | 'pause'
>;

type Options = Readonly<Record<string, OptionValue>>;

/** So much of what was written is said again. */
const longestSaid = 100;

const said = (written: string): string => cut(written, longestSaid);

function timesOf(written: string): readonly string[] {
  const times = parseTimes(written);
  if (times !== undefined) return times;
  throw new UserError({ code: 'badTime', asked: said(written), why: timesProblem(written) ?? 'unknown' });
}

function zoneOf(written: string): string {
  const zone = parseZone(written);
  if (zone === undefined) throw new UserError({ code: 'badZone', asked: said(written) });
  return zone;
}

function daysOf(written: string): readonly number[] {
  const days = parseDays(written);
  if (days === undefined) throw new UserError({ code: 'badDays', asked: said(written) });
  return days;
}

function wordsOf(written: string): Pick<Digest, 'words' | 'exceptWords'> {
  const words = parseWords(written);
  if ('problem' in words)
    throw new UserError({ code: 'badWords', asked: said(written), problem: words.problem });
  return words;
}

/** "none" or "any" in place of a list: everything is wanted. */
const isAny = (written: string): boolean => /^(?:none|any|all)$/i.test(written);

/** A text option, read where it is there; what `read` gives is what changes. */
function given<T extends object>(
  options: Options,
  name: string,
  read: (written: string) => T,
): T | Record<never, never> {
  const written = textOption(options, name);
  return written === undefined ? {} : read(written);
}

function scheduleOf(options: Options): Partial<Choices> {
  return {
    ...given(options, 'time', (written) => ({ times: timesOf(written) })),
    ...given(options, 'timezone', (written) => ({ timezone: zoneOf(written) })),
    ...given(options, 'days', (written) => ({ days: daysOf(written) })),
  };
}

/** A publisher or topic that no article has would make a digest that is always empty: it is refused. */
async function contentOf({ options, reader }: CommandRequest, app: App): Promise<Partial<Choices>> {
  const scopes = scopesOf(reader);
  const [topics, sources] = await Promise.all([
    options.topics === undefined ? [] : app.articles.topics(scopes),
    options.sources === undefined ? [] : app.articles.sources(scopes),
  ]);
  return {
    ...given(options, 'topics', (written) => ({
      topics: isAny(written) ? [] : listedNames(written, topics, knownTopic),
    })),
    ...given(options, 'sources', (written) => ({
      sources: isAny(written) ? [] : listedNames(written, sources, knownSource),
    })),
    ...given(options, 'words', (written) =>
      isAny(written) ? { words: [], exceptWords: [] } : wordsOf(written),
    ),
    ...(typeof options.stories === 'number' && { stories: options.stories }),
  };
}

const styles = ['cards', 'lines', 'threads'] as const;

function formOf(options: Options, guildId: string): Partial<Choices> {
  const style = styles.find((known) => known === options.style);
  const mentionRoleId = textOption(options, 'mention');
  if (mentionRoleId === guildId) throw new UserError({ code: 'everyoneRole' });
  const name = cut(textOption(options, 'name') ?? '', longestName);
  return {
    ...(style !== undefined && { style }),
    ...(mentionRoleId !== undefined && { mentionRoleId }),
    ...(typeof options.publish === 'boolean' && { publish: options.publish }),
    ...(typeof options.chart === 'boolean' && { chart: options.chart }),
    ...(typeof options['skip-empty'] === 'boolean' && { skipEmpty: options['skip-empty'] }),
    ...(name !== '' && { name }),
  };
}

/** What the options of `/digest add` and `edit` say; what they leave out is not there. */
export async function choicesOf(
  request: CommandRequest,
  guildId: string,
  app: App,
): Promise<Partial<Choices>> {
  return {
    ...scheduleOf(request.options),
    ...(await contentOf(request, app)),
    ...formOf(request.options, guildId),
  };
}
