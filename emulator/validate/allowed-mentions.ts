import { blame, type Field, fieldAt } from './form.ts';
import { readBoolean, readChoice, readFields, readList, readText } from './read.ts';

type MentionKind = 'users' | 'roles' | 'everyone';

export interface AllowedMentions {
  readonly parse: readonly MentionKind[];
  readonly users: readonly string[];
  readonly roles: readonly string[];
  readonly repliedUser: boolean;
}

const kinds: readonly MentionKind[] = ['users', 'roles', 'everyone'];

/** `undefined` where the request says nothing: then every mention in the text notifies. */
export function readAllowedMentions(field: Field): AllowedMentions | undefined {
  if (readFields(field) === undefined) return undefined;
  const parse = readList(fieldAt(field, 'parse')).flatMap((item) => readChoice(item, kinds) ?? []);
  const ids = (kind: 'users' | 'roles') => {
    const listed = readList(fieldAt(field, kind), { max: 100 }).flatMap((item) => readText(item) ?? []);
    if (listed.length > 0 && parse.includes(kind))
      blame(
        fieldAt(field, kind),
        'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
        `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`,
      );
    return listed;
  };
  return {
    parse,
    users: ids('users'),
    roles: ids('roles'),
    repliedUser: readBoolean(fieldAt(field, 'replied_user')) ?? false,
  };
}
