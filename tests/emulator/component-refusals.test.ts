import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Emulator, startEmulator } from '../../emulator/start.ts';
import { messageFlag } from '../../emulator/world.ts';
import { mistakesOf, request } from './api.ts';

const many = (count: number, make: (index: number) => unknown) =>
  Array.from({ length: count }, (_, index) => make(index));
const long = (length: number) => 'x'.repeat(length);
const text = (content: string) => ({ type: 10, content });
const button = (more: object = {}) => ({ type: 2, style: 1, label: 'Go', custom_id: 'go', ...more });
const link = (more: object = {}) => ({
  type: 2,
  style: 5,
  label: 'Read',
  url: 'https://example.org',
  ...more,
});
const row = (...components: unknown[]) => ({ type: 1, components });
const option = (index: number) => ({ label: `${index}`, value: `${index}` });
const select = (more: object = {}) => ({ type: 3, custom_id: 'pick', options: [option(0)], ...more });
const classic = (...components: unknown[]) => ({ content: 'x', components });
const v2 = (...components: unknown[]) => ({ flags: messageFlag.componentsV2, components });

/** A body, and where Discord finds which mistake in it. */
type Row = readonly [title: string, body: object, place: string, code: string];

const buttons: readonly Row[] = [
  [
    'six buttons in a row',
    classic(row(...many(6, (index) => button({ custom_id: `${index}` })))),
    'components.0.components',
    'BASE_TYPE_BAD_LENGTH',
  ],
  ['an empty row', classic(row()), 'components.0.components', 'BASE_TYPE_BAD_LENGTH'],
  [
    'six rows',
    classic(...many(6, (index) => row(button({ custom_id: `${index}` })))),
    'components',
    'BASE_TYPE_MAX_LENGTH',
  ],
  [
    'a label of 81',
    classic(row(button({ label: long(81) }))),
    'components.0.components.0.label',
    'BASE_TYPE_MAX_LENGTH',
  ],
  [
    'neither label nor emoji',
    classic(row({ type: 2, style: 1, custom_id: 'a' })),
    'components.0.components.0.label',
    'BASE_TYPE_REQUIRED',
  ],
  [
    'a custom id of 101',
    classic(row(button({ custom_id: long(101) }))),
    'components.0.components.0.custom_id',
    'BASE_TYPE_BAD_LENGTH',
  ],
  [
    'no custom id',
    classic(row({ type: 2, style: 1, label: 'a' })),
    'components.0.components.0.custom_id',
    'BASE_TYPE_REQUIRED',
  ],
  [
    'the same custom id twice',
    classic(row(button(), button())),
    'components',
    'COMPONENT_CUSTOM_ID_DUPLICATED',
  ],
  [
    'a style that is none',
    classic(row(button({ style: 9 }))),
    'components.0.components.0.style',
    'BASE_TYPE_CHOICES',
  ],
  [
    'a link with a custom id',
    classic(row(link({ custom_id: 'a' }))),
    'components.0.components.0.custom_id',
    'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE',
  ],
  [
    'a link of 513',
    classic(row(link({ url: `https://a/${long(504)}` }))),
    'components.0.components.0.url',
    'BASE_TYPE_BAD_LENGTH',
  ],
  [
    'a link to a script',
    classic(row(link({ url: 'javascript:x' }))),
    'components.0.components.0.url',
    'URL_TYPE_INVALID_SCHEME',
  ],
  [
    'a select beside a button',
    classic(row(select(), button())),
    'components.0.components.1',
    'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
  ],
  [
    '26 choices in a select',
    classic(row(select({ options: many(26, option) }))),
    'components.0.components.0.options',
    'BASE_TYPE_BAD_LENGTH',
  ],
  [
    'the same choice twice',
    classic(row(select({ options: [option(1), option(1)] }))),
    'components.0.components.0.options.1.value',
    'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
  ],
  [
    'a placeholder of 151',
    classic(row(select({ placeholder: long(151) }))),
    'components.0.components.0.placeholder',
    'BASE_TYPE_MAX_LENGTH',
  ],
  ['a text display without the flag', classic(text('x')), 'components.0.type', 'BASE_TYPE_CHOICES'],
];

const componentsV2: readonly Row[] = [
  [
    'content beside components',
    { ...v2(text('x')), content: 'x' },
    'content',
    'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
  ],
  [
    'embeds beside components',
    { ...v2(text('x')), embeds: [{ title: 'x' }] },
    'embeds',
    'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
  ],
  [
    'a poll beside components',
    { ...v2(text('x')), poll: {} },
    'poll',
    'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
  ],
  [
    '41 components',
    v2({ type: 17, components: many(40, () => text('x')) }),
    'components',
    'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
  ],
  [
    '4001 characters in all',
    v2(text(long(2000)), text(long(2001))),
    'components',
    'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
  ],
  [
    'a container in a container',
    v2({ type: 17, components: [{ type: 17, components: [text('x')] }] }),
    'components.0.components.0.type',
    'BASE_TYPE_CHOICES',
  ],
  ['an empty text', v2(text('')), 'components.0.content', 'BASE_TYPE_BAD_LENGTH'],
  [
    'a section of four texts',
    v2({ type: 9, components: many(4, () => text('x')), accessory: button() }),
    'components.0.components',
    'BASE_TYPE_BAD_LENGTH',
  ],
  [
    'a section with nothing beside it',
    v2({ type: 9, components: [text('x')] }),
    'components.0.accessory.type',
    'BASE_TYPE_REQUIRED',
  ],
  [
    'a gallery of eleven',
    v2({ type: 12, items: many(11, () => ({ media: { url: 'https://a.b/c.png' } })) }),
    'components.0.items',
    'BASE_TYPE_BAD_LENGTH',
  ],
  [
    'an alternative text of 1025',
    v2({ type: 12, items: [{ media: { url: 'https://a.b/c.png' }, description: long(1025) }] }),
    'components.0.items.0.description',
    'BASE_TYPE_MAX_LENGTH',
  ],
  [
    'a file that was not sent',
    v2({ type: 13, file: { url: 'attachment://gone.txt' } }),
    'components.0.file.url',
    'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND',
  ],
  [
    'a file from elsewhere',
    v2({ type: 13, file: { url: 'https://a.b/c.txt' } }),
    'components.0.file.url',
    'URL_TYPE_INVALID_SCHEME',
  ],
  [
    'a colour beyond white',
    v2({ type: 17, accent_color: 0x1_00_00_00, components: [text('x')] }),
    'components.0.accent_color',
    'NUMBER_TYPE_MAX',
  ],
];

describe('components that Discord refuses', () => {
  let emulator: Emulator;
  beforeAll(async () => {
    emulator = await startEmulator();
  });
  afterAll(() => emulator.close());

  const send = (body: unknown) =>
    request(emulator, 'POST', `/channels/${emulator.first.channels.general.id}/messages`, { body });

  it.each([...buttons, ...componentsV2])('%s', async (_, body, place, code) => {
    const result = await send(body);
    expect(result).toMatchObject({ status: 400, body: { code: 50035, message: 'Invalid Form Body' } });
    expect(mistakesOf(result.body.errors)).toEqual({ [place]: code });
  });

  it.each([
    ['40 components with 4000 characters', v2({ type: 17, components: many(39, () => text(long(100))) })],
    [
      'five full rows',
      classic(...many(5, (r) => row(...many(5, (b) => button({ custom_id: `${r}-${b}` }))))),
    ],
    ['an emoji for a label', classic(row({ type: 2, style: 2, custom_id: 'a', emoji: { name: '👍' } }))],
  ])('what is just within the limits is taken: %s', async (_, body) => {
    expect((await send(body)).status).toBe(200);
  });
});
