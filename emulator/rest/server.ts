import type { IncomingMessage, ServerResponse } from 'node:http';
import { pictureTypeOf } from '../attachments.ts';
import type { World } from '../world.ts';
import { type Api, answerApi } from './answer-api.ts';
import { type ApiAnswer, matchPath } from './request.ts';

function send(response: ServerResponse, { status, body, headers }: ApiAnswer): void {
  response.writeHead(status, {
    ...headers,
    via: '1.1 emulator',
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
  });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}

/** Answers one request below /api, and tells of it. */
async function serveApi(
  api: Api,
  message: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const path = url.pathname.replace(/^\/api(?:\/v10)?/, '');
  const answer = await answerApi(api, message, path, url.searchParams);
  if (answer === undefined) message.socket.destroy();
  else send(response, answer);
  api.world.tell({ type: 'request', method: message.method ?? '', path, status: answer?.status ?? 0 });
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
export function createRequestListener(api: Api, other?: OtherServer) {
  const { world } = api;
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
    serveApi(api, message, response, url).catch((error: unknown) => {
      process.stderr.write(`emulator: ${error instanceof Error ? error.stack : String(error)}\n`);
      if (!response.headersSent)
        send(response, { status: 500, body: { message: '500: Internal Server Error', code: 0 } });
    });
  };
}
