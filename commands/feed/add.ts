import type { App } from '../../src/app.ts';
import type { CommandRequest, PressRequest } from '../../src/domain/command.ts';
import { UserError } from '../../src/domain/errors.ts';
import type { FeedLook } from '../../src/domain/feed.ts';
import type { Reply } from '../../src/domain/reply.ts';
import type { Reader } from '../../src/domain/scope.ts';
import {
  mostOthers,
  renderFollowed,
  renderKnown,
  renderNoFeed,
  renderProposal,
} from '../../src/render/feed/found.ts';
import { conditionPieces } from '../../src/render/feed/words.ts';
import { text } from '../../src/render/pieces.ts';
import { guildOf } from '../command-place.ts';
import { textOption } from '../story-option.ts';
import { addressOf } from './option.ts';

/** As long as Discord lets the message with the buttons be edited. */
const proposalMs = 15 * 60_000;

/** `/feed add`: shows what is at an address; nothing is saved before "Follow" is pressed. */
export async function addFeed({ id, options, reader }: CommandRequest, app: App): Promise<Reply> {
  const address = addressOf(textOption(options, 'address') ?? '');
  return await propose(await app.feeds.look(address, reader), { id, address, reader }, app);
}

/** A proposal is its guild's: nobody elsewhere follows or drops it. */
const proposalKey = (reader: Reader, id: string): string => `${guildOf(reader)}:${id}`;

interface Asked {
  readonly id: string;
  readonly address: string;
  readonly reader: Reader;
}

async function propose(look: FeedLook, { id, address, reader }: Asked, app: App): Promise<Reply> {
  const { found } = look;
  const feeds = await app.feeds.list(guildOf(reader));
  const known = feeds.find(({ feed }) => feed.address === found?.address);
  await app.proposedFeeds.set(proposalKey(reader, id), look, proposalMs);
  if (known !== undefined) return renderKnown(known.feed, conditionPieces(known), look, id);
  if (found === undefined) return renderNoFeed(address, look, id);
  return renderProposal(found, look, id);
}

async function proposed(
  id: string | undefined,
  reader: Reader,
  app: App,
): Promise<FeedLook & { readonly id: string }> {
  const look = id === undefined ? undefined : await app.proposedFeeds.get(proposalKey(reader, id));
  if (id === undefined || look === undefined) throw new UserError({ code: 'proposalGone' });
  return { ...look, id };
}

/** "Follow" of a proposal: "follow:ID". */
export async function followProposed(request: PressRequest, app: App): Promise<Reply> {
  const guildId = guildOf(request.reader);
  const { id, found } = await proposed(request.arguments[0], request.reader, app);
  if (found === undefined) throw new UserError({ code: 'proposalGone' });
  const outcome = await app.feeds.follow(found, { guildId, personId: request.reader.personId });
  await app.proposedFeeds.delete(proposalKey(request.reader, id));
  app.log.info('feed.followed', { guildId, outcome, host: URL.parse(found.address)?.host });
  const settings = await app.settings.get(guildId);
  return renderFollowed(found, outcome, settings?.alertsChannelId !== undefined);
}

/** "Cancel" of a proposal: "drop:ID". */
export async function dropProposed(request: PressRequest, app: App): Promise<Reply> {
  await app.proposedFeeds.delete(proposalKey(request.reader, request.arguments[0] ?? ''));
  return { blocks: [text('Nothing was saved.')] };
}

/** Another feed of the same page: "other:ID:NUMBER"; the one shown before is offered in its place. */
export async function proposeOther(request: PressRequest, app: App): Promise<Reply> {
  const [id, number] = request.arguments;
  const { found: shown, others } = await proposed(id, request.reader, app);
  const wanted = others[Number(number)];
  if (wanted === undefined) throw new UserError({ code: 'proposalGone' });
  const look = await app.feeds.look(wanted.address, request.reader);
  const rest = others.filter(({ address }) => address !== wanted.address).slice(0, mostOthers);
  const back = shown === undefined ? [] : [{ title: shown.title, address: shown.address }];
  const asked = { id: request.id, address: wanted.address, reader: request.reader };
  return await propose({ ...look, others: [...back, ...rest].slice(0, mostOthers) }, asked, app);
}
