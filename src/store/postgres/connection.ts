import { DatabaseError, Pool, type PoolClient, types } from 'pg';
import { textKey } from './text-key.ts';

type Value = string | number | boolean | null | readonly string[] | readonly number[];
export type Values = Readonly<Record<string, Value>>;

/** SQL whose values are named (`:limit`), as both engines write it. */
export interface Statement {
  /** By which a connection knows it, so that it is planned once. */
  readonly name: string;
  readonly text: string;
  readonly names: readonly string[];
}

/** What can be asked of the database, in a transaction or outside. */
export interface Connection {
  rows(statement: Statement, values?: Values): Promise<readonly unknown[]>;
  /** Answers how many rows it changed. */
  change(statement: Statement, values?: Values): Promise<number>;
  /** Runs several statements that have no values. */
  script(sql: string): Promise<void>;
  /** Writes rows into columns of a table; `end` is what follows ("on conflict …"), `:name` unknown. */
  insert(
    table: string,
    columns: readonly string[],
    rows: readonly (readonly Value[])[],
    end?: string,
  ): Promise<readonly unknown[]>;
}

/** What a database holds at one moment, whatever is written meanwhile. It keeps a connection until its end. */
export interface Snapshot extends Pick<Connection, 'rows' | 'change'> {
  end(): Promise<void>;
}

export interface Database extends Connection {
  /** Runs the steps in one transaction, and again from the start where another one came in their way. */
  transaction<T>(steps: (connection: Connection) => Promise<T>): Promise<T>;
  snapshot(): Promise<Snapshot>;
  close(): Promise<void>;
}

/** Thrown in a transaction's steps: what they rested on has just changed, so they begin again. */
export class BeginAgain extends Error {
  override readonly name = 'BeginAgain';
}

const triesInAll = 8;
/** The wire counts the values of a statement in 16 bits. */
const mostValues = 65_535;
const connectMs = 10_000;

/** SQLSTATEs of transactions that were in each other's way: serialization_failure, deadlock_detected. */
const inTheWay: ReadonlySet<string | undefined> = new Set(['40001', '40P01']);

/**
 * `seqscan`, `sort`, `jit`: every query here has an index to go by, also for its order, and the planner cannot know what
 * it costs to read long texts or to compile; of a young table it knows nothing yet. `plan_cache_mode`: so no value makes
 * another plan better, and each statement is planned once. `gin_pending_list_limit`: see tidier.ts, no writer merges unless
 * that is far behind. A transaction whose process hangs gives its locks back.
 */
const settings = `set enable_seqscan = off; set enable_sort = off; set jit = off; set plan_cache_mode = force_generic_plan; set synchronous_commit = on;
  set gin_pending_list_limit = '64MB'; set idle_in_transaction_session_timeout = '60s'; set timezone = 'UTC'`;

export function named(sql: string): Statement {
  const names: string[] = [];
  const text = sql.replace(/(?<!:):([a-z]\w*)/gi, (_, name: string) => {
    if (!names.includes(name)) names.push(name);
    return `$${names.indexOf(name) + 1}`;
  });
  return { name: textKey(text), text, names };
}

/**
 * PostgreSQL's texts cannot hold NUL. It is written as a character that Unicode leaves to programs for themselves, and
 * a digit; that character itself as well, so that everything is read as it was written.
 */
const escapeMark = '\ufdd0';

/** The text of JSON that the database has made of texts: as they are written there, NUL would stand in it unescaped. */
export const jsonText = (json: string): string => `replace((${json})::text, '${escapeMark}0', '\\u0000')`;

const encode = (text: string): string =>
  text.includes('\0') || text.includes(escapeMark)
    ? text.replaceAll(escapeMark, `${escapeMark}1`).replaceAll('\0', `${escapeMark}0`)
    : text;

const decode = (text: string): string =>
  text.includes(escapeMark)
    ? text.replaceAll(`${escapeMark}0`, '\0').replaceAll(`${escapeMark}1`, escapeMark)
    : text;

function toWire(value: Value): unknown {
  if (typeof value === 'string') return encode(value);
  return Array.isArray(value) ? value.map(toWire) : value;
}

const { INT8, TEXT } = types.builtins;

/** Whole numbers as numbers, and texts as they were written. */
function parserOf(oid: number, format?: 'text' | 'binary'): (value: string) => unknown {
  if (oid === INT8) return Number;
  if (oid === TEXT) return decode;
  return types.getTypeParser(oid, format === 'binary' ? 'text' : format);
}

function valuesOf({ names }: Statement, values: Values): unknown[] {
  return names.map((name) => {
    const value = values[name];
    if (value === undefined) throw new Error(`a statement misses its value "${name}"`);
    return toWire(value);
  });
}

function connectionOver(client: Pick<PoolClient, 'query'>): Connection {
  const ask = (statement: Statement, values: Values) =>
    client.query<Record<string, unknown>>({
      name: statement.name,
      text: statement.text,
      values: valuesOf(statement, values),
    });
  return {
    rows: async (statement, values = {}) => (await ask(statement, values)).rows,
    change: async (statement, values = {}) => (await ask(statement, values)).rowCount ?? 0,
    script: async (sql) => void (await client.query(sql)),
    async insert(table, columns, rows, end = '') {
      const written: unknown[] = [];
      const rowsAtOnce = Math.floor(mostValues / columns.length);
      for (let from = 0; from < rows.length; from += rowsAtOnce) {
        const some = rows.slice(from, from + rowsAtOnce);
        const tuples = some.map(
          (_, row) => `(${columns.map((__, column) => `$${row * columns.length + column + 1}`).join()})`,
        );
        const text = `insert into ${table} (${columns.join()}) values ${tuples.join()} ${end}`;
        written.push(...(await client.query<Record<string, unknown>>(text, some.flat().map(toWire))).rows);
      }
      return written;
    },
  };
}

const mayTryAgain = (error: unknown): boolean =>
  error instanceof BeginAgain || (error instanceof DatabaseError && inTheWay.has(error.code));

/** Answers the steps' result, or why they failed; the connection is given back in either case. */
async function tryOnce<T>(pool: Pool, steps: (connection: Connection) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('begin');
    const result = await steps(connectionOver(client));
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch((failed: Error) => {
      broken = failed;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

/** Whoever reads a snapshot may be slow in between, and holds nobody up. */
const beginSnapshot = `begin isolation level repeatable read read only;
  set local idle_in_transaction_session_timeout = 0`;

async function openSnapshot(pool: Pool): Promise<Snapshot> {
  const client = await pool.connect();
  await client.query(beginSnapshot);
  let ended: Promise<void> | undefined;
  return {
    ...connectionOver(client),
    end() {
      ended ??= client.query('rollback').then(
        () => client.release(),
        (error: Error) => client.release(error),
      );
      return ended;
    },
  };
}

/** Opens a pool of connections; nothing is sent before the first is needed. The server knows them by `name`. */
export function openDatabase(url: string, name = 'standfirst'): Database {
  const pool = new Pool({
    connectionString: url,
    application_name: name,
    connectionTimeoutMillis: connectMs,
    keepAlive: true,
    types: { getTypeParser: parserOf },
    onConnect: async (client) => void (await client.query(settings)),
  });
  // A connection that ends (the server starts anew) leaves the pool, and what was being asked of it fails by itself. But
  // an error that nobody listens to ends the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));

  let ended: Promise<void> | undefined;
  return {
    ...connectionOver(pool),
    async transaction(steps) {
      for (let tries = 1; ; tries += 1) {
        try {
          return await tryOnce(pool, steps);
        } catch (error) {
          if (tries >= triesInAll || !mayTryAgain(error)) throw error;
        }
      }
    },
    snapshot: () => openSnapshot(pool),
    close() {
      ended ??= pool.end();
      return ended;
    },
  };
}
