import type { ArticleStore } from '../domain/article-store.ts';
import type { DigestStore } from '../domain/digest-store.ts';
import type { FeedStore } from '../domain/feed-store.ts';
import type { ForgottenGuild, ForgottenPerson, GuildStore } from '../domain/guild-store.ts';
import type { Scope } from '../domain/scope.ts';
import { repeatedly } from './repeatedly.ts';

/** What forgetting asks of an engine; each step is a small transaction, or many of them. */
export interface ForgetEngine {
  /** The articles of a scope, with all that is kept beside them; answers how many. */
  removeArticles(scope: Scope): Promise<number>;
  /** A guild's subscriptions and own feeds; answers how many subscriptions. */
  removeSubscriptions(guildId: string): Promise<number>;
  /** Some deliveries of a guild; answers how many. */
  removeSomeDeliveries(guildId: string): Promise<number>;
  removeDigests(guildId: string): Promise<number>;
  /** State by key of a guild or a person. */
  removeState(id: string): Promise<void>;
  /** The note that a guild was left. */
  removeNote(guildId: string): Promise<void>;
  /** The person as the maker of digests and as the follower of feeds; answers how many of each. */
  removeMaker(personId: string): Promise<number>;
  removeFollower(personId: string): Promise<number>;
  /** What indexes and sums hold still of a scope that is gone. */
  sweep(scope: Scope): Promise<void>;
}

/** What of a store forgetting goes by. */
export interface Forgettable {
  readonly articles: Pick<ArticleStore, 'removeScope'>;
  readonly digests: Pick<DigestStore, 'removeGuild'>;
  readonly feeds: Pick<FeedStore, 'removeGuild'>;
  readonly guilds: Pick<GuildStore, 'comeBack'>;
}

/** How a whole guild and a whole person are forgotten. Interrupted, it is ended by doing it again. */
export interface Forgetting {
  forgetGuild(guildId: string): Promise<ForgottenGuild>;
  forgetPerson(personId: string): Promise<ForgottenPerson>;
}

export function createForgetting(engine: ForgetEngine): Forgetting {
  return {
    async forgetGuild(guildId) {
      const scope = `guild:${guildId}` as const;
      // Feeds before articles, so that none comes in behind; the note last, as by it one knows what is to be done.
      await repeatedly(() => engine.removeSomeDeliveries(guildId));
      const digests = await engine.removeDigests(guildId);
      const subscriptions = await engine.removeSubscriptions(guildId);
      const articles = await engine.removeArticles(scope);
      await engine.removeState(guildId);
      await engine.sweep(scope);
      await engine.removeNote(guildId);
      return { articles, digests, subscriptions };
    },
    async forgetPerson(personId) {
      const scope = `person:${personId}` as const;
      const articles = await engine.removeArticles(scope);
      const digests = await engine.removeMaker(personId);
      const subscriptions = await engine.removeFollower(personId);
      await engine.removeState(personId);
      await engine.sweep(scope);
      return { articles, digests, subscriptions };
    },
  };
}
