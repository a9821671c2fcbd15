import { createForgetting, type Forgettable, type Forgetting } from '../forget.ts';
import { forgetStatements } from '../forget-statements.ts';
import { type Database, named } from './connection.ts';
import { sumUpTally } from './tallies.ts';

const statements = {
  someDeliveries: named(forgetStatements.forgetSomeDeliveries),
  state: named(forgetStatements.forgetState),
  maker: named(forgetStatements.forgetMaker),
  follower: named(forgetStatements.forgetFollower),
};

/** Makes the forgetting of guilds and persons. Dead rows are the server's to clear away (autovacuum). */
export function createForget(db: Database, store: Forgettable): Forgetting {
  return createForgetting({
    removeArticles: store.articles.removeScope,
    removeSubscriptions: store.feeds.removeGuild,
    removeSomeDeliveries: (guildId) => db.change(statements.someDeliveries, { guildId }),
    removeDigests: store.digests.removeGuild,
    removeState: async (id) => void (await db.change(statements.state, { id })),
    removeNote: async (guildId) => void (await store.guilds.comeBack(guildId)),
    removeMaker: (personId) => db.change(statements.maker, { personId }),
    removeFollower: (personId) => db.change(statements.follower, { personId }),
    sweep: (scope) => sumUpTally(db, scope),
  });
}
