import type { IncomingMessage } from 'node:http';
import { ApiError, refusal } from '../api-error.ts';
import { isSnowflake } from '../snowflake.ts';
import { formError } from '../validate/form.ts';
import type { World } from '../world.ts';
import { bucketHeaders, bucketId } from './buckets.ts';
import type { Fault, FaultBox } from './faults.ts';
import type { Limits } from './limits.ts';
import { type ApiAnswer, matchPath, type Route, readBody } from './request.ts';
import { commandRoutes } from './routes/commands.ts';
import { interactionRoutes } from './routes/interactions.ts';
import { messageRoutes } from './routes/messages.ts';
import { placeRoutes } from './routes/places.ts';
import { threadRoutes } from './routes/threads.ts';
import { webhookRoutes } from './routes/webhooks.ts';
import { tooMany } from './too-many.ts';

const routes: readonly Route[] = [
  ...placeRoutes,
  ...commandRoutes,
  ...messageRoutes,
  ...threadRoutes,
  ...interactionRoutes,
  ...webhookRoutes,
];

/** What decides on every request below /api. */
export interface Api {
  readonly world: World;
  readonly faults: FaultBox;
  readonly limits: Limits;
}

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

function limitedBy({ scope = 'user', retryAfter = 1 }: Fault, method: string, path: string): ApiAnswer {
  if (scope === 'global') return tooMany({ scope, retryAfter });
  const at = Date.now();
  // Of a channel's own limit the bot's bucket says nothing: it has requests left.
  const bucket = { limit: 5, remaining: scope === 'user' ? 0 : 4, endsAt: at + retryAfter * 1000 };
  return tooMany({ scope, retryAfter, headers: bucketHeaders(bucket, bucketId(method, path), at) });
}

/** The answer in place of the true one. */
function faultAnswer(fault: Fault, method: string, path: string): ApiAnswer {
  if (fault.status === 429) return limitedBy(fault, method, path);
  return { status: Number(fault.status), body: { message: `${fault.status}: injected fault`, code: 0 } };
}

/** One request below /api; `undefined` when its connection is to be cut. The limits come first, then the faults. */
export async function answerApi(
  { world, faults, limits }: Api,
  message: IncomingMessage,
  path: string,
  query: URLSearchParams,
): Promise<ApiAnswer | undefined> {
  const method = message.method ?? '';
  const verdict = limits.admit(method, path);
  if (verdict.refusal !== undefined) return verdict.refusal;
  const doWork = async (): Promise<ApiAnswer> => {
    const answer = await work(world, message, path, query).catch(errorAnswer);
    return { ...answer, headers: { ...verdict.headers, ...answer.headers } };
  };
  const fault = faults.take(method, path);
  if (fault === undefined) return await doWork();
  const isAnswered = fault.afterWork === true;
  const done = isAnswered ? await doWork() : undefined;
  await fault.gate?.({ method, path });
  if (fault.status === undefined) return done ?? (await doWork());
  return fault.status === 'drop' ? undefined : faultAnswer(fault, method, path);
}
