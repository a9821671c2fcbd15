import type { App } from '../../src/app.ts';
import type { CommandRequest, PressRequest } from '../../src/domain/command.ts';
import { UserError } from '../../src/domain/errors.ts';
import type { FollowedFeed } from '../../src/domain/feed.ts';
import type { Block, Reply } from '../../src/domain/reply.ts';
import type { Reader } from '../../src/domain/scope.ts';
import { renderFeedList } from '../../src/render/feed/list.ts';
import { renderTest } from '../../src/render/feed/steps.ts';
import { feedName } from '../../src/render/feed/words.ts';
import { counted } from '../../src/render/pages.ts';
import { text } from '../../src/render/pieces.ts';
import { guildOf } from '../command-place.ts';
import { textOption } from '../story-option.ts';
import { addressOf, chosenFeed, followedFeed } from './option.ts';

/** `/feed list`: a page of it, counted from 0. */
export async function listFeeds(reader: Reader, page: number, app: App): Promise<Reply> {
  return renderFeedList(await app.feeds.list(guildOf(reader)), page);
}

const askedFeed = ({ options }: CommandRequest): string => textOption(options, 'feed') ?? '';

/** `/feed test`: a followed feed, or any address. */
export async function testFeed(request: CommandRequest, app: App): Promise<Reply> {
  const asked = askedFeed(request);
  const followed = await followedFeed(asked, guildOf(request.reader), app);
  const address = followed?.feed.address ?? addressOf(asked);
  if (!URL.canParse(address)) throw new UserError({ code: 'noSuchFeed', asked });
  return renderTest(address, await app.feeds.look(address, request.reader), followed);
}

/** `/feed mute`, and its end with `off`. Saying it twice changes nothing. */
export async function muteFeed(request: CommandRequest, app: App): Promise<Reply> {
  const guildId = guildOf(request.reader);
  return await setMuted(await chosenFeed(askedFeed(request), guildId, app), request.options.off !== true, {
    guildId,
    app,
  });
}

const undo = (label: string, press: string): Block => ({ kind: 'buttons', buttons: [{ label, press }] });

async function setMuted(
  { feed, subscription }: FollowedFeed,
  isMuted: boolean,
  { guildId, app }: { readonly guildId: string; readonly app: App },
): Promise<Reply> {
  const mutedAt = isMuted ? (subscription.mutedAt ?? app.clock.now()) : undefined;
  if (!(await app.feeds.mute(guildId, feed.id, mutedAt)))
    throw new UserError({ code: 'noSuchFeed', asked: feed.title });
  app.log.info(isMuted ? 'feed.muted' : 'feed.unmuted', { guildId, feedId: feed.id });
  return isMuted
    ? {
        blocks: [
          text(
            'Muted: ',
            feedName(feed),
            '. Its articles stay out of this server’s digests, and nobody is told when it fails.',
          ),
          undo('Unmute', `feed:unmute:${feed.id}`),
        ],
      }
    : {
        blocks: [
          text('Not muted: ', feedName(feed), '. Its articles come into this server’s digests.'),
          undo('Mute', `feed:mute:${feed.id}`),
        ],
      };
}

/** `/feed remove`. */
export async function removeFeed(request: CommandRequest, app: App): Promise<Reply> {
  const guildId = guildOf(request.reader);
  return await remove(await chosenFeed(askedFeed(request), guildId, app), guildId, app);
}

async function remove({ feed, articleCount }: FollowedFeed, guildId: string, app: App): Promise<Reply> {
  await app.feeds.unfollow(guildId, feed.id);
  app.log.info('feed.removed', { guildId, feedId: feed.id });
  const stays =
    articleCount === 0
      ? 'No article had come from it.'
      : `Its ${counted(articleCount, 'article stays', 'articles stay')} stored.`;
  return { blocks: [text('This server does not follow ', feedName(feed), ' any more. ', stays)] };
}

/** A button that names a followed feed: "test", "remove", "mute" and "unmute" with its id. */
export async function pressFeed(
  { verb, arguments: [id = ''], reader }: PressRequest,
  app: App,
): Promise<Reply> {
  const guildId = guildOf(reader);
  const followed = await app.feeds.get(guildId, id);
  if (followed === undefined) return { blocks: [text('This server does not follow that feed any more.')] };
  switch (verb) {
    case 'test':
      return renderTest(followed.feed.address, await app.feeds.look(followed.feed.address, reader), followed);
    case 'remove':
      return await remove(followed, guildId, app);
    default:
      return await setMuted(followed, verb === 'mute', { guildId, app });
  }
}
