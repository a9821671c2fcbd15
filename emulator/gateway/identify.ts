import type { Fields } from '../json.ts';
import { userView } from '../views.ts';
import type { World } from '../world.ts';
import { guildCreate } from './dispatch.ts';
import { closeCode, knownIntents, privilegedIntents } from './protocol.ts';
import { guildsOf, hears, type Session, tellSession } from './session.ts';

/** The shard a client wants to be: `[index, count]`; without a word the only one. */
export function shardAsked({ shard }: Fields): Session['shard'] {
  const [index, count]: unknown[] = Array.isArray(shard) ? shard : [0, 1];
  return { index: Number(index), count: Number(count) };
}

function isShard({ index, count }: Session['shard']): boolean {
  return Number.isInteger(index) && Number.isInteger(count) && index >= 0 && index < count;
}

/** The code a connection is closed with when it identifies itself wrongly. */
export function identifyMistake(world: World, asked: Fields): number | undefined {
  const { token, intents } = asked;
  if (token !== world.token) return closeCode.authenticationFailed;
  if (typeof intents !== 'number' || (intents & ~knownIntents) !== 0) return closeCode.invalidIntents;
  if ((intents & privilegedIntents) !== 0) return closeCode.disallowedIntents;
  return isShard(shardAsked(asked)) ? undefined : closeCode.invalidShard;
}

/** Says who the bot is and names its guilds, which follow one by one. */
export function welcome(world: World, session: Session): void {
  const guilds = guildsOf(world, session);
  const url = world.origin.replace('http:', 'ws:');
  tellSession(session, 'READY', {
    v: 10,
    user: { ...userView(world.bot), verified: true, mfa_enabled: true, email: null },
    guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
    session_id: session.id,
    resume_gateway_url: url,
    shard: [session.shard.index, session.shard.count],
    application: { id: world.applicationId, flags: 0 },
  });
  for (const guild of guilds) {
    const dispatch = guildCreate(world, guild);
    if (hears(session, dispatch)) tellSession(session, dispatch.name, dispatch.data);
  }
}
