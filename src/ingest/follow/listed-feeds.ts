import type { AttachedFile, FetchedFile } from '../../domain/command.ts';
import { UserError } from '../../domain/errors.ts';
import { type OutlineFeed, readOpml } from '../feed/opml.ts';
import { feedAddress } from './feed-address.ts';

/** Fetches a file, at most `limitBytes` of it. */
export type FetchFile = (file: AttachedFile, limitBytes: number) => Promise<FetchedFile>;

const limitMb = 5;
const limitBytes = limitMb * 1024 * 1024;

/** The feeds of an attached outline. Fails with a `UserError`: fileUnreachable, tooLarge, notOpml. */
export async function listedInFile(
  file: AttachedFile,
  fetchFile: FetchFile,
): Promise<readonly OutlineFeed[]> {
  const { name } = file;
  if (file.sizeBytes > limitBytes) throw new UserError({ code: 'tooLarge', name, limitMb });
  const fetched = await fetchFile(file, limitBytes);
  if (!fetched.ok && fetched.reason === 'unreachable') throw new UserError({ code: 'fileUnreachable', name });
  if (!fetched.ok || fetched.bytes.length > limitBytes)
    throw new UserError({ code: 'tooLarge', name, limitMb });
  const reading = readOpml(fetched.bytes);
  if (!reading.ok || reading.outline.feeds.length === 0) throw new UserError({ code: 'notOpml', name });
  return reading.outline.feeds;
}

/** Each feed once, in the spelling that addresses are followed in; groups are those of its first place. */
export function distinctFeeds(
  feeds: readonly OutlineFeed[],
  allowed: ReadonlySet<string>,
): readonly OutlineFeed[] {
  const spelled = feeds.map((feed) => {
    const address = feedAddress(feed.address, allowed);
    return address.ok ? { ...feed, address: address.url.href } : feed;
  });
  return [...new Map(spelled.toReversed().map((feed) => [feed.address, feed])).values()].toReversed();
}
