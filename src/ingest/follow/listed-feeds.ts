import type { AttachedFile } from '../../domain/command.ts';
import { UserError } from '../../domain/errors.ts';
import { attachedBytes, type FetchFile } from '../attached-bytes.ts';
import { type OutlineFeed, readOpml } from '../feed/opml.ts';
import { feedAddress } from './feed-address.ts';

/** The feeds of an attached outline. Fails with a `UserError`: fileUnreachable, tooLarge, notOpml. */
export async function listedInFile(
  file: AttachedFile,
  fetchFile: FetchFile,
): Promise<readonly OutlineFeed[]> {
  const reading = readOpml(await attachedBytes(file, fetchFile));
  if (!reading.ok || reading.outline.feeds.length === 0)
    throw new UserError({ code: 'notOpml', name: file.name });
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
