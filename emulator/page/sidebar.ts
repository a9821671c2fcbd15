import { arrange, byId, make, setAttribute } from './dom.ts';
import { tintOf } from './message/avatar.ts';
import type { ChannelView, GuildView } from './protocol.ts';
import type { ClientState, Unread } from './state/client-state.ts';
import { shownName } from './state/names.ts';

const kinds: Readonly<Record<number, string>> = {
  0: 'text',
  1: 'dm',
  5: 'announcement',
  10: 'thread',
  11: 'thread',
  15: 'forum',
};

const kindWords: Readonly<Record<string, string>> = {
  text: 'text channel',
  dm: 'direct messages',
  announcement: 'announcement channel',
  thread: 'thread',
  forum: 'forum',
};

/** What kind of channel it is, for the sign before its name. */
export function kindOf({ type }: ChannelView): string {
  return kinds[type] ?? 'text';
}

export interface Sidebar {
  render(state: ClientState): void;
}

interface Row {
  readonly item: HTMLLIElement;
  readonly button: HTMLButtonElement;
  readonly badge: HTMLElement;
}

function drawChannel(channel: ChannelView, onOpen: () => void): Row {
  const badge = make('span', { class: 'channel-badge', 'aria-hidden': 'true', hidden: true });
  const button = make(
    'button',
    { class: 'channel', type: 'button' },
    make('span', { class: 'channel-mark', 'data-kind': kindOf(channel), 'aria-hidden': 'true' }),
    make('span', { class: 'channel-name' }, channel.name),
    badge,
  );
  button.addEventListener('click', onOpen);
  const isThread = kindOf(channel) === 'thread';
  const item = make('li', { class: 'channel-row', 'data-thread': isThread ? true : undefined }, button);
  return { item, button, badge };
}

function unreadWords(unread: Unread | undefined): string {
  if (unread === undefined) return '';
  return unread.pings > 0 ? `, ${unread.pings} for you` : ', unread';
}

function refresh({ button, badge }: Row, channel: ChannelView, { openChannelId, unread }: ClientState): void {
  const count = unread.get(channel.id);
  setAttribute(button, 'aria-current', channel.id === openChannelId ? 'page' : undefined);
  setAttribute(button, 'data-unread', count === undefined ? undefined : '');
  const words = `${channel.name}, ${kindWords[kindOf(channel)]}${unreadWords(count)}`;
  setAttribute(button, 'aria-label', words);
  badge.hidden = (count?.pings ?? 0) === 0;
  badge.textContent = String(count?.pings ?? '');
}

/** Threads stand under the channel they hang on. */
function inOrder(channels: readonly ChannelView[]): readonly ChannelView[] {
  const threads = channels.filter((channel) => kindOf(channel) === 'thread');
  return channels
    .filter((channel) => kindOf(channel) !== 'thread')
    .flatMap((channel) => [channel, ...threads.filter(({ parentId }) => parentId === channel.id)]);
}

interface Group {
  readonly title: HTMLHeadingElement;
  readonly list: HTMLUListElement;
}

function makeGroup(name: string): Group {
  const title = make('h3', { class: 'channel-group-title' }, name);
  return { title, list: make('ul', { class: 'channel-list', 'aria-label': name }) };
}

/** The channels of the servers, the direct messages, and who the person is. */
export function createSidebar(
  onOpen: (channelId: string) => void,
  onSwitch: (username: string) => void,
): Sidebar {
  const place = byId('channels', HTMLDivElement);
  const guildName = byId('guild-name', HTMLHeadingElement);
  const persons = byId('person-switch', HTMLSelectElement);
  const avatar = byId('person-avatar', HTMLSpanElement);
  const rows = new Map<string, Row>();
  const groups = new Map<string, Group>();
  persons.addEventListener('change', () => onSwitch(persons.value));

  const rowOf = (channel: ChannelView): Row => {
    const key = `${channel.id} ${channel.name}`;
    const row = rows.get(key) ?? drawChannel(channel, () => onOpen(channel.id));
    rows.set(key, row);
    return row;
  };
  const groupOf = (id: string, name: string): Group => {
    const group = groups.get(id) ?? makeGroup(name);
    groups.set(id, group);
    return group;
  };
  const fill = (group: Group, channels: readonly ChannelView[], state: ClientState) => {
    for (const channel of channels) refresh(rowOf(channel), channel, state);
    arrange(
      group.list,
      channels.map((channel) => rowOf(channel).item),
    );
    return [group.title, group.list];
  };
  const guildPart = (guild: GuildView, state: ClientState) => {
    const { guilds, channels } = state.snapshot;
    const group = groupOf(guild.id, guilds.length === 1 ? 'Channels' : guild.name);
    return fill(group, inOrder(channels.filter(({ guildId }) => guildId === guild.id)), state);
  };
  const showPeople = ({ people, person }: ClientState['snapshot']) => {
    const names = people.map((one) => `${shownName(one)}${one.isAdministrator ? ' (admin)' : ''}`);
    if (persons.options.length !== people.length)
      persons.replaceChildren(
        ...people.map(({ username }, index) => make('option', { value: username }, names[index])),
      );
    persons.value = person.username;
    avatar.textContent = shownName(person).slice(0, 1);
    setAttribute(avatar, 'data-tint', tintOf(person));
  };
  return {
    render(state) {
      const { snapshot } = state;
      guildName.textContent = snapshot.guilds[0]?.name ?? 'Direct messages';
      const direct = snapshot.channels.filter(({ guildId }) => guildId === undefined);
      arrange(place, [
        ...snapshot.guilds.flatMap((guild) => guildPart(guild, state)),
        ...fill(groupOf('direct', 'Direct messages'), direct, state),
      ]);
      showPeople(snapshot);
    },
  };
}
