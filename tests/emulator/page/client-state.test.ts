import { describe, expect, it } from 'vitest';
import type { ChannelView, Snapshot, StreamEvent } from '../../../emulator/page/protocol.ts';
import { heard, opened, stateOf, timelineOf } from '../../../emulator/page/state/client-state.ts';
import { bot, message, robin } from './messages.ts';

const channel = (id: string, parts: Partial<ChannelView> = {}): ChannelView => ({
  id,
  type: 0,
  name: `channel ${id}`,
  guildId: '9',
  mayWrite: true,
  commandIds: [],
  ...parts,
});

const direct: ChannelView = { id: '3', type: 1, name: 'Standfirst', mayWrite: true, commandIds: [] };

const snapshot: Snapshot = {
  guilds: [{ id: '9', name: 'Harbour', roles: [], members: [robin, bot] }],
  channels: [channel('0', { type: 15 }), channel('1'), channel('2'), direct],
  commands: [],
  person: { ...robin, isAdministrator: false },
  people: [],
  bot,
  isBotOnline: true,
};

const first = stateOf(snapshot, undefined);
type Heard = Exclude<StreamEvent, { readonly type: 'snapshot' }>;
const hearing = (events: readonly Heard[], from = first) =>
  events.reduce((state, event) => heard(state, event, 0), from);
const created = (id: number, parts = {}): Heard => ({
  type: 'message.created',
  message: message(id, { author: bot, ...parts }),
});

describe('what a page knows', () => {
  it('begins with the first channel that can be opened', () => {
    expect(first.openChannelId).toBe('1');
    expect(stateOf(snapshot, opened(first, '2')).openChannelId).toBe('2');
  });

  it('counts what is unread elsewhere, and of it what is for the person', () => {
    const state = hearing([
      created(1),
      created(2, { channel_id: '2' }),
      created(3, { channel_id: '2', isPing: true }),
      created(4, { channel_id: '3' }),
      created(5, { channel_id: '2', author: robin }),
    ]);
    expect([...state.unread]).toEqual([
      ['2', { messages: 2, pings: 1 }],
      ['3', { messages: 1, pings: 1 }],
    ]);
    expect([...opened(state, '2').unread.keys()]).toEqual(['3']);
  });

  it('keeps what was asked until it is answered, or marks that it was not', () => {
    const asked: Heard = { type: 'asked', asked: { id: '7', kind: 'command', channelId: '1', label: '/x' } };
    expect(hearing([asked]).asked).toMatchObject([{ id: '7', state: 'waiting' }]);
    expect(hearing([asked, { type: 'unanswered', id: '7' }]).asked).toMatchObject([{ state: 'failed' }]);
    expect(hearing([asked, { type: 'answered', id: '7' }]).asked).toEqual([]);
  });

  it('lets a new try of a button take the place of the one that failed', () => {
    const press = (id: string): Heard => ({
      type: 'asked',
      asked: { id, kind: 'component', channelId: '1', label: 'a', messageId: '5', customId: 'a' },
    });
    const state = hearing([press('7'), { type: 'unanswered', id: '7' }, press('8')]);
    expect(state.asked.map(({ id }) => id)).toEqual(['8']);
  });

  it('shows typing for ten seconds, or until the bot has written', () => {
    const typing: Heard = { type: 'typing', channelId: '1' };
    expect(heard(first, typing, 5000).typing.get('1')).toBe(15_000);
    expect(hearing([typing, created(1)]).typing.size).toBe(0);
  });

  it('does not show again what is gone', () => {
    const state = hearing([
      created(1),
      { type: 'message.deleted', channelId: '1', messageId: '1' },
      { type: 'message.edited', message: message(1) },
    ]);
    expect(timelineOf(state, '1').messages).toEqual([]);
  });

  it('leaves a channel that is no more', () => {
    const places = { ...snapshot, channels: snapshot.channels.filter(({ id }) => id !== '2') };
    expect(hearing([{ type: 'places', places }], opened(first, '2')).openChannelId).toBe('1');
  });
});
