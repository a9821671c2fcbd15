import { isThere } from '../article-rows.ts';

/** The condition under which an article `a` may be read: it is there, and in one of the scopes (`:scopes`, JSON). */
export const isReadable = `a.scope in (select value from json_each(:scopes)) and ${isThere}`;
