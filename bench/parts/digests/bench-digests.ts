import { type Digest, usualDigest } from '../../../src/domain/digest.ts';
import type { Store } from '../../../src/store/store.ts';
import { corpusNow } from '../corpus.ts';

const dayMs = 24 * 60 * 60 * 1000;
const postCount = 31;
const storiesOfPost = 5;

/** A daily digest that is due as the last article has come. */
export const benchDigest = (given: Partial<Digest>): Digest => ({
  ...usualDigest,
  id: 'digest',
  guildId: '100',
  channelId: '200',
  name: 'News',
  times: ['08:00'],
  stories: storiesOfPost,
  createdBy: '300',
  createdAt: corpusNow - 100 * dayMs,
  nextRunAt: corpusNow,
  ...given,
});

/** The digests of a bench, each of a guild of its own. */
export const digestNames = (place: number) => ({ id: `digest-${place}`, guildId: `${1_000 + place}` });

/** Adds a digest that has told five stories a day for a month; `idOf` names the articles of a corpus. */
export async function addWithPosts(
  { digests }: Pick<Store, 'digests'>,
  digest: Digest,
  idOf: (place: number) => string,
): Promise<void> {
  await digests.add(digest);
  const padding = JSON.stringify({ padding: 'x'.repeat(4_000) });
  for (let post = postCount; post >= 1; post -= 1) {
    await digests.planNow(digest, corpusNow - post * dayMs);
    for (const delivery of await digests.claim('bench', 60_000, 10)) {
      const articleIds = Array.from({ length: storiesOfPost }, (_, place) => idOf(37 * post + place));
      await digests.freeze(delivery, { payload: padding, articleIds, record: padding });
      await digests.begin(delivery);
      await digests.settle(delivery, 'bench', { state: 'posted', messageId: '1' });
    }
  }
}
