import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ModalValues } from '../../emulator/people/modal.ts';
import { type Emulator, startEmulator } from '../../emulator/start.ts';
import { request } from './api.ts';

let emulator: Emulator;

beforeAll(async () => {
  emulator = await startEmulator();
  const body = [{ name: 'ask', description: 'Asks' }];
  await request(emulator, 'PUT', `/applications/${emulator.world.applicationId}/commands`, { body });
});

afterAll(() => emulator.close());

const member = () => emulator.person(emulator.first.member).in(emulator.first.channels.general);

describe('components', () => {
  const select = (more: object) => ({ type: 1, components: [{ custom_id: 'pick', ...more }] });
  const words = [
    { label: 'One', value: '1' },
    { label: 'Two', value: '2' },
  ];

  async function posted(...components: object[]) {
    const path = `/channels/${emulator.first.channels.general.id}/messages`;
    await request(emulator, 'POST', path, { body: { content: 'x', components } });
    const message = member().messages().at(-1);
    if (message === undefined) throw new Error('the message is there');
    return message;
  }

  it.each([
    [
      'a button that is not there',
      { type: 2, style: 1, label: 'Go', custom_id: 'go' },
      'Stop',
      'has no "Stop"',
    ],
    [
      'a button that is off',
      { type: 2, style: 1, label: 'Go', custom_id: 'go', disabled: true },
      'Go',
      'is switched off',
    ],
    ['a link', { type: 2, style: 5, label: 'Read', url: 'https://a.b' }, 'Read', 'is a link to https://a.b'],
  ])('%s cannot be pressed', async (_, button, name, words) => {
    const message = await posted({ type: 1, components: [button] });
    expect(() => member().press(message, name)).toThrow(words);
  });

  it.each([
    ['what is not offered', { type: 3, options: words }, ['Three'], 'does not offer "Three"'],
    ['more than it takes', { type: 3, options: words }, ['One', 'Two'], 'takes 1 to 1 choices, not 2'],
    [
      'less than it takes',
      { type: 3, options: words, min_values: 2, max_values: 2 },
      ['One'],
      'takes 2 to 2 choices, not 1',
    ],
    ['a channel of another kind', { type: 8, channel_types: [5] }, ['general'], 'does not offer "general"'],
  ])('%s cannot be chosen', async (_, made, values, complaint) => {
    const message = await posted(select(made));
    expect(() => member().choose(message, 'pick', values)).toThrow(complaint);
  });

  it('a message that was deleted has none any more', async () => {
    const message = await posted(select({ type: 5 }));
    await request(emulator, 'DELETE', `/channels/${message.channelId}/messages/${message.id}`);
    expect(() => member().choose(message, 'pick', ['avery'])).toThrow('sees no message');
  });
});

const label = (component: object) => ({ type: 18, label: 'A field', component });
const options = [
  { label: 'One', value: '1' },
  { label: 'Two', value: '2' },
];
const fields = [
  { type: 10, content: 'Some words' },
  {
    type: 1,
    components: [{ type: 4, style: 1, label: 'Name', custom_id: 'name', min_length: 2, max_length: 4 }],
  },
  label({ type: 21, custom_id: 'one', options }),
  label({ type: 22, custom_id: 'some', options, required: false }),
  label({ type: 23, custom_id: 'sure', default: true }),
];
const others = [
  label({ type: 5, custom_id: 'who' }),
  label({ type: 19, custom_id: 'files', required: false, max_values: 2 }),
  label({ type: 4, style: 2, custom_id: 'preset', value: 'as it was' }),
];

describe('a form', () => {
  async function shown(components: readonly object[]) {
    const answer = member().run({ name: 'ask' });
    const { id, token } = answer.interaction;
    const body = { type: 9, data: { custom_id: 'form', title: 'A form', components } };
    expect(await request(emulator, 'POST', `/interactions/${id}/${token}/callback`, { body })).toMatchObject({
      status: 204,
    });
    return answer;
  }

  it.each<readonly [string, ModalValues, string]>([
    ['without what it needs', { one: 'One' }, 'the form needs "name"'],
    ['with too short a text', { name: 'a', one: 'One' }, 'takes 2 to 4 characters, not 1'],
    ['with too long a text', { name: 'abcde', one: 'One' }, 'takes 2 to 4 characters, not 5'],
    ['without a choice', { name: 'abc' }, 'the form needs "one"'],
    ['with a choice it does not offer', { name: 'abc', one: 'Three' }, 'does not offer "Three"'],
    ['with a field it does not have', { name: 'abc', one: 'One', two: 'x' }, 'the form has no field "two"'],
  ])('%s is not sent', async (_, values, words) => {
    await expect(member().submit(await shown(fields), values)).rejects.toThrow(words);
  });

  it('is sent with what was put in, ticked and chosen', async () => {
    const sent = await member().submit(await shown(fields), {
      name: 'abc',
      one: 'Two',
      some: ['One', 'Two'],
    });
    expect(sent.interaction.payload).toMatchObject({
      type: 5,
      data: {
        custom_id: 'form',
        components: [
          { type: 10 },
          { type: 1, components: [{ type: 4, custom_id: 'name', value: 'abc' }] },
          { type: 18, component: { type: 21, custom_id: 'one', value: '2' } },
          { type: 18, component: { type: 22, custom_id: 'some', values: ['1', '2'] } },
          { type: 18, component: { type: 23, custom_id: 'sure', value: true } },
        ],
      },
    });
  });

  it('is sent with people, files and what stood in it', async () => {
    const files = [{ filename: 'a.txt', bytes: new Uint8Array(3) }];
    const sent = await member().submit(await shown(others), { who: ['avery'], files });
    const data = Object(sent.interaction.payload.data);
    const [fileId = ''] = Object.keys(data.resolved.attachments);
    expect(data).toMatchObject({
      components: [
        { component: { type: 5, values: [emulator.first.admin.id] } },
        { component: { type: 19, values: [fileId] } },
        { component: { type: 4, value: 'as it was' } },
      ],
      resolved: { users: { [emulator.first.admin.id]: { username: 'avery' } } },
    });
  });

  it('comes only from an answer that brought one', async () => {
    const answer = member().run({ name: 'ask' });
    const { id, token } = answer.interaction;
    await request(emulator, 'POST', `/interactions/${id}/${token}/callback`, { body: { type: 5 } });
    await expect(member().submit(answer, {})).rejects.toThrow('answered with type 5, without modal');
  });
});
