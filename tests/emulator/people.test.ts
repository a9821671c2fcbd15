import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addRole, setBotPermissions } from '../../emulator/build-world.ts';
import type { SlashCall } from '../../emulator/people/slash.ts';
import { permission } from '../../emulator/permissions.ts';
import { type Emulator, startEmulator } from '../../emulator/start.ts';
import { request } from './api.ts';

const menu = [
  {
    name: 'ask',
    description: 'Asks',
    options: [
      { type: 3, name: 'what', description: 'What', required: true, min_length: 2, max_length: 5 },
      { type: 4, name: 'count', description: 'How many', min_value: 1, max_value: 9 },
      { type: 10, name: 'share', description: 'How much', max_value: 1 },
      { type: 3, name: 'size', description: 'How big', choices: [{ name: 'Big', value: 'b' }] },
      { type: 5, name: 'loud', description: 'How loud' },
      { type: 6, name: 'who', description: 'Who' },
      { type: 7, name: 'where', description: 'Where', channel_types: [0] },
      { type: 8, name: 'role', description: 'Which role' },
      { type: 9, name: 'whom', description: 'Whom' },
      { type: 11, name: 'file', description: 'A file' },
      { type: 3, name: 'topic', description: 'About', autocomplete: true },
    ],
  },
  {
    name: 'list',
    description: 'Lists',
    options: [
      { type: 1, name: 'all', description: 'All' },
      { type: 2, name: 'of', description: 'Of', options: [{ type: 1, name: 'today', description: 'Today' }] },
    ],
  },
  { name: 'rule', description: 'Rules', default_member_permissions: permission.manageGuild.toString() },
  { name: 'reign', description: 'Reigns', default_member_permissions: '0' },
  { name: 'here', description: 'In guilds only', contexts: [0] },
  { type: 3, name: 'Read aloud' },
];

let emulator: Emulator;

beforeAll(async () => {
  emulator = await startEmulator();
  await request(emulator, 'PUT', `/applications/${emulator.world.applicationId}/commands`, { body: menu });
});

afterAll(() => emulator.close());

const member = () => emulator.person(emulator.first.member).in(emulator.first.channels.general);
const admin = () => emulator.person(emulator.first.admin).in(emulator.first.channels.general);
const ask = (options: SlashCall['options']): SlashCall => ({
  name: 'ask',
  options: { what: 'news', ...options },
});
const upload = { filename: 'a.txt', bytes: new Uint8Array(3) };

describe('a person’s client refuses', () => {
  it.each<readonly [string, SlashCall, string]>([
    ['a command that is not there', { name: 'tell' }, 'there is no /tell here'],
    ['an option that is not there', ask({ when: 'now' }), '/ask has no option called "when"'],
    ['leaving out what is needed', { name: 'ask' }, '/ask needs the option "what"'],
    ['too short a text', ask({ what: 'x' }), 'takes at least 2 characters, not 1'],
    ['too long a text', ask({ what: 'xxxxxx' }), 'takes at most 5 characters, not 6'],
    ['a text for a number', ask({ count: 'many' }), 'takes a whole number'],
    ['a broken number for a whole one', ask({ count: 1.5 }), 'takes a whole number'],
    ['too small a number', ask({ count: 0 }), 'takes at least 1, not 0'],
    ['too large a number', ask({ share: 1.01 }), 'takes at most 1, not 1.01'],
    ['a choice that is not offered', ask({ size: 'Small' }), 'offers "Big", not "Small"'],
    ['perhaps', ask({ loud: 'perhaps' }), 'takes true or false'],
    ['a stranger', ask({ who: 'nobody' }), 'nobody here is called "nobody"'],
    ['a channel that is not there', ask({ where: 'attic' }), 'there is none called "attic"'],
    [
      'a channel of another kind',
      ask({ where: 'announcements' }),
      'does not take channels like #announcements',
    ],
    ['a role that is not there', ask({ role: 'kings' }), 'there is none called "kings"'],
    ['neither person nor role', ask({ whom: 'kings' }), 'takes a role; there is none called "kings"'],
    ['a text for a file', ask({ file: 'a.txt' }), 'takes a file'],
    ['a file for a text', { ...ask({}), files: { topic: upload } }, 'takes no file'],
    [
      'a file over 10 MiB',
      { ...ask({}), files: { file: { ...upload, bytes: new Uint8Array(10_485_761) } } },
      'larger than 10 MiB',
    ],
    ['no subcommand where there are some', { name: 'list' }, '/list needs a subcommand'],
    [
      'a subcommand that is not there',
      { name: 'list', subcommand: 'none' },
      'has no subcommand called "none"',
    ],
    ['a group for a subcommand', { name: 'list', subcommand: 'of' }, '/list of needs a subcommand'],
    ['a command for others', { name: 'rule' }, 'robin may not use /rule'],
    ['a command for administrators', { name: 'reign' }, 'robin may not use /reign'],
  ])('%s', (_, call, words) => {
    const before = emulator.world.interactions.size;
    expect(() => member().run(call)).toThrow(words);
    expect(emulator.world.interactions.size).toBe(before);
  });

  it('a command of guilds in a direct message', () => {
    expect(() => emulator.person(emulator.first.member).inDm().run({ name: 'here' })).toThrow(
      'there is no /here here',
    );
  });

  it.each([
    ['completing what completes nothing', 'what', 'completes nothing'],
    ['completing what is not there', 'when', 'has no option called "when"'],
  ])('%s', (_, option, words) => {
    expect(() => member().complete({ name: 'ask', option, typed: '' })).toThrow(words);
  });

  it.each([
    ['nothing', '  ', 'there is nothing to send'],
    ['2001 characters', 'x'.repeat(2001), 'at most 2000 characters'],
  ])('saying %s', (_, words, complaint) => {
    expect(() => member().say(words)).toThrow(complaint);
  });

  it('what a person does not see', () => {
    const { locked } = emulator.first.channels;
    locked.overwrites.set(emulator.first.guild.id, {
      id: emulator.first.guild.id,
      kind: 'role',
      allow: 0n,
      deny: permission.viewChannel,
    });
    expect(() => emulator.person(emulator.first.member).in(locked).say('x')).toThrow(
      'robin does not see #locked',
    );
  });

  it('writing over the words of others', () => {
    const { message } = admin().say('mine');
    expect(() => member().edit(message, 'yours')).toThrow('is not robin');
    expect(() => member().remove(message)).toThrow('is not robin');
  });
});

describe('an interaction', () => {
  it('in a guild carries the member, the channel, rights, languages and what ids stand for', () => {
    const { guild, channels, member: person } = emulator.first;
    const role = addRole(emulator.world, guild, 'readers', 0n);
    const { newsroom } = channels;
    const canOnlyLook = permission.viewChannel;
    setBotPermissions(emulator.world, newsroom.id, canOnlyLook);
    const call = ask({
      count: '3',
      size: 'Big',
      loud: true,
      who: '@Avery',
      where: '#newsroom',
      role: 'readers',
    });
    const { payload } = member().run({ ...call, files: { file: upload } }).interaction;
    expect(payload).toMatchObject({
      type: 2,
      version: 1,
      application_id: emulator.world.applicationId,
      guild_id: guild.id,
      guild_locale: 'en-GB',
      locale: 'en-GB',
      context: 0,
      authorizing_integration_owners: { '0': guild.id },
      entitlements: [],
      attachment_size_limit: 10_485_760,
      channel_id: channels.general.id,
      channel: {
        id: channels.general.id,
        name: 'general',
        type: 0,
        permissions: expect.stringMatching(/^\d+$/),
      },
      member: { user: { id: person.id, username: 'robin' }, permissions: expect.stringMatching(/^\d+$/) },
      data: {
        name: 'ask',
        type: 1,
        options: expect.arrayContaining([
          { name: 'count', type: 4, value: 3 },
          { name: 'size', type: 3, value: 'b' },
          { name: 'where', type: 7, value: newsroom.id },
        ]),
        resolved: {
          users: { [emulator.first.admin.id]: { username: 'avery' } },
          members: { [emulator.first.admin.id]: { roles: [] } },
          roles: { [role.id]: { name: 'readers' } },
          channels: { [newsroom.id]: { name: 'newsroom', app_permissions: canOnlyLook.toString() } },
        },
      },
    });
    expect(payload.user).toBeUndefined();
    expect(Object.values(Object(payload.data).resolved.attachments)).toMatchObject([
      { filename: 'a.txt', size: 3 },
    ]);
  });

  it('in a direct message carries the user, and the two of them only', () => {
    const { member: person } = emulator.first;
    const seat = emulator.person(person, 'nb').inDm();
    const { payload } = seat.run(ask({ who: 'Newsbot' })).interaction;
    expect(payload).toMatchObject({
      context: 1,
      locale: 'nb',
      authorizing_integration_owners: { '0': '0' },
      user: { id: person.id },
      channel: { type: 1 },
    });
    expect([payload.guild_id, payload.member, payload.guild_locale]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(() => seat.run(ask({ who: 'avery' }))).toThrow('nobody here');
  });

  it('nests a subcommand in its group', () => {
    const { payload } = member().run({ name: 'list', group: 'of', subcommand: 'today' }).interaction;
    expect(Object(payload.data).options).toEqual([
      { name: 'of', type: 2, options: [{ name: 'today', type: 1, options: [] }] },
    ]);
  });

  it('is an administrator’s where others may not', () => {
    expect(admin().run({ name: 'reign' }).interaction.label).toBe('/reign');
  });

  it('of a half-typed option carries it as it stands', () => {
    const seat = member();
    const rows = seat.complete({ name: 'ask', option: 'topic', typed: 'we', options: { count: 2 } }, 20);
    const interaction = [...emulator.world.interactions.values()].at(-1);
    expect(Object(interaction?.payload.data).options).toEqual([
      { name: 'count', type: 4, value: 2 },
      { name: 'topic', type: 3, value: 'we', focused: true },
    ]);
    return expect(rows).rejects.toThrow('/ask: the application did not respond within 20 ms');
  });
});

describe('waiting', () => {
  it.each([
    ['an acknowledgement', () => member().run(ask({})).reply(20), '/ask: the application did not respond'],
    ['a reply to a message', () => member().say('hello').reply(20), 'Newsbot wrote nothing within 20 ms'],
    ['the next message', () => member().next(20), 'Newsbot wrote nothing within 20 ms'],
    ['a change', () => member().changed(member().say('hello').message, 20), 'stayed as it is for 20 ms'],
  ])('for %s ends with a clear error', async (_, wait, words) => {
    await expect(wait()).rejects.toThrow(words);
  });
});
