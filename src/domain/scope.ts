/** Whose text it is: anyone's, one guild's, or one person's (given in a direct message). */
export type Scope = 'public' | `guild:${string}` | `person:${string}`;

/** Who reads: the person, and the guild they read in (absent in a direct message). */
export interface Reader {
  readonly personId: string;
  readonly guildId?: string;
  /** Whether they may manage that guild; only a command and a press tell. */
  readonly mayManage?: boolean;
}

/**
 * The scopes a reader may see. In a guild a person's own texts are left out, since a reply there can be
 * shared with everyone.
 */
export function scopesOf(reader: Reader): readonly Scope[] {
  return reader.guildId === undefined
    ? ['public', `person:${reader.personId}`]
    : ['public', `guild:${reader.guildId}`];
}

/** The scope of a text that a reader hands in (a file, a pasted text). */
export function ownScopeOf(reader: Reader): Scope {
  return reader.guildId === undefined ? `person:${reader.personId}` : `guild:${reader.guildId}`;
}
