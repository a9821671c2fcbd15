import { z } from 'zod';
import { ConfigError } from '../../domain/errors.ts';
import { type Connection, type Database, named } from './connection.ts';

/** "Stnd" in ASCII: the lock of whoever changes the form; it ends with its transaction. */
const lockNumber = 0x53_74_6e_64;

const lock = named(`select pg_advisory_xact_lock(${lockNumber})`);
const look = named(
  `select current_setting('server_encoding') as encoding, current_schema() as schema,
          to_regclass('standfirst_form') is not null as "isOurs",
          (select count(*) from pg_class c
            where c.relnamespace = to_regnamespace(quote_ident(current_schema()))
              and not exists (select 1 from pg_depend d where d.objid = c.oid and d.deptype = 'e')) as relations`,
);
const readForm = named('select form from standfirst_form');
const writeForm = named('update standfirst_form set form = :form');

const lookRow = z.object({
  encoding: z.string(),
  schema: z.string().nullable(),
  isOurs: z.boolean(),
  relations: z.int(),
});
const formRow = z.object({ form: z.int() });

const refusal = (name: string, why: string) => new ConfigError([`STORE_URL: ${name} ${why}`]);

/** The form that the database has, 0 where it is empty. Refuses what is not ours or not fit for us. */
export async function formOf(db: Connection, name: string): Promise<number> {
  const { encoding, schema, isOurs, relations } = lookRow.parse((await db.rows(look))[0]);
  if (encoding !== 'UTF8') throw refusal(name, `has the encoding ${encoding}, where UTF8 is needed`);
  if (schema === null) throw refusal(name, 'has no schema that may be used (search_path)');
  if (isOurs) return formRow.parse((await db.rows(readForm))[0]).form;
  if (relations > 0) throw refusal(name, 'holds the data of another application');
  return 0;
}

/**
 * Brings the database to the newest form: migration `n` leads from form `n` to `n + 1`; there is no way back. All in
 * one transaction and under a lock, so two processes that open at once do it once. A database of another application
 * or of a newer version of ours is refused with a `ConfigError` and left as it is.
 */
export async function migrate(db: Database, migrations: readonly string[], name: string): Promise<void> {
  await db.transaction(async (connection) => {
    await connection.rows(lock);
    const form = await formOf(connection, name);
    if (form > migrations.length)
      throw refusal(
        name,
        `was written by a newer version (form ${form}, this one knows ${migrations.length})`,
      );
    if (form === migrations.length) return;
    if (form === 0)
      await connection.script(
        'create table standfirst_form (form integer not null); insert into standfirst_form values (0)',
      );
    for (const migration of migrations.slice(form)) await connection.script(migration);
    await connection.change(writeForm, { form: migrations.length });
  });
}
