type Value = string | number | null | readonly string[];

/** What a statement's names (`:id`) stand for. */
export type Values = Readonly<Record<string, Value>>;

/** Where the two engines' SQL differs. */
export interface Dialect {
  /** The condition that a column is one of a list of texts, which is given by that name. */
  isAmong(column: string, name: string): string;
  /** A list of texts as the engine takes it. */
  list(texts: readonly string[]): Value;
  /** Texts of several rows as one JSON array, in an order. */
  gathered(column: string, order: string): string;
  /** Of an article `a`: the edition in which it was noted, and the speakers as JSON, in the order of their names. */
  readonly notedColumns: string;
  /** By which column what is known of stories belongs to an article, and which of the article's own that is. */
  readonly storyKey:
    | { readonly column: 'article_id'; readonly of: 'id' }
    | { readonly column: 'row_id'; readonly of: 'row_id' };
  /** By which column, besides the namespace, a value is found, and what stands there for a key. */
  readonly valueKey: 'key' | 'key_key';
  valueKeyOf(key: string): string;
}

/** One connection of either engine: within a snapshot it reads, within a transaction it also writes. */
export interface Session {
  readonly dialect: Dialect;
  rows(sql: string, values?: Values): Promise<readonly unknown[]>;
  /** Answers how many rows it changed. */
  change(sql: string, values?: Values): Promise<number>;
}
