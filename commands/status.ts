import type { App, Command } from '../src/app.ts';
import { accessFor } from '../src/digest/access-for.ts';
import { scopesOf } from '../src/domain/scope.ts';
import { renderStatus, type Status } from '../src/render/render-status.ts';
import { alertStatus } from './alert-status.ts';
import { anywhere } from './command-place.ts';

async function guildStatus(guildId: string, app: App): Promise<Status['guild']> {
  const [feeds, digests, alerts] = await Promise.all([
    app.feeds.list(guildId),
    app.digests.list(guildId),
    alertStatus(guildId, app),
  ]);
  const withLast = digests.map(async (digest) => {
    const [last] = await app.digests.deliveries(digest.id, 1);
    return { digest, last, access: accessFor(digest, digest.channelId, app.poster) };
  });
  return { feeds, digests: await Promise.all(withLast), alerts };
}

/** `/status`: whether articles come in and digests go out; everyone may ask. */
export const status: Command = {
  data: { name: 'status', description: 'What is stored, and whether feeds and digests work', ...anywhere },
  acknowledge: 'defer',
  visibility: () => 'private',
  async run({ reader }, app) {
    const scopes = scopesOf(reader);
    const { guildId } = reader;
    const [articleCount, [newest], guild] = await Promise.all([
      app.articles.count(scopes),
      app.articles.latest({ scopes, limit: 1 }),
      guildId === undefined ? undefined : guildStatus(guildId, app),
    ]);
    return renderStatus({ articleCount, newest, guild });
  },
};
