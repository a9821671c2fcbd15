import type { IncomingMessage, ServerResponse } from 'node:http';
import { ApiError, refusal } from '../api-error.ts';
import { pictureTypeOf } from '../attachments.ts';
import { isSnowflake } from '../snowflake.ts';
import { formError } from '../validate/form.ts';
import type { World } from '../world.ts';
import type { Fault, FaultBox } from './faults.ts';
import { type ApiAnswer, matchPath, type Route, readBody } from './request.ts';
import { commandRoutes } from './routes/commands.ts';
import { interactionRoutes } from './routes/interactions.ts';
import { messageRoutes } from './routes/messages.ts';
import { placeRoutes } from './routes/places.ts';
import { webhookRoutes } from './routes/webhooks.ts';

const routes: readonly Route[] = [
  ...placeRoutes,
  ...commandRoutes,
  ...messageRoutes,
  ...interactionRoutes,
  ...webhookRoutes,
];

interface Match {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
}

function findRoute(method: string, path: string): Match {
  const matches = routes.flatMap((route) => {
    const params = matchPath(route.path, path);
    return params === undefined ? [] : [{ route, params }];
  });
  const match = matches.find(({ route }) => route.method === method);
  if (match === undefined) throw refusal(matches.length > 0 ? 'methodNotAllowed' : 'notFound');
  return match;
}

const namedIds = ['@me', '@original'];

function checkIds(params: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(params))
    if (name.endsWith('Id') && !isSnowflake(value) && !namedIds.includes(value))
      throw formError(
        [name.replace(/Id$/, '_id')],
        'NUMBER_TYPE_COERCE',
        `Value "${value}" is not snowflake.`,
      );
}

async function work(
  world: World,
  message: IncomingMessage,
  path: string,
  query: URLSearchParams,
): Promise<ApiAnswer> {
  const { route, params } = findRoute(message.method ?? '', path);
  if (route.isOpen !== true && message.headers.authorization !== `Bot ${world.token}`)
    throw refusal('unauthorized');
  checkIds(params);
  const { body, uploads } = await readBody(message);
  return route.handle({ world, params, query, body, uploads });
}

function errorAnswer(error: unknown): ApiAnswer {
  if (!(error instanceof ApiError)) throw error;
  const { status, code, message, errors } = error;
  return { status, body: { message, code, ...(errors === undefined ? {} : { errors }) } };
}

function faultAnswer({ status, retryAfter = 1 }: Fault): ApiAnswer {
  if (status === 429)
    return {
      status,
      body: { message: 'You are being rate limited.', retry_after: retryAfter, global: false },
    };
  return { status: Number(status), body: { message: `${status}: injected fault`, code: 0 } };
}

function send(response: ServerResponse, { status, body }: ApiAnswer, retryAfter?: number): void {
  const headers =
    retryAfter === undefined ? {} : { 'retry-after': String(retryAfter), 'x-ratelimit-scope': 'user' };
  response.writeHead(status, {
    ...headers,
    via: '1.1 emulator',
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
  });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}

/** Answers one request below /api; faults that wait for it come first or last. */
async function answerApi(
  world: World,
  faults: FaultBox,
  message: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const path = url.pathname.replace(/^\/api(?:\/v10)?/, '');
  const method = message.method ?? '';
  const fault = faults.take(method, path);
  const answer =
    fault !== undefined && fault.afterWork !== true
      ? faultAnswer(fault)
      : await work(world, message, path, url.searchParams).catch(errorAnswer);
  const given = fault === undefined ? answer : faultAnswer(fault);
  if (fault?.status === 'drop') message.socket.destroy();
  else send(response, given, given.status === 429 ? (fault?.retryAfter ?? 1) : undefined);
  world.tell({ type: 'request', method, path, status: fault?.status === 'drop' ? 0 : given.status });
}

/** Serves the bytes of a stored file, as Discord's CDN does; a file that is a page of its own can do nothing here. */
function answerFile(world: World, path: string, response: ServerResponse): void {
  const id = matchPath('/attachments/:channelId/:id/:filename', path)?.id ?? '';
  const bytes = world.files.get(id);
  if (bytes === undefined) response.writeHead(404).end('This content is no longer available.');
  else
    response
      .writeHead(200, {
        'content-type': pictureTypeOf(path) ?? 'application/octet-stream',
        'content-length': bytes.byteLength,
        'content-security-policy': "default-src 'none'; sandbox",
        'x-content-type-options': 'nosniff',
      })
      .end(bytes);
}

/** Whoever else answers at this port what is neither the API's nor a stored file. */
interface OtherServer {
  takes(path: string): boolean;
  answer(message: IncomingMessage, response: ServerResponse, url: URL): void;
}

/** What the emulator's HTTP server does with a request. */
export function createRequestListener(world: World, faults: FaultBox, other?: OtherServer) {
  return (message: IncomingMessage, response: ServerResponse): void => {
    const url = URL.parse(message.url ?? '/', world.origin);
    if (url === null) {
      response.writeHead(400).end();
      return;
    }
    if (other?.takes(url.pathname) === true) {
      other.answer(message, response, url);
      return;
    }
    if (!url.pathname.startsWith('/api/')) {
      answerFile(world, url.pathname, response);
      return;
    }
    answerApi(world, faults, message, response, url).catch((error: unknown) => {
      process.stderr.write(`emulator: ${error instanceof Error ? error.stack : String(error)}\n`);
      if (!response.headersSent)
        send(response, { status: 500, body: { message: '500: Internal Server Error', code: 0 } });
    });
  };
}
