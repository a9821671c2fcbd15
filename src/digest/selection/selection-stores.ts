import type { ArticleStore } from '../../domain/article-store.ts';
import type { FindIn } from '../../domain/brief.ts';
import type { DigestStore } from '../../domain/digest-store.ts';
import type { FeedStore } from '../../domain/feed-store.ts';
import type { StoryStore } from '../../domain/story-store.ts';

/** What stories are chosen from. */
export interface SelectionStores {
  readonly articles: Pick<ArticleStore, 'get' | 'holding' | 'count'>;
  readonly stories: Pick<StoryStore, 'fresh' | 'homes' | 'lastArrival'>;
  readonly digests: Pick<DigestStore, 'deliveries'>;
  readonly feeds: Pick<FeedStore, 'mutes' | 'mutedArticles'>;
  readonly find: FindIn;
}
