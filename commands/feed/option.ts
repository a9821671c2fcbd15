import { type APIApplicationCommandBasicOption, ApplicationCommandOptionType } from 'discord-api-types/v10';
import type { App } from '../../src/app.ts';
import type { Choice, CompletionRequest } from '../../src/domain/command.ts';
import { UserError } from '../../src/domain/errors.ts';
import type { FollowedFeed } from '../../src/domain/feed.ts';
import { cut } from '../../src/render/cut.ts';
import { inOrder } from '../../src/render/feed/list.ts';
import { conditionOf, titleWords } from '../../src/render/feed/words.ts';
import { longestChoice, mostChoices } from '../story-option.ts';

export const feedOption: APIApplicationCommandBasicOption = {
  type: ApplicationCommandOptionType.String,
  name: 'feed',
  description: 'Which feed: pick one, or type its title or address',
  required: true,
  autocomplete: true,
  max_length: 2_000,
};

/**
 * An address as people copy it: in <>, with "feed:" before it or without "https://". What looks like none is left as it
 * is, for the look at it to refuse.
 */
export function addressOf(typed: string): string {
  const bare = typed
    .trim()
    .replace(/^<|>$/g, '')
    .replace(/^feed:(?:\/\/)?/i, '');
  const hasScheme = /^[a-z][a-z\d+.-]{0,20}:\/\//i.test(bare);
  return hasScheme || !bare.includes('.') || /\s/.test(bare) ? bare : `https://${bare}`;
}

/** The followed feed that is meant: by its id, its address or its title. */
export async function followedFeed(
  asked: string,
  guildId: string,
  app: App,
): Promise<FollowedFeed | undefined> {
  const byId = await app.feeds.get(guildId, asked);
  if (byId !== undefined) return byId;
  const address = addressOf(asked);
  const title = asked.toLowerCase();
  const feeds = await app.feeds.list(guildId);
  return feeds.find(({ feed }) => feed.address === address || feed.title.toLowerCase() === title);
}

export async function chosenFeed(asked: string, guildId: string, app: App): Promise<FollowedFeed> {
  const found = await followedFeed(asked, guildId, app);
  if (found === undefined) throw new UserError({ code: 'noSuchFeed', asked: cut(asked, 100) });
  return found;
}

/** Followed feeds whose title or address holds what is typed; those that need somebody first. */
export async function completeFeed(
  { typed, reader }: CompletionRequest,
  app: App,
): Promise<readonly Choice[]> {
  if (reader.guildId === undefined) return [];
  const wanted = typed.trim().toLowerCase();
  const feeds = await app.feeds.list(reader.guildId);
  return inOrder(feeds)
    .filter(({ feed: { title, address } }) => `${title} ${address}`.toLowerCase().includes(wanted))
    .slice(0, mostChoices)
    .map((followed) => ({ name: choiceName(followed), value: followed.feed.id }));
}

/** Where a feed is, without what its address may carry of a secret behind the path. */
function placeOf(address: string): string {
  const { host = '', pathname = '' } = URL.parse(address) ?? {};
  return `${host.replace(/^www\./, '')}${pathname === '/' ? '' : pathname}`;
}

/** "Title · failing (harbour.example/feed.xml)". */
function choiceName(followed: FollowedFeed): string {
  const { feed } = followed;
  const condition = conditionOf(followed);
  const state = condition === 'working' ? '' : ` · ${condition}`;
  const name = `${cut(titleWords(feed), 45)}${state} (${cut(placeOf(feed.address), 35)})`;
  return name.length > longestChoice ? name.slice(0, longestChoice).toWellFormed() : name;
}
