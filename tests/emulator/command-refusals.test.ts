import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Emulator, startEmulator } from '../../emulator/start.ts';
import { mistakesOf, request } from './api.ts';

const many = (count: number, make: (index: number) => unknown) =>
  Array.from({ length: count }, (_, index) => make(index));
const long = (length: number) => 'x'.repeat(length);
const command = (more: object = {}) => ({ name: 'news', description: 'The news', ...more });
const option = (more: object = {}) => ({ type: 3, name: 'story', description: 'Which', ...more });
const withOption = (more: object) => command({ options: [option(more)] });
const choice = (index: number) => ({ name: `${index}`, value: `${index}` });

type Row = readonly [title: string, body: object, place: string, code: string];

const names: readonly Row[] = [
  [
    'a name of 33',
    command({ name: long(33) }),
    'name',
    'BASE_TYPE_BAD_LENGTH APPLICATION_COMMAND_INVALID_NAME',
  ],
  ['a name with a capital', command({ name: 'News' }), 'name', 'APPLICATION_COMMAND_INVALID_NAME'],
  ['a name with a blank', command({ name: 'the news' }), 'name', 'APPLICATION_COMMAND_INVALID_NAME'],
  ['no name', { description: 'x' }, 'name', 'BASE_TYPE_REQUIRED'],
  ['no description', { name: 'news' }, 'description', 'BASE_TYPE_REQUIRED'],
  ['a description of 101', command({ description: long(101) }), 'description', 'BASE_TYPE_BAD_LENGTH'],
  [
    'a message command with a description',
    { type: 3, name: 'Read', description: 'x' },
    'description',
    'BASE_TYPE_MAX_LENGTH',
  ],
  ['a type that is none', command({ type: 9 }), 'type', 'BASE_TYPE_CHOICES'],
  [
    'permissions that are no number',
    command({ default_member_permissions: 'all' }),
    'default_member_permissions',
    'PERMISSIONS_TYPE_CONVERT',
  ],
  ['a context that is none', command({ contexts: [3] }), 'contexts.0', 'NUMBER_TYPE_MAX'],
];

const options: readonly Row[] = [
  [
    '26 options',
    command({ options: many(26, (index) => option({ name: `o${index}` })) }),
    'options',
    'BASE_TYPE_MAX_LENGTH',
  ],
  [
    'an option’s name with a blank',
    withOption({ name: 'a b' }),
    'options.0.name',
    'APPLICATION_COMMAND_INVALID_NAME',
  ],
  [
    'two options of a name',
    command({ options: [option(), option()] }),
    'options.1.name',
    'APPLICATION_COMMAND_OPTIONS_NAME_DUPLICATE',
  ],
  [
    'a needed option after one that is not',
    command({ options: [option(), option({ name: 'b', required: true })] }),
    'options.1',
    'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
  ],
  ['26 choices', withOption({ choices: many(26, choice) }), 'options.0.choices', 'BASE_TYPE_MAX_LENGTH'],
  [
    'two choices of a name',
    withOption({ choices: [choice(1), choice(1)] }),
    'options.0.choices.1.name',
    'APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_DUPLICATE',
  ],
  [
    'a choice of 101',
    withOption({ choices: [{ name: 'a', value: long(101) }] }),
    'options.0.choices.0.value',
    'BASE_TYPE_MAX_LENGTH',
  ],
  [
    'a number for a choice that is text',
    withOption({ type: 4, choices: [{ name: 'a', value: 'a' }] }),
    'options.0.choices.0.value',
    'NUMBER_TYPE_COERCE',
  ],
  [
    'choices and completion together',
    withOption({ autocomplete: true, choices: [choice(1)] }),
    'options.0.autocomplete',
    'APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_CHOICES',
  ],
  ['a length beyond 6000', withOption({ max_length: 6001 }), 'options.0.max_length', 'NUMBER_TYPE_MAX'],
  [
    'a subcommand beside an option',
    command({ options: [option({ type: 1 }), option({ name: 'b' })] }),
    'options',
    'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
  ],
  [
    'a subcommand in a subcommand',
    withOption({ type: 1, options: [option({ type: 1 })] }),
    'options.0.options.0.type',
    'BASE_TYPE_CHOICES',
  ],
  [
    'more than 8000 characters',
    command({
      options: many(4, (index) =>
        option({ name: `o${index}`, choices: many(25, (at) => ({ name: `${at}`, value: long(100) })) }),
      ),
    }),
    '',
    'APPLICATION_COMMAND_TOO_LARGE',
  ],
];

describe('commands that Discord refuses', () => {
  let emulator: Emulator;
  beforeAll(async () => {
    emulator = await startEmulator();
  });
  afterAll(() => emulator.close());

  const root = () => `/applications/${emulator.world.applicationId}/commands`;
  const inGuild = () =>
    `/applications/${emulator.world.applicationId}/guilds/${emulator.first.guild.id}/commands`;

  it.each([...names, ...options])('%s', async (_, body, place, code) => {
    const one = await request(emulator, 'POST', root(), { body });
    expect(one).toMatchObject({ status: 400, body: { code: 50035 } });
    expect(mistakesOf(one.body.errors)).toEqual({ [place]: code });
    const all = await request(emulator, 'PUT', root(), { body: [command({ name: 'other' }), body] });
    expect(mistakesOf(all.body.errors)).toEqual({
      [['1', place].filter((part) => part !== '').join('.')]: code,
    });
    expect((await request(emulator, 'GET', root())).body).toEqual([]);
  });

  it('two of a name', async () => {
    const { body } = await request(emulator, 'PUT', root(), { body: [command(), command()] });
    expect(mistakesOf(body.errors)).toEqual({ '1.name': 'APPLICATION_COMMANDS_DUPLICATE_NAME' });
  });

  it('contexts in a single guild', async () => {
    const { body } = await request(emulator, 'POST', inGuild(), { body: command({ contexts: [0] }) });
    expect(mistakesOf(body.errors)).toEqual({ contexts: 'APPLICATION_COMMAND_GUILD_CONTEXTS' });
  });

  it.each([
    ['101 slash commands', 101, {}],
    ['16 message commands', 16, { type: 3, description: undefined }],
  ])('%s', async (_, count, more) => {
    const body = many(count, (index) => command({ name: `c${index}`, ...more }));
    expect((await request(emulator, 'PUT', root(), { body })).body.code).toBe(30032);
  });

  it('those of another application', async () => {
    const result = await request(emulator, 'GET', '/applications/11111111111111111/commands');
    expect(result).toMatchObject({ status: 404, body: { code: 10002 } });
  });
});

describe('commands that Discord takes', () => {
  let emulator: Emulator;
  beforeAll(async () => {
    emulator = await startEmulator();
  });
  afterAll(() => emulator.close());

  it('are listed, keep their ids when all are put again, are changed and removed', async () => {
    const root = `/applications/${emulator.world.applicationId}/commands`;
    const registered = emulator.next('commands.registered');
    const first = await request(emulator, 'PUT', root, {
      body: [command(), { type: 3, name: 'Read aloud' }],
    });
    expect((await registered).count).toBe(2);
    const again = await request(emulator, 'PUT', root, { body: [command({ description: 'Other words' })] });
    const ids = (result: typeof first) => Object.values(result.body).map((one) => Object(one).id);
    expect(ids(again)).toEqual([ids(first)[0]]);
    const one = `${root}/${ids(first)[0]}`;
    const changed = await request(emulator, 'PATCH', one, { body: { description: 'Third words' } });
    expect(changed.body).toMatchObject({ name: 'news', description: 'Third words' });
    const same = await request(emulator, 'POST', root, { body: command() });
    expect(same).toMatchObject({ status: 200, body: { id: ids(first)[0], description: 'The news' } });
    expect((await request(emulator, 'DELETE', one)).status).toBe(204);
    expect((await request(emulator, 'GET', one)).body.code).toBe(10063);
  });
});
