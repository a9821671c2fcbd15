import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Answer } from '../../emulator/people/answer.ts';
import { type Emulator, startEmulator } from '../../emulator/start.ts';
import { messageFlag } from '../../emulator/world.ts';
import { mistakesOf, request } from './api.ts';

const menu = [
  {
    name: 'ask',
    description: 'Asks',
    options: [{ type: 3, name: 'what', description: 'What', autocomplete: true }],
  },
];
const row = { type: 1, components: [{ type: 2, style: 1, label: 'Go', custom_id: 'go' }] };
const field = { type: 18, label: 'Words', component: { type: 4, style: 1, custom_id: 'words' } };
const long = (length: number) => 'x'.repeat(length);

let emulator: Emulator;
let now: number;

beforeEach(async () => {
  now = Date.UTC(2026, 4, 4, 12);
  emulator = await startEmulator({ now: () => now });
  await request(emulator, 'PUT', `/applications/${emulator.world.applicationId}/commands`, { body: menu });
});

afterEach(() => emulator.close());

const person = () => emulator.person(emulator.first.member).in(emulator.first.channels.general);
const ask = () => person().run({ name: 'ask' });

function acknowledge({ interaction: { id, token } }: Answer, body: object, query = '') {
  return request(emulator, 'POST', `/interactions/${id}/${token}/callback${query}`, { body });
}

function webhook({ interaction: { token } }: Answer, method: string, end = '', body?: object) {
  const path = `/webhooks/${emulator.world.applicationId}/${token}${end}`;
  return request(emulator, method, path, { body, token: 'none is needed' });
}

/** A message with a button, and that button pressed. */
async function pressed(): Promise<Answer> {
  const path = `/channels/${emulator.first.channels.general.id}/messages`;
  await request(emulator, 'POST', path, { body: { content: 'x', components: [row] } });
  const [message] = person().messages();
  if (message === undefined) throw new Error('the message is there');
  return person().press(message, 'Go');
}

async function formSent(): Promise<Answer> {
  const answer = ask();
  await acknowledge(answer, { type: 9, data: { custom_id: 'f', title: 'F', components: [field] } });
  return await person().submit(answer, { words: 'some' });
}

describe('acknowledging', () => {
  it('a second time is refused', async () => {
    const answer = ask();
    expect((await acknowledge(answer, { type: 5 })).status).toBe(204);
    expect(await acknowledge(answer, { type: 4, data: { content: 'x' } })).toMatchObject({
      status: 400,
      body: { code: 40060 },
    });
  });

  it.each([
    [3000, 204],
    [3001, 404],
  ])('after %i ms is answered with %i', async (laterMs, status) => {
    const answer = ask();
    now += laterMs;
    const result = await acknowledge(answer, { type: 5 });
    expect(result.status).toBe(status);
    if (status === 404) expect(result.body.code).toBe(10062);
  });

  it('an interaction that is not there is unknown', async () => {
    const answer = ask();
    const { interaction } = answer;
    const strange = { ...answer, interaction: { ...interaction, token: 'guessed' } };
    expect((await acknowledge(strange, { type: 5 })).body.code).toBe(10062);
  });

  it.each([
    ['a command', ask, [6, 7, 8]],
    ['a button', pressed, [8]],
    ['a form', formSent, [6, 7, 8, 9]],
  ])('%s takes only what fits it', async (_, make, wrong) => {
    for (const type of wrong) {
      const { body } = await acknowledge(await make(), { type, data: {} });
      expect(mistakesOf(body.errors)).toEqual({ type: 'BASE_TYPE_CHOICES' });
    }
  });

  it('completion takes choices and nothing else', async () => {
    const rows = person().complete({ name: 'ask', option: 'what', typed: 'a' });
    const interaction = [...emulator.world.interactions.values()].at(-1);
    if (interaction === undefined) throw new Error('the interaction is there');
    const answer = { ...ask(), interaction };
    const { body } = await acknowledge(answer, { type: 4, data: { content: 'x' } });
    expect(mistakesOf(body.errors)).toEqual({ type: 'BASE_TYPE_CHOICES' });
    await acknowledge(answer, { type: 8, data: { choices: [{ name: 'A', value: 'a' }] } });
    expect(await rows).toEqual([{ name: 'A', value: 'a' }]);
  });

  it.each([
    ['a content of 2001', { type: 4, data: { content: long(2001) } }, 'data.content', 'BASE_TYPE_MAX_LENGTH'],
    [
      'a form without fields',
      { type: 9, data: { custom_id: 'f', title: 'F', components: [] } },
      'data.components',
      'BASE_TYPE_REQUIRED',
    ],
    [
      'a form’s title of 46',
      { type: 9, data: { custom_id: 'f', title: long(46), components: [field] } },
      'data.title',
      'BASE_TYPE_BAD_LENGTH',
    ],
    [
      'a button in a form',
      { type: 9, data: { custom_id: 'f', title: 'F', components: [row] } },
      'data.components.0.components.0.type',
      'BASE_TYPE_CHOICES',
    ],
    [
      'a form’s label of 46',
      { type: 9, data: { custom_id: 'f', title: 'F', components: [{ ...field, label: long(46) }] } },
      'data.components.0.label',
      'BASE_TYPE_BAD_LENGTH',
    ],
  ])('%s is refused, and can be mended', async (_, body, place, code) => {
    const answer = ask();
    expect(mistakesOf((await acknowledge(answer, body)).body.errors)).toEqual({ [place]: code });
    expect((await acknowledge(answer, { type: 4, data: { content: 'mended' } })).status).toBe(204);
  });

  it.each([
    [
      '26 choices',
      Array.from({ length: 26 }, (_, at) => ({ name: `${at}`, value: `${at}` })),
      'data.choices',
    ],
    ['a choice’s name of 101', [{ name: long(101), value: 'a' }], 'data.choices.0.name'],
    ['a choice’s value of 101', [{ name: 'a', value: long(101) }], 'data.choices.0.value'],
  ])('%s are refused', async (_, choices, place) => {
    const rows = person().complete({ name: 'ask', option: 'what', typed: 'a' }, 100).catch(String);
    const interaction = [...emulator.world.interactions.values()].at(-1);
    if (interaction === undefined) throw new Error('the interaction is there');
    const { body } = await acknowledge({ ...ask(), interaction }, { type: 8, data: { choices } });
    expect(Object.keys(mistakesOf(body.errors))).toEqual([place]);
    expect(await rows).toContain('the application did not respond');
  });

  it('gives the message when asked for it', async () => {
    const { status, body } = await acknowledge(
      ask(),
      { type: 4, data: { content: 'x' } },
      '?with_response=true',
    );
    expect(status).toBe(200);
    expect(body).toMatchObject({
      interaction: { response_message_loading: false, response_message_ephemeral: false },
      resource: { type: 4, message: { content: 'x', type: 20, interaction_metadata: { type: 2 } } },
    });
  });
});

describe('a deferred reply', () => {
  it('carries over its ephemerality and nothing else', async () => {
    const answer = ask();
    const flags = messageFlag.ephemeral | messageFlag.componentsV2;
    await acknowledge(answer, { type: 5, data: { flags } });
    expect((await webhook(answer, 'GET', '/messages/@original')).body.flags).toBe(
      messageFlag.ephemeral | messageFlag.loading,
    );
    const edit = { flags: messageFlag.componentsV2, components: [{ type: 10, content: 'words' }] };
    const { body } = await webhook(answer, 'PATCH', '/messages/@original', edit);
    expect(body.flags).toBe(flags);
    expect(await answer.reply()).toMatchObject({ flags, onlyFor: emulator.first.member.id });
  });

  it('is filled in by the first follow-up; the second is a message of its own', async () => {
    const answer = ask();
    await acknowledge(answer, { type: 5, data: { flags: messageFlag.ephemeral } });
    const first = await webhook(answer, 'POST', '', { content: 'one' });
    const second = await webhook(answer, 'POST', '', { content: 'two' });
    expect(await answer.reply()).toMatchObject({ id: first.body.id, flags: messageFlag.ephemeral });
    expect(await answer.followUp()).toMatchObject({ id: second.body.id, content: 'two', flags: 0 });
  });

  it('is edited for fifteen minutes', async () => {
    const answer = ask();
    await acknowledge(answer, { type: 5 });
    now += 15 * 60_000;
    expect((await webhook(answer, 'PATCH', '/messages/@original', { content: 'a' })).status).toBe(200);
    now += 1;
    expect(await webhook(answer, 'PATCH', '/messages/@original', { content: 'b' })).toMatchObject({
      status: 401,
      body: { code: 50027 },
    });
  });

  it('can be deleted, and is unknown after that', async () => {
    const answer = ask();
    await acknowledge(answer, { type: 5 });
    expect((await webhook(answer, 'DELETE', '/messages/@original')).status).toBe(204);
    expect((await webhook(answer, 'GET', '/messages/@original')).body.code).toBe(10008);
    await expect(answer.reply()).rejects.toThrow('deleted its reply');
  });
});

describe('before anything is acknowledged', () => {
  it('nothing can follow', async () => {
    expect((await webhook(ask(), 'POST', '', { content: 'x' })).body.code).toBe(10015);
  });
});

describe('an ephemeral reply', () => {
  it('is nowhere in the channel for a bot that looks it up', async () => {
    const answer = ask();
    await acknowledge(answer, { type: 4, data: { content: 'x', flags: messageFlag.ephemeral } });
    const { id } = await answer.reply();
    const channel = `/channels/${emulator.first.channels.general.id}/messages`;
    expect((await request(emulator, 'GET', `${channel}/${id}`)).body.code).toBe(10008);
    expect((await request(emulator, 'GET', channel)).body).toEqual([]);
  });
});

describe('a pressed button', () => {
  it('names the message it stands on, and the reply names both', async () => {
    const answer = await pressed();
    const [message] = person().messages();
    expect(answer.interaction.payload).toMatchObject({
      message: { id: message?.id },
      data: { custom_id: 'go', component_type: 2 },
    });
    const { body } = await acknowledge(answer, { type: 4, data: { content: 'x' } }, '?with_response=true');
    expect(body).toMatchObject({
      resource: { message: { interaction_metadata: { interacted_message_id: message?.id } } },
    });
  });
});
