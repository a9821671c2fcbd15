import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Dialect, Session, Values } from '../transfer/session.ts';

const dialect: Dialect = {
  isAmong: (column, name) => `${column} in (select value from json_each(:${name}))`,
  list: (texts) => JSON.stringify(texts),
  gathered: (column, order) => `json_group_array(${column} order by ${order})`,
  notedColumns: `a.noted as edition, (
    select json_group_array(json_object('name', s.name, 'role', s.role) order by s.name)
      from article_speaker q join speaker s on s.speaker_id = q.speaker_id where q.row_id = a.row_id) as speakers`,
  storyKey: { column: 'article_id', of: 'id' },
  valueKey: 'key',
  valueKeyOf: (key) => key,
};

/** A connection as what is written for both engines asks it. */
export function createSession(db: DatabaseSync): Session {
  const prepared = new Map<string, StatementSync>();

  function prepare(sql: string): StatementSync {
    const known = prepared.get(sql);
    if (known !== undefined) return known;
    const statement = db.prepare(sql);
    statement.setAllowUnknownNamedParameters(true);
    prepared.set(sql, statement);
    return statement;
  }

  const bound = (values: Values) =>
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => {
        if (typeof value === 'object' && value !== null)
          throw new TypeError(`"${name}" is a list: the dialect makes a value of it`);
        return [name, value];
      }),
    );

  return {
    dialect,
    rows: async (sql, values = {}) => prepare(sql).all(bound(values)),
    change: async (sql, values = {}) => Number(prepare(sql).run(bound(values)).changes),
  };
}
