import { ApplicationCommandType, type Client, Events, type Interaction, MessageFlags } from 'discord.js';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { addChannel } from '../../../emulator/build-world.ts';
import { type Emulator, startEmulator } from '../../../emulator/start.ts';
import { connect, onInteraction } from '../client.ts';
import { act, ask, type Heard, listen } from './page-client.ts';

let emulator: Emulator;
let client: Client<true>;
const open: Heard[] = [];

const menu = [
  {
    name: 'weather',
    description: 'What the sky says',
    options: [
      { type: 3, name: 'place', description: 'Where', required: true, autocomplete: true },
      { type: 4, name: 'days', description: 'How many', min_value: 1, max_value: 7 },
    ],
  },
  { name: 'close', description: 'For those who manage', default_member_permissions: '0' },
  { type: ApplicationCommandType.Message, name: 'Read aloud' },
];

beforeAll(async () => {
  emulator = await startEmulator({ page: true });
  client = await connect(emulator);
  await client.rest.put(`/applications/${client.application.id}/commands`, { body: menu });
});
afterEach(async () => {
  client.removeAllListeners(Events.InteractionCreate);
  for (const heard of open.splice(0)) await heard.stop();
});
afterAll(async () => {
  await client.destroy();
  await emulator.close();
});

async function as(person: string): Promise<Heard> {
  const heard = await listen(emulator, person);
  open.push(heard);
  return heard;
}

const run = (options: Record<string, string | number>) =>
  act(emulator, emulator.first.member, emulator.first.channels.general, {
    do: 'run',
    call: { name: 'weather', options },
    files: {},
  });

/** Fails where the interaction is no slash command. */
function slash(interaction: Interaction) {
  if (!interaction.isChatInputCommand()) throw new Error('a slash command was sent');
  return interaction;
}

describe('the stream of a person', () => {
  it('begins with the places, the people and the commands they are offered', async () => {
    const { snapshot } = await (await as('robin')).first('snapshot');
    expect(snapshot.person).toMatchObject({ username: 'robin', isAdministrator: false });
    expect(snapshot.people.map(({ username }) => username)).toEqual(['avery', 'robin']);
    expect(snapshot.isBotOnline).toBe(true);
    const general = snapshot.channels.find(({ name }) => name === 'general');
    const named = new Map(snapshot.commands.map(({ id, name }) => [id, name]));
    expect(general?.commandIds.map((id) => named.get(id))).toEqual(['weather', 'Read aloud']);
    const weather = snapshot.commands.find(({ name }) => name === 'weather');
    expect(weather?.options).toMatchObject([
      { name: 'place', required: true, autocomplete: true },
      { name: 'days', required: false, minValue: 1, maxValue: 7 },
    ]);
    const administrator = (await (await as('avery')).first('snapshot')).snapshot;
    const offered = administrator.channels.find(({ name }) => name === 'general')?.commandIds ?? [];
    expect(offered).toHaveLength(3);
  });

  it('tells of an ephemeral reply to the one who asked, and of nothing to others', async () => {
    const [robin, avery] = [await as('robin'), await as('avery')];
    const handled = onInteraction(client, async (interaction) => {
      await slash(interaction).reply({ content: 'Dry', flags: MessageFlags.Ephemeral });
    });
    expect(await run({ place: 'Bergen' })).toEqual({ status: 200, body: {} });
    await handled;
    const { asked } = await robin.first('asked');
    expect(asked).toMatchObject({ kind: 'command', label: '/weather' });
    expect((await robin.first('answered')).id).toBe(asked.id);
    const { message } = await robin.first('message.created');
    expect(message).toMatchObject({
      content: 'Dry',
      isEphemeral: true,
      mayDismiss: true,
      usedCommand: { label: '/weather', user: { username: 'robin' } },
    });
    emulator.person(emulator.first.member).in(emulator.first.channels.general).say('after it');
    expect((await avery.first('message.created')).message.content).toBe('after it');
    expect(avery.all.map(({ type }) => type)).not.toContain('asked');
  });

  it('tells of thinking, of the words that come instead, and that a message is gone', async () => {
    const robin = await as('robin');
    const handled = onInteraction(client, async (interaction) => {
      await slash(interaction).deferReply();
      await slash(interaction).editReply('Rain');
      await slash(interaction).deleteReply();
    });
    await run({ place: 'Oslo' });
    await handled;
    expect((await robin.first('message.created')).message.isThinking).toBe(true);
    expect((await robin.first('message.edited')).message).toMatchObject({
      content: 'Rain',
      isThinking: false,
    });
    await robin.first('message.deleted');
  });

  it('tells after three seconds that the bot did not respond', async () => {
    const robin = await as('robin');
    await run({ place: 'Nowhere' });
    const { asked } = await robin.first('asked');
    expect((await robin.first('unanswered')).id).toBe(asked.id);
  });

  it('carries the form a bot answers with, and the form that is sent reaches it', async () => {
    const robin = await as('robin');
    const { member, channels } = emulator.first;
    const shown = onInteraction(client, async (interaction) => {
      const input = { type: 4, custom_id: 'why', style: 1 };
      await slash(interaction).showModal({
        custom_id: 'feedback',
        title: 'Feedback',
        components: [{ type: 18, label: 'Why?', component: input }],
      });
    });
    await run({ place: 'Rome' });
    await shown;
    const { modal } = await robin.first('answered');
    expect(modal).toMatchObject({ title: 'Feedback', channelId: channels.general.id });
    const submit = (values: Record<string, string>) =>
      act(emulator, member, channels.general, {
        do: 'submit',
        interactionId: modal?.interactionId ?? '',
        values,
      });
    expect(await submit({ why: '' })).toEqual({ status: 200, body: { error: 'the form needs "why"' } });
    const sent = onInteraction(client, async (interaction) => {
      if (!interaction.isModalSubmit()) throw new Error('a form was sent');
      await interaction.reply(interaction.fields.getTextInputValue('why'));
    });
    expect(await submit({ why: 'So' })).toEqual({ status: 200, body: { askedId: expect.any(String) } });
    await sent;
    expect((await robin.first('message.created')).message.content).toBe('So');
  });

  it('tells of new channels', async () => {
    const robin = await as('robin');
    addChannel(emulator.world, emulator.first.guild, 'harbour');
    const { places } = await robin.first('places');
    expect(places.channels.map(({ name }) => name)).toContain('harbour');
  });
});

describe('what is asked for beside the stream', () => {
  it('is autocomplete, with the bot’s rows or the client’s words', async () => {
    const { member, channels } = emulator.first;
    const complete = (option: string) =>
      act(emulator, member, channels.general, {
        do: 'complete',
        call: { name: 'weather', options: { days: 3 } },
        option,
        typed: 'Ber',
      });
    const handled = onInteraction(client, async (interaction) => {
      if (!interaction.isAutocomplete()) throw new Error('a half-typed option was sent');
      await interaction.respond([{ name: `${interaction.options.getFocused()}gen`, value: 'bgo' }]);
    });
    expect(await complete('place')).toEqual({
      status: 200,
      body: { choices: [{ name: 'Bergen', value: 'bgo' }] },
    });
    await handled;
    expect(await complete('days')).toMatchObject({
      body: { error: expect.stringContaining('completes nothing') },
    });
    expect(await complete('place')).toEqual({ status: 200, body: { error: 'Loading options failed.' } });
  });

  it('is history, a hundred messages at a time and without those for others', async () => {
    const { member, admin, channels } = emulator.first;
    const there = emulator.person(admin).in(channels.announcements);
    const said = Array.from({ length: 130 }, (_, number) => there.say(`number ${number}`).message);
    const history = async (before = '') => {
      const path = `/client/${member.id}/channels/${channels.announcements.id}/messages${before}`;
      return JSON.parse((await ask(emulator, path)).body);
    };
    const newest = await history();
    expect(newest.messages).toHaveLength(100);
    expect(newest.messages.at(-1)).toMatchObject({ id: said.at(-1)?.id, content: 'number 129' });
    expect(newest.hasOlder).toBe(true);
    const older = await history(`?before=${newest.messages[0].id}`);
    expect(older).toMatchObject({ hasOlder: false, messages: { length: 30 } });
    expect((await history('?before=x')).error).toContain('no id');
  });
});
