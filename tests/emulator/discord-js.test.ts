import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  AttachmentBuilder,
  type Message as BotMessage,
  ButtonStyle,
  ChannelType,
  type Client,
  ComponentType,
  DiscordAPIError,
  Events,
  LabelBuilder,
  MessageFlags,
  ModalBuilder,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Emulator, startEmulator } from '../../emulator/start.ts';
import { messageFlag } from '../../emulator/world.ts';
import { connect, onInteraction } from './client.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

const menu = [
  {
    name: 'weather',
    description: 'What the sky says',
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'place',
        description: 'Where',
        autocomplete: true,
      },
      { type: ApplicationCommandOptionType.Attachment, name: 'map', description: 'A map' },
      {
        type: ApplicationCommandOptionType.Channel,
        name: 'where',
        description: 'A channel',
        channel_types: [ChannelType.GuildText],
      },
    ],
  },
  { type: ApplicationCommandType.Message, name: 'Read aloud' },
  { type: ApplicationCommandType.User, name: 'Greet' },
] as const;

describe('a client of discord.js in the emulator', () => {
  let emulator: Emulator;
  let client: Client<true>;

  beforeAll(async () => {
    emulator = await startEmulator();
    client = await connect(emulator);
    await client.rest.put(`/applications/${client.application.id}/commands`, { body: menu });
  });

  afterAll(async () => {
    await client.destroy();
    await emulator.close();
  });

  const inGeneral = () => emulator.person(emulator.first.member).in(emulator.first.channels.general);

  /** The bot puts a message into #general; people see it as the world has it. */
  async function posted(...components: readonly object[]) {
    const channel = await client.channels.fetch(emulator.first.channels.general.id);
    if (channel?.isSendable() !== true) throw new Error('#general takes messages');
    const seen = inGeneral().next();
    await channel.send({
      content: 'Choose',
      components: [{ type: ComponentType.ActionRow, components }],
    } as never);
    return await seen;
  }

  it('is ready with its name, its guild and the channels in it', () => {
    const guild = client.guilds.cache.get(emulator.first.guild.id);
    expect(client.user.username).toBe('Newsbot');
    expect(guild?.channels.cache.map(({ name }) => name).sort()).toEqual([
      'announcements',
      'general',
      'locked',
      'newsroom',
      'reading-room',
    ]);
  });

  it('replies to a slash command with what was given to it', async () => {
    const handled = onInteraction(client, async (interaction) => {
      if (!interaction.isChatInputCommand()) throw new Error('a slash command was sent');
      const where = interaction.options.getChannel('where', true);
      const rights = 'appPermissions' in where ? where.appPermissions : undefined;
      const file = new AttachmentBuilder(Buffer.from('a plan'), {
        name: 'plan.txt',
        description: 'The plan',
      });
      const content = `${interaction.options.getString('place')} in ${where.name}`;
      await interaction.reply({ content, files: [file] });
      return { rights, locale: interaction.locale, guildLocale: interaction.guildLocale };
    });
    const answer = inGeneral().run({ name: 'weather', options: { place: 'Bergen', where: 'newsroom' } });
    const [seen, reply] = await Promise.all([handled, answer.reply()]);
    expect(reply.content).toBe('Bergen in newsroom');
    expect(reply.attachments).toMatchObject([{ filename: 'plan.txt', size: 6, description: 'The plan' }]);
    expect(seen).toMatchObject({ locale: 'en-GB', guildLocale: 'en-GB' });
    expect(seen.rights?.has('SendMessages')).toBe(true);
  });

  it('defers for one person only, edits in a file, follows up and takes back', async () => {
    const person = inGeneral();
    const handled = onInteraction(client, async (interaction) => {
      if (!interaction.isChatInputCommand()) throw new Error('a slash command was sent');
      await interaction.deferReply({ flags: MessageFlags.Ephemeral });
      const map = await fetch(interaction.options.getAttachment('map', true).url);
      const text = (await map.text()).toUpperCase();
      const file = new AttachmentBuilder(Buffer.from(text), { name: 'map.txt' });
      await interaction.editReply({ content: 'Here', files: [file] });
      const later = await interaction.followUp({ content: 'And this', flags: MessageFlags.Ephemeral });
      await interaction.deleteReply(later);
    });
    const answer = person.run({
      name: 'weather',
      files: { map: { filename: 'm.txt', bytes: bytes('north') } },
    });
    expect((await answer.acknowledged()).type).toBe(5);
    const reply = await answer.reply();
    expect((await answer.followUp()).content).toBe('And this');
    await handled;
    expect(reply).toMatchObject({ content: 'Here', flags: messageFlag.ephemeral });
    const [file] = reply.attachments;
    expect(await (await fetch(file?.url ?? '')).text()).toBe('NORTH');
    expect(person.messages().map(({ id }) => id)).toContain(reply.id);
    const other = emulator.person(emulator.first.admin).in(emulator.first.channels.general);
    expect(other.messages().map(({ id }) => id)).not.toContain(reply.id);
  });

  it('completes a half-typed option', async () => {
    const handled = onInteraction(client, async (interaction) => {
      if (!interaction.isAutocomplete()) throw new Error('an option was typed');
      await interaction.respond([{ name: `${interaction.options.getFocused()}gen`, value: 'bergen' }]);
    });
    const rows = await inGeneral().complete({ name: 'weather', option: 'place', typed: 'Ber' });
    expect(rows).toEqual([{ name: 'Bergen', value: 'bergen' }]);
    await handled;
  });

  it('hears a button and changes the message it stands on', async () => {
    const message = await posted({
      type: ComponentType.Button,
      style: ButtonStyle.Primary,
      label: 'Tomorrow',
      custom_id: 'weather:tomorrow',
    });
    const handled = onInteraction(client, async (interaction) => {
      if (!interaction.isButton()) throw new Error('a button was pressed');
      await interaction.update({ content: interaction.customId, components: [] });
    });
    const reply = await inGeneral().press(message, 'Tomorrow').reply();
    await handled;
    expect(reply).toMatchObject({ id: message.id, content: 'weather:tomorrow', components: [] });
  });

  it.each([
    [
      'a listed choice',
      { type: ComponentType.StringSelect, options: [{ label: 'Rain', value: 'r' }] },
      'Rain',
      'r',
    ],
    ['a person', { type: ComponentType.UserSelect }, 'Avery', 'admin'],
    ['a role', { type: ComponentType.RoleSelect }, 'editors', 'editors'],
    ['a person among people and roles', { type: ComponentType.MentionableSelect }, 'avery', 'admin'],
    ['a channel', { type: ComponentType.ChannelSelect }, '#newsroom', 'newsroom'],
  ])('hears %s chosen', async (_, select, wanted, meant) => {
    const message = await posted({ custom_id: 'pick', ...select });
    const { first } = emulator;
    const ids: Record<string, string | undefined> = {
      admin: first.admin.id,
      newsroom: first.channels.newsroom.id,
      editors: [...first.guild.roles.values()].find(({ name }) => name === 'editors')?.id,
    };
    const handled = onInteraction(client, async (interaction) => {
      if (!interaction.isAnySelectMenu()) throw new Error('something was chosen');
      await interaction.deferUpdate();
      await interaction.editReply({ content: interaction.values.join() });
    });
    const reply = await inGeneral().choose(message, 'pick', [wanted]).reply();
    await handled;
    expect(reply.content).toBe(ids[meant] ?? meant);
  });

  it('shows a form and takes what was put in', async () => {
    const shown = onInteraction(client, async (interaction) => {
      if (!interaction.isChatInputCommand()) throw new Error('a slash command was sent');
      const sky = new TextInputBuilder().setCustomId('sky').setStyle(TextInputStyle.Short);
      const sure = new StringSelectMenuBuilder()
        .setCustomId('sure')
        .addOptions({ label: 'Very', value: '2' });
      const modal = new ModalBuilder()
        .setCustomId('form')
        .setTitle('Your weather')
        .addLabelComponents(
          new LabelBuilder().setLabel('What do you see?').setTextInputComponent(sky),
          new LabelBuilder().setLabel('How sure?').setStringSelectMenuComponent(sure),
        );
      await interaction.showModal(modal);
    });
    const person = inGeneral();
    const answer = person.run({ name: 'weather' });
    await Promise.all([shown, answer.modal()]);
    const handled = onInteraction(client, async (interaction) => {
      if (!interaction.isModalSubmit()) throw new Error('a form was sent');
      const { fields } = interaction;
      await interaction.reply(`${fields.getTextInputValue('sky')} ${fields.getStringSelectValues('sure')}`);
    });
    const sent = await person.submit(answer, { sky: 'clouds', sure: ['Very'] });
    const [, reply] = await Promise.all([handled, sent.reply()]);
    expect(reply.content).toBe('clouds 2');
  });

  it('reads the whole message that a command is used on', async () => {
    const person = inGeneral();
    const handled = onInteraction(client, async (interaction) => {
      if (!interaction.isMessageContextMenuCommand()) throw new Error('a message command was used');
      await interaction.reply(interaction.targetMessage.content.toUpperCase());
    });
    const answer = person.useOnMessage('Read aloud', person.say('quiet words').message);
    const [, reply] = await Promise.all([handled, answer.reply()]);
    expect(reply.content).toBe('QUIET WORDS');
  });

  it('knows on whom a command is used', async () => {
    const handled = onInteraction(client, async (interaction) => {
      if (!interaction.isUserContextMenuCommand()) throw new Error('a user command was used');
      await interaction.reply(`Hello ${interaction.targetUser.globalName}`);
    });
    const answer = inGeneral().useOnUser('Greet', 'avery');
    const [, reply] = await Promise.all([handled, answer.reply()]);
    expect(reply.content).toBe('Hello Avery');
  });

  function nextMessage(): Promise<BotMessage> {
    return new Promise((resolve) => client.once(Events.MessageCreate, resolve));
  }

  it('hears a direct message with its file and replies', async () => {
    const heard = nextMessage();
    const said = emulator
      .person(emulator.first.member)
      .inDm()
      .say({ content: 'good morning', files: [{ filename: 'note.txt', bytes: bytes('a note') }] });
    const message = await heard;
    expect(message).toMatchObject({ content: 'good morning', guildId: null });
    expect(message.attachments.map(({ name, size }) => [name, size])).toEqual([['note.txt', 6]]);
    await message.reply('and to you');
    expect(await said.reply()).toMatchObject({ content: 'and to you', replyTo: said.message.id });
  });

  it.each([
    ['that does not name it', 'hello everyone', ''],
    ['that names it', 'hello <@BOT>', 'hello <@BOT>'],
  ])('without the message content intent, of a message %s it reads "%s" as "%s"', async (_, text, read) => {
    const withBot = (words: string) => words.replace('BOT', client.user.id);
    const heard = nextMessage();
    const { message } = inGeneral().say(withBot(text));
    expect(await heard).toMatchObject({ id: message.id, content: withBot(read) });
    const channel = await client.channels.fetch(message.channelId);
    if (channel?.isTextBased() !== true) throw new Error('#general has messages');
    expect((await channel.messages.fetch({ message: message.id, force: true })).content).toBe(withBot(read));
  });

  it('gets a refusal as an error of the API with the place of the mistake', async () => {
    const channel = await client.channels.fetch(emulator.first.channels.general.id);
    if (channel?.isSendable() !== true) throw new Error('#general takes messages');
    const refused = channel.send('x'.repeat(2001)).catch((error: unknown) => error);
    const error = await refused;
    expect(error).toBeInstanceOf(DiscordAPIError);
    expect(error).toMatchObject({ code: 50035, status: 400 });
    expect(String(error)).toContain('content[BASE_TYPE_MAX_LENGTH]');
  });
});
