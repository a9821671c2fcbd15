import type { Digest } from '../domain/digest.ts';
import type { ChannelAccess, Poster } from '../domain/poster.ts';

/** What is known of a digest's channel, and of the rights that its posts need there. */
export const accessFor = (
  { style }: Pick<Digest, 'style'>,
  channelId: string,
  poster: Pick<Poster, 'access'>,
): ChannelAccess => poster.access(channelId, style === 'threads' ? 'threads' : 'message');
