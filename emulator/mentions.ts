import { type Component, componentType, flatten } from './component.ts';
import { may, permission } from './permissions.ts';
import type { AllowedMentions } from './validate/allowed-mentions.ts';
import type { Channel, Mentions, World } from './world.ts';

interface Spoken {
  readonly content: string;
  readonly components: readonly Component[];
  readonly allowedMentions: AllowedMentions | undefined;
  /** Whom a reply answers. */
  readonly repliedUserId?: string;
}

/** Who is named in a text; code spans are not looked into, which is stricter than Discord. */
function namedIn(text: string): Mentions {
  const ids = (pattern: RegExp) => [...new Set([...text.matchAll(pattern)].map((match) => match[1] ?? ''))];
  return {
    everyone: /@(?:everyone|here)\b/.test(text),
    userIds: ids(/<@!?(\d{17,20})>/g),
    roleIds: ids(/<@&(\d{17,20})>/g),
  };
}

/** Text displays notify as the content does. */
function spokenText({ content, components }: Spoken): string {
  const texts = flatten(components).filter(({ type }) => type === componentType.textDisplay);
  return [content, ...texts.map((text) => text.content ?? '')].join('\n');
}

function allowed(named: Mentions, rules: AllowedMentions | undefined): Mentions {
  if (rules === undefined) return named;
  const may = (kind: 'users' | 'roles', id: string) => rules.parse.includes(kind) || rules[kind].includes(id);
  return {
    everyone: named.everyone && rules.parse.includes('everyone'),
    userIds: named.userIds.filter((id) => may('users', id)),
    roleIds: named.roleIds.filter((id) => may('roles', id)),
  };
}

/** Who is notified of a message, after allowed_mentions and the author's permissions. */
export function pingsOf(world: World, channel: Channel, authorId: string, spoken: Spoken): Mentions {
  const named = allowed(namedIn(spokenText(spoken)), spoken.allowedMentions);
  const { repliedUserId } = spoken;
  const isReplyPinged = repliedUserId !== undefined && spoken.allowedMentions?.repliedUser !== false;
  const userIds = new Set([...named.userIds, ...(isReplyPinged ? [repliedUserId] : [])]);
  const guild = channel.guildId === undefined ? undefined : world.guilds.get(channel.guildId);
  const mayAll = guild !== undefined && may(world, channel, authorId, permission.mentionEveryone);
  const mayNotify = (id: string) =>
    id !== guild?.id && (mayAll || guild?.roles.get(id)?.isMentionable === true);
  return {
    everyone: named.everyone && mayAll,
    userIds: [...userIds].filter((id) => world.users.has(id)),
    roleIds: named.roleIds.filter((id) => guild?.roles.has(id) === true && mayNotify(id)),
  };
}
