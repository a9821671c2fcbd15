import { RESTJSONErrorCodes as codes, DiscordAPIError, RateLimitError } from 'discord.js';
import type { PostFailure } from '../domain/poster.ts';
import { cut } from '../render/cut.ts';

const tagReason =
  'the forum wants a tag with each post; turn that off in its settings (“Require people to select tags when posting”)';

/** Refusals that tell more in words of our own, by Discord's codes. */
const words: Readonly<Record<number, string>> = {
  [codes.UnknownMessage]: 'it was posted, and then deleted',
  [codes.CannotSendMessagesInNonTextChannel]: 'the channel takes no messages',
  [codes.CannotExecuteActionOnThisChannelType]: 'this kind of channel cannot do that',
  [codes.TagRequiredToCreateAForumPostInThisChannel]: tagReason,
  [codes.InvalidActionOnArchivedThread]: 'the thread is closed; open it again, or choose another channel',
  [codes.ThreadLocked]: 'the thread is locked; unlock it, or choose another channel',
  [codes.MaximumActiveThreads]: 'the server has as many open threads as it may; close some',
  [codes.MaximumActiveAnnouncementThreads]:
    'the server has as many open threads of announcements as it may; close some',
  [codes.MessageWasBlockedByAutomaticModeration]:
    'the server’s AutoMod blocked it; let me past its rule in the server’s settings',
  [codes.TitleWasBlockedByAutomaticModeration]:
    'the server’s AutoMod blocked its title; let me past its rule in the server’s settings',
  [codes.RequestEntityTooLarge]: 'it is too large for this server',
};

const goneCodes = new Set<string | number>([codes.UnknownChannel, codes.UnknownGuild]);
const rightsCodes = new Set<string | number>([codes.MissingAccess, codes.MissingPermissions]);

/** What Discord says of a message in a wrong form names each of its parts. */
const longestSaid = 300;

/** Until the operator gives another one; nothing is asked of Discord meanwhile. */
const tokenFailure: PostFailure = {
  ok: false,
  final: false,
  reason: 'Discord does not take my token any more',
  retryMs: 60_000,
};

/** What is said of rights that are missing, as far as they are known. */
export function rightsFailure(missing: readonly string[], otherwise = 'I lack rights there'): PostFailure {
  const reason = missing.length === 0 ? otherwise : `I need: ${missing.join(', ')}`;
  return { ok: false, final: true, reason, trouble: 'rights' };
}

export const goneFailure: PostFailure = {
  ok: false,
  final: true,
  reason: 'the channel is gone',
  trouble: 'gone',
};

export const tagFailure: PostFailure = { ok: false, final: true, reason: tagReason };

/** A status of Discord's that no second try changes: all of the request's own, but for a limit. */
const isFinal = (status: number): boolean => status >= 400 && status < 500 && status !== 429;

function ofDiscord(error: DiscordAPIError, missing: () => readonly string[]): PostFailure {
  const { code, status, message } = error;
  if (goneCodes.has(code)) return goneFailure;
  if (rightsCodes.has(code)) return rightsFailure(missing(), `Discord refused it: ${message}`);
  if (status === 401) return tokenFailure;
  const said = typeof code === 'number' ? words[code] : undefined;
  return {
    ok: false,
    final: isFinal(status),
    reason: said ?? `Discord refused it: ${cut(message, longestSaid)}`,
  };
}

/** What a failed request means for a post; `missing` looks up which rights the bot lacks, as far as it is known. */
export function failureOf(error: unknown, missing: () => readonly string[]): PostFailure {
  if (error instanceof DiscordAPIError) return ofDiscord(error, missing);
  if (error instanceof RateLimitError)
    return { ok: false, final: false, reason: 'Discord limits how often', retryMs: error.retryAfter };
  return { ok: false, final: false, reason: error instanceof Error ? error.message : String(error) };
}

export const isCode = (error: unknown, code: number): boolean =>
  error instanceof DiscordAPIError && error.code === code;

/** What Discord counts as an invalid request. */
export const isRefusal = (error: unknown): boolean =>
  error instanceof DiscordAPIError && [401, 403, 429].includes(error.status);
