import { byId, make } from './dom.ts';
import { drawAvatar } from './message/avatar.ts';
import { drawAppBadge } from './message/draw-origin.ts';
import type { GuildView, UserView } from './protocol.ts';
import type { ClientState } from './state/client-state.ts';
import { channelOf, shownName } from './state/names.ts';

function drawMember(user: UserView, isAway: boolean): HTMLLIElement {
  return make(
    'li',
    { class: 'member', 'data-away': isAway ? true : undefined },
    drawAvatar(user),
    make('span', { class: 'member-name' }, shownName(user)),
    drawAppBadge(user),
  );
}

function drawGroup(title: string, members: readonly HTMLLIElement[]): readonly HTMLElement[] {
  if (members.length === 0) return [];
  return [
    make('h2', { class: 'member-group' }, `${title} — ${members.length}`),
    make('ul', { 'aria-label': title }, ...members),
  ];
}

/** Who is in the server of the open channel, where the screen is wide enough to show it. */
export function createMembers(): (state: ClientState) => void {
  const place = byId('members', HTMLElement);
  let drawn: { readonly guild: GuildView | undefined; readonly isBotOnline: boolean } | undefined;
  return ({ snapshot, openChannelId }) => {
    const guildId = channelOf(snapshot, openChannelId)?.guildId;
    const guild = snapshot.guilds.find(({ id }) => id === guildId);
    const { isBotOnline } = snapshot;
    if (drawn?.guild === guild && drawn?.isBotOnline === isBotOnline) return;
    drawn = { guild, isBotOnline };
    place.hidden = guild === undefined;
    const bots = guild?.members.filter(({ bot }) => bot) ?? [];
    const people = guild?.members.filter(({ bot }) => !bot) ?? [];
    place.replaceChildren(
      ...drawGroup(
        'Apps',
        bots.map((user) => drawMember(user, !isBotOnline)),
      ),
      ...drawGroup(
        'People',
        people.map((user) => drawMember(user, false)),
      ),
    );
  };
}
