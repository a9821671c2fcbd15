import type { AttachedFile, FetchedFile } from '../domain/command.ts';

/** Where Discord keeps attachments; nothing else is fetched for a file. */
const discordHosts = ['cdn.discordapp.com', 'media.discordapp.net'];
const timeoutMs = 15_000;

/**
 * Fetches attachments from Discord (or from the Discord-compatible server the bot is pointed at), and from
 * nowhere else; stops at the limit while streaming, whatever size was announced.
 */
export function createFileFetcher(
  apiUrl: string,
): (file: AttachedFile, limitBytes: number) => Promise<FetchedFile> {
  const hosts = new Set([...discordHosts, new URL(apiUrl).host]);
  return async ({ url, sizeBytes }, limitBytes) => {
    if (sizeBytes > limitBytes) return { ok: false, reason: 'too-large' };
    if (!URL.canParse(url) || !hosts.has(new URL(url).host)) return { ok: false, reason: 'unreachable' };
    const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(timeoutMs) }).catch(
      () => undefined, // no answer, a redirect or a time-out: all the same to the person
    );
    if (response?.ok !== true || response.body === null) return { ok: false, reason: 'unreachable' };
    return await readUpTo(response.body, limitBytes);
  };
}

async function readUpTo(body: ReadableStream<Uint8Array>, limitBytes: number): Promise<FetchedFile> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of body) {
      size += chunk.byteLength;
      if (size > limitBytes) return { ok: false, reason: 'too-large' };
      chunks.push(chunk);
    }
  } catch {
    return { ok: false, reason: 'unreachable' };
  }
  return { ok: true, bytes: Buffer.concat(chunks) };
}
