import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Emulator, startEmulator } from '../../emulator/start.ts';
import { messageFlag } from '../../emulator/world.ts';
import { mistakesOf, request } from './api.ts';

const many = (count: number, make: (index: number) => unknown) =>
  Array.from({ length: count }, (_, index) => make(index));
const long = (length: number) => 'x'.repeat(length);
const button = (more: object = {}) => ({ type: 2, style: 1, label: 'Go', custom_id: 'go', ...more });
const row = (...components: unknown[]) => ({ type: 1, components });
const v2 = (...components: unknown[]) => ({ flags: messageFlag.componentsV2, components });
const embed = (more: object) => ({ embeds: [more] });
const field = (name: string, value: string) => ({ name, value });

/** A body, and where Discord finds which mistake in it. */
type Row = readonly [title: string, body: object, place: string, code: string];

const contents: readonly Row[] = [
  ['2001 characters', { content: long(2001) }, 'content', 'BASE_TYPE_MAX_LENGTH'],
  ['a content that is no text', { content: { a: 1 } }, 'content', 'STRING_TYPE_CONVERT'],
  ['a nonce of 26 characters', { content: 'x', nonce: long(26) }, 'nonce', 'BASE_TYPE_MAX_LENGTH'],
  ['flags that are no number', { content: 'x', flags: 'many' }, 'flags', 'NUMBER_TYPE_COERCE'],
  [
    'a kind of mention both parsed and listed',
    { content: 'x', allowed_mentions: { parse: ['users'], users: ['11111111111111111'] } },
    'allowed_mentions.users',
    'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
  ],
  [
    'an unknown kind of mention',
    { content: 'x', allowed_mentions: { parse: ['all'] } },
    'allowed_mentions.parse.0',
    'BASE_TYPE_CHOICES',
  ],
  [
    'an answer to no message',
    { content: 'x', message_reference: { message_id: '11111111111111111' } },
    'message_reference',
    'REPLIES_UNKNOWN_MESSAGE',
  ],
];

const embeds: readonly Row[] = [
  ['eleven embeds', { embeds: many(11, () => ({ title: 'x' })) }, 'embeds', 'BASE_TYPE_MAX_LENGTH'],
  ['an embed of a colour alone', embed({ color: 1 }), 'embeds.0.description', 'BASE_TYPE_REQUIRED'],
  ['a title of 257', embed({ title: long(257) }), 'embeds.0.title', 'BASE_TYPE_MAX_LENGTH'],
  [
    'a description of 4097',
    embed({ description: long(4097) }),
    'embeds.0.description',
    'BASE_TYPE_MAX_LENGTH',
  ],
  [
    '26 fields',
    embed({ fields: many(26, () => field('a', 'b')) }),
    'embeds.0.fields',
    'BASE_TYPE_MAX_LENGTH',
  ],
  [
    'a field name of 257',
    embed({ fields: [field(long(257), 'b')] }),
    'embeds.0.fields.0.name',
    'BASE_TYPE_BAD_LENGTH',
  ],
  [
    'a field value of 1025',
    embed({ fields: [field('a', long(1025))] }),
    'embeds.0.fields.0.value',
    'BASE_TYPE_BAD_LENGTH',
  ],
  [
    'a field without a value',
    embed({ fields: [{ name: 'a' }] }),
    'embeds.0.fields.0.value',
    'BASE_TYPE_REQUIRED',
  ],
  [
    'a footer of 2049',
    embed({ footer: { text: long(2049) } }),
    'embeds.0.footer.text',
    'BASE_TYPE_MAX_LENGTH',
  ],
  [
    'an author of 257',
    embed({ author: { name: long(257) } }),
    'embeds.0.author.name',
    'BASE_TYPE_MAX_LENGTH',
  ],
  [
    '6001 characters in all',
    { embeds: [{ description: long(4000) }, { description: long(2001) }] },
    'embeds',
    'MAX_EMBED_SIZE_EXCEEDED',
  ],
  [
    'an address that is none',
    embed({ title: 'x', url: 'ftp://a' }),
    'embeds.0.url',
    'URL_TYPE_INVALID_SCHEME',
  ],
  ['a colour beyond white', embed({ title: 'x', color: 0x1_00_00_00 }), 'embeds.0.color', 'NUMBER_TYPE_MAX'],
  [
    'a time that is none',
    embed({ title: 'x', timestamp: 'noon' }),
    'embeds.0.timestamp',
    'DATE_TIME_TYPE_PARSE',
  ],
];

describe('messages that Discord refuses', () => {
  let emulator: Emulator;
  beforeAll(async () => {
    emulator = await startEmulator();
  });
  afterAll(() => emulator.close());

  const send = (body: unknown) =>
    request(emulator, 'POST', `/channels/${emulator.first.channels.general.id}/messages`, { body });

  it.each([...contents, ...embeds])('%s', async (_, body, place, code) => {
    const result = await send(body);
    expect(result).toMatchObject({ status: 400, body: { code: 50035, message: 'Invalid Form Body' } });
    expect(mistakesOf(result.body.errors)).toEqual({ [place]: code });
  });

  it('every mistake of a form is told at once', async () => {
    const { body } = await send({ content: long(2001), nonce: long(26), embeds: [{ title: long(257) }] });
    expect(Object.keys(mistakesOf(body.errors))).toEqual(['content', 'embeds.0.title', 'nonce']);
  });

  it.each([
    ['nothing at all', {}],
    ['blanks', { content: ' \n ' }],
    ['rows without words', { components: [row(button())] }],
    ['the flag without components', v2()],
  ])('an empty message: %s', async (_, body) => {
    expect((await send(body)).body.code).toBe(50006);
  });

  it.each([
    ['2000 characters that take two units each', { content: '😀'.repeat(2000) }],
    ['6000 characters of embeds', { embeds: [{ description: long(4000) }, { description: long(2000) }] }],
  ])('what is just within the limits is taken: %s', async (_, body) => {
    expect((await send(body)).status).toBe(200);
  });
});
