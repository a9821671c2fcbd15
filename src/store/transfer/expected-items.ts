import { z } from 'zod';
import type { Session } from './session.ts';

const countRow = z.object({ count: z.int() });

const tables = ['left_guild', 'digest', 'delivery', 'feed', 'feed_entry', 'article', 'key_value'];

const sql = `select cast(${tables.map((table) => `(select count(*) from ${table})`).join(' + ')} as bigint) as count`;

/** How many items there are about: what has expired is counted, too. */
export async function expectedItems(session: Session): Promise<number> {
  return countRow.parse((await session.rows(sql))[0]).count;
}
