import type { IncomingMessage, ServerResponse } from 'node:http';
import { ApiError, refusal } from '../api-error.ts';
import { fieldsOf } from '../json.ts';
import { readBody } from '../rest/request.ts';
import { isSnowflake } from '../snowflake.ts';
import type { Channel, User, World } from '../world.ts';
import { act } from './act.ts';
import { Misshapen } from './action-fields.ts';
import { type Asset, loadAssets } from './assets.ts';
import { type BotPresence, watchBot } from './bot-presence.ts';
import { strangerReason, strictHeaders } from './guard.ts';
import { historyOf } from './history.ts';
import { sees } from './places.ts';
import { watch } from './watch.ts';

/** Serves the page and all it asks for. */
interface PageServer {
  /** Whether this is for the page, and not for the API or the stored files. */
  takes(path: string): boolean;
  answer(message: IncomingMessage, response: ServerResponse, url: URL): void;
  close(): void;
}

interface Exchange {
  readonly world: World;
  readonly presence: BotPresence;
  readonly assets: () => Promise<ReadonlyMap<string, Asset>>;
  readonly message: IncomingMessage;
  readonly response: ServerResponse;
  readonly url: URL;
}

/** An answer that is not what was asked for, in words for the person. */
class Refused extends Error {
  readonly status: number;

  constructor(status: number, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'Refused';
    this.status = status;
  }
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { ...strictHeaders, 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(body));
}

/** A person by id or username; "@first" is whoever came first. */
function userAt({ world }: Exchange, asked: string): User {
  const people = [...world.users.values()].filter(({ isBot }) => !isBot);
  const user =
    asked === '@first' ? people[0] : people.find(({ id, username }) => id === asked || username === asked);
  if (user === undefined) throw new Refused(404, 'There is no such person.');
  return user;
}

function channelAt({ world }: Exchange, user: User, id: string): Channel {
  const channel = world.channels.get(id);
  if (channel === undefined || !sees(world, channel, user.id))
    throw new Refused(404, 'There is no such channel.');
  return channel;
}

async function sendAsset({ assets, response, url }: Exchange): Promise<void> {
  const asset = (await assets()).get(url.pathname);
  if (asset === undefined) throw new Refused(404, 'There is nothing here.');
  response.writeHead(200, {
    ...strictHeaders,
    'content-type': asset.contentType,
    'content-length': asset.bytes.byteLength,
  });
  response.end(asset.bytes);
}

/** Server-Sent Events, each a `StreamEvent` as JSON. */
function sendStream(exchange: Exchange, user: User): void {
  const { world, presence, response } = exchange;
  response.writeHead(200, { ...strictHeaders, 'content-type': 'text/event-stream; charset=utf-8' });
  const stop = watch({
    world,
    presence,
    user,
    tell: (event) => response.write(`data: ${JSON.stringify(event)}\n\n`),
  });
  response.on('close', stop);
}

/** A request of words alone; files may be as large as anywhere. */
const longestWords = 256 * 1024;

async function takeAction(exchange: Exchange, user: User, channel: Channel): Promise<void> {
  const { world, message, response } = exchange;
  const { 'content-type': type = '', 'content-length': length = '0' } = message.headers;
  if (!type.startsWith('multipart/form-data') && Number(length) > longestWords) throw refusal('tooLarge');
  const { body, uploads } = await readBody(message);
  sendJson(response, 200, await act({ world, user, channel }, { fields: fieldsOf(body), uploads }));
}

function sendHistory({ world, response, url }: Exchange, user: User, channel: Channel): void {
  const before = url.searchParams.get('before');
  if (before !== null && !isSnowflake(before)) throw new Refused(400, '"before" is no id.');
  sendJson(response, 200, historyOf(world, channel, user, before));
}

type Handler = (exchange: Exchange, user: User, channel: Channel) => void | Promise<void>;

/** By method and last word of the path. */
const channelRoutes: ReadonlyMap<string, Handler> = new Map<string, Handler>([
  ['GET messages', sendHistory],
  ['POST actions', takeAction],
]);

async function work(exchange: Exchange): Promise<void> {
  const { message, url } = exchange;
  const { method = '' } = message;
  const [top, person = '', kind, channelId = '', last = ''] = decoded(url.pathname).split('/').slice(1);
  if (top !== 'client') {
    if (method !== 'GET') throw new Refused(405, 'That cannot be done here.');
    await sendAsset(exchange);
    return;
  }
  const user = userAt(exchange, person);
  if (kind === 'stream' && method === 'GET') {
    sendStream(exchange, user);
    return;
  }
  const handle = kind === 'channels' ? channelRoutes.get(`${method} ${last}`) : undefined;
  if (handle === undefined) throw new Refused(404, 'There is nothing here.');
  await handle(exchange, user, channelAt(exchange, user, channelId));
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch (cause) {
    throw new Refused(400, 'That address cannot be read.', { cause });
  }
}

/** The page has one address; who comes by the other name of loopback is shown the way. */
async function admit(exchange: Exchange): Promise<void> {
  const { world, message, response, url } = exchange;
  const { method = '', headers } = message;
  if (
    method === 'GET' &&
    url.pathname === '/' &&
    headers.host === `localhost:${new URL(world.origin).port}`
  ) {
    response.writeHead(302, { ...strictHeaders, location: `${world.origin}/${url.search}` }).end();
    return;
  }
  const reason = strangerReason(world.origin, { method, headers });
  if (reason !== undefined) throw new Refused(403, reason);
  await work(exchange);
}

function statusOf(error: unknown): number | undefined {
  if (error instanceof Misshapen) return 400;
  return error instanceof Refused || error instanceof ApiError ? error.status : undefined;
}

function fail({ response }: Exchange, error: unknown): void {
  const status = statusOf(error);
  const words = error instanceof Error ? error.message : String(error);
  if (status === undefined)
    process.stderr.write(`emulator: ${error instanceof Error ? error.stack : words}\n`);
  if (response.headersSent) response.destroy();
  else sendJson(response, status ?? 500, { error: words });
}

export function createPageServer(world: World): PageServer {
  const presence = watchBot(world);
  let loading: Promise<ReadonlyMap<string, Asset>> | undefined;
  const assets = () => {
    loading ??= loadAssets();
    return loading;
  };
  return {
    takes: (path) => !path.startsWith('/api/') && !path.startsWith('/attachments/'),
    answer(message, response, url) {
      const exchange = { world, presence, assets, message, response, url };
      admit(exchange).catch((error: unknown) => fail(exchange, error));
    },
    close: presence.stop,
  };
}
