import type { Dialect, Session } from '../transfer/session.ts';
import { type Connection, jsonText, named, type Statement } from './connection.ts';
import { textKey } from './text-key.ts';

const dialect: Dialect = {
  isAmong: (column, name) => `${column} = any(:${name})`,
  list: (texts) => texts,
  gathered: (column, order) => jsonText(`coalesce(json_agg(${column} order by ${order}), '[]'::json)`),
  notedColumns: `(select n.edition from article_note n where n.row_id = a.row_id) as edition, (
    select ${jsonText(`coalesce(json_agg(json_build_object('name', s.name, 'role', s.role) order by s.name), '[]'::json)`)}
      from article_speaker q join speaker s on s.speaker_id = q.speaker_id where q.row_id = a.row_id) as speakers`,
  storyKey: { column: 'row_id', of: 'row_id' },
  valueKey: 'key_key',
  valueKeyOf: textKey,
};

const statements = new Map<string, Statement>();

function statementOf(sql: string): Statement {
  const known = statements.get(sql);
  if (known !== undefined) return known;
  const statement = named(sql);
  statements.set(sql, statement);
  return statement;
}

/** A connection, or a transaction of one, as what is written for both engines asks it. */
export function createSession(connection: Pick<Connection, 'rows' | 'change'>): Session {
  return {
    dialect,
    rows: (sql, values) => connection.rows(statementOf(sql), values),
    change: (sql, values) => connection.change(statementOf(sql), values),
  };
}
