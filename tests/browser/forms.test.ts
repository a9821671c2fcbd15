import {
  ApplicationCommandType,
  type AutocompleteInteraction,
  ButtonStyle,
  type ChatInputCommandInteraction,
  type Client,
  ComponentType,
  Events,
  type Interaction,
  type ModalSubmitInteraction,
} from 'discord.js';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { type Emulator, startEmulator } from '../../emulator/start.ts';
import { connect } from '../emulator/client.ts';
import { describeInBrowser, type Visit } from './browser.ts';

const menu = [
  { name: 'form', description: 'A form with everything' },
  { name: 'silence', description: 'Never answers' },
  { name: 'choose', description: 'Selects and a button' },
  {
    name: 'find',
    description: 'Finds slowly',
    options: [
      { type: 3, name: 'words', description: 'What to find', autocomplete: true },
      { type: 11, name: 'file', description: 'Where to look' },
    ],
  },
  { type: ApplicationCommandType.Message, name: 'Read aloud' },
  { type: ApplicationCommandType.User, name: 'Greet' },
];

const sizes = [
  { label: 'Small', value: 's' },
  { label: 'Large', value: 'l', description: 'For two' },
];

const label = (words: string, component: object) => ({ type: ComponentType.Label, label: words, component });

const form = {
  custom_id: 'order',
  title: 'An order',
  components: [
    label('Name', { type: ComponentType.TextInput, custom_id: 'name', style: 1, min_length: 2 }),
    label('Size', { type: ComponentType.StringSelect, custom_id: 'size', options: sizes }),
    label('Bread', { type: 21, custom_id: 'bread', options: sizes }),
    label('Extras', { type: 22, custom_id: 'extras', options: sizes, required: false, min_values: 0 }),
    label('Picture', { type: ComponentType.FileUpload, custom_id: 'picture', required: false }),
  ],
};

const row = (...components: object[]) => ({ type: ComponentType.ActionRow, components });

const choosing = {
  content: 'Choose',
  components: [
    row({ type: ComponentType.StringSelect, custom_id: 'sizes', options: sizes, max_values: 2 }),
    row({ type: ComponentType.ChannelSelect, custom_id: 'where', placeholder: 'A channel' }),
    row(
      { type: ComponentType.Button, custom_id: 'deaf', label: 'Deaf', style: ButtonStyle.Secondary },
      { type: ComponentType.Button, custom_id: 'again', label: 'Order', style: ButtonStyle.Primary },
    ),
  ],
};

function wordsOf({ fields }: ModalSubmitInteraction): string {
  const given = ['name', 'size', 'bread', 'extras'].map((id) => {
    const field: object = fields.fields.get(id) ?? {};
    return 'value' in field ? field.value : 'values' in field ? field.values : undefined;
  });
  const files = fields.getUploadedFiles('picture')?.map(({ name }) => name);
  return [...given, files].map((value) => JSON.stringify(value)).join(' ');
}

let held: AutocompleteInteraction | undefined;

/** What is asked with "a" is answered only after what is asked next. */
async function find(interaction: AutocompleteInteraction): Promise<void> {
  const typed = interaction.options.getFocused();
  if (typed === 'a') {
    held = interaction;
    return;
  }
  await interaction.respond([{ name: `found ${typed}`, value: typed || 'nothing' }]);
  await held?.respond([{ name: 'found a', value: 'a' }]);
  held = undefined;
}

async function run(interaction: ChatInputCommandInteraction): Promise<void> {
  if (interaction.commandName === 'form') await interaction.showModal(form as never);
  if (interaction.commandName === 'choose') await interaction.reply(choosing as never);
  if (interaction.commandName === 'find')
    await interaction.reply(`In ${interaction.options.getAttachment('file')?.name}`);
}

/** A bot that does what the bot behind the page has no need of yet. */
async function answer(interaction: Interaction): Promise<void> {
  if (interaction.isAutocomplete()) await find(interaction);
  else if (interaction.isModalSubmit()) await interaction.reply(`Ordered: ${wordsOf(interaction)}`);
  else if (interaction.isAnySelectMenu())
    await interaction.update(`Chosen: ${interaction.values.join(', ')}`);
  else if (interaction.isButton() && interaction.customId === 'again')
    await interaction.showModal(form as never);
  else if (interaction.isMessageContextMenuCommand())
    await interaction.reply(`Read: ${interaction.targetMessage.content}`);
  else if (interaction.isUserContextMenuCommand())
    await interaction.reply(`Hello, ${interaction.targetUser.username}`);
  else if (interaction.isChatInputCommand()) await run(interaction);
}

describeInBrowser('with a bot that asks, a person', ({ visit }) => {
  let emulator: Emulator;
  let client: Client<true>;
  let robin: Visit;

  beforeAll(async () => {
    emulator = await startEmulator({ page: true });
    client = await connect(emulator);
    await client.rest.put(`/applications/${client.application.id}/commands`, { body: menu });
    client.on(Events.InteractionCreate, (interaction) => void answer(interaction));
    robin = await visit(emulator, 'robin');
  });
  beforeEach(() => robin.comeAgain());
  afterEach(() => expect(robin.troubles()).toEqual([]));
  afterAll(async () => {
    await robin.page.context().close();
    await client.destroy();
    await emulator.close();
  });

  async function send(command: string): Promise<void> {
    await robin.page.getByRole('textbox', { name: 'Message #general' }).fill(command);
    await robin.page.keyboard.press('Enter');
    await robin.page.getByRole('button', { name: `Send ${command}` }).waitFor();
    await robin.page.keyboard.press('Enter');
  }

  it('fills in a form by its labels and sends it; what is wrong is said in it', async () => {
    const { page } = robin;
    await send('/form');
    const dialog = page.getByRole('dialog', { name: 'An order' });
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Robin');
    await dialog.getByRole('radio', { name: 'Small' }).check();
    await dialog.getByRole('checkbox', { name: 'Large' }).check();
    await dialog.getByRole('button', { name: 'Submit' }).click();
    await dialog.getByRole('alert').getByText('the form needs "size"').waitFor();
    await dialog.getByRole('combobox', { name: 'Size' }).press('ArrowDown');
    await page.keyboard.press('L');
    await page.keyboard.press('Enter');
    await dialog
      .locator('input[type=file]')
      .setInputFiles({ name: 'cat.png', mimeType: 'image/png', buffer: Buffer.from('png') });
    await dialog.getByRole('button', { name: 'Submit' }).click();
    await page.getByText('Ordered: "Robin" ["l"] "s" ["l"] ["cat.png"]').first().waitFor();
    await dialog.waitFor({ state: 'detached' });
  });

  it('leaves a form with Escape', async () => {
    await send('/form');
    const dialog = robin.page.getByRole('dialog', { name: 'An order' });
    await dialog.waitFor();
    await robin.page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  });

  it('chooses in selects, one of texts and one of channels, and opens a form by a button', async () => {
    const { page } = robin;
    await send('/choose');
    const message = page.locator('.message-item').last();
    await message.getByRole('combobox', { name: /^Choose|Make a selection/ }).click();
    await message.getByRole('option', { name: /^Small/ }).click();
    await message.getByRole('option', { name: /^Large/ }).click();
    await page.keyboard.press('Escape');
    await message.getByText('Chosen: s, l').waitFor();
    await message.getByRole('combobox', { name: /A channel/ }).click();
    await message.getByRole('option', { name: '#newsroom' }).click();
    await message.getByText(`Chosen: ${emulator.first.channels.newsroom.id}`).waitFor();
    await message.getByRole('button', { name: 'Order' }).click();
    await page.getByRole('dialog', { name: 'An order' }).getByRole('button', { name: 'Cancel' }).click();
  });

  it('sees the rows for what is typed last, though those for what was typed before come later', async () => {
    const { page } = robin;
    await page.getByRole('textbox', { name: 'Message #general' }).fill('/find ');
    const rows = page.locator('.popup-row .row-name');
    const slow = page.waitForResponse(
      (response) => response.request().postData()?.includes('"typed":"a"') === true,
    );
    await page.keyboard.type('a');
    await page.locator('.popup-note').getByText('Loading…').waitFor();
    await page.keyboard.type('b');
    await expect.poll(() => rows.allTextContents()).toEqual(['found ab']);
    await (await slow).finished();
    expect(await rows.allTextContents()).toEqual(['found ab']);
  });

  it('drops a file into a message, and into the command that is being filled in', async () => {
    const { page } = robin;
    const drop = (name: string) =>
      page.evaluate(`{
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File(['words'], '${name}'));
        for (const type of ['dragenter', 'dragover', 'drop'])
          document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
      }`);
    await drop('plan.txt');
    await page.locator('.file-chip').getByText('plan.txt').waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.message-item').getByText('plan.txt').first().waitFor();
    await page.getByRole('textbox', { name: 'Message #general' }).fill('/find ');
    await page.getByRole('combobox', { name: 'words' }).waitFor();
    await drop('map.txt');
    await page.getByRole('button', { name: /^file: map\.txt/ }).waitFor();
    await page.getByRole('button', { name: 'Send /find' }).click();
    await page.locator('.message-item').getByText('In map.txt').waitFor();
  });

  it('is told when the bot does not respond to a command, to a button', async () => {
    const { page } = robin;
    await send('/silence');
    await page.getByText('Sending command…').waitFor();
    await send('/choose');
    const message = page.locator('.message-item').last();
    await message.getByRole('button', { name: 'Deaf' }).click();
    await page.locator('.asked-item').getByText('The application did not respond').waitFor();
    await page.locator('.asked-item').getByRole('button', { name: 'Dismiss' }).click();
    await page.locator('.asked-item').waitFor({ state: 'detached' });
    await page.getByText('This interaction failed').waitFor();
  });

  it('uses commands on messages and on people from a menu, by keyboard and by the pointer', async () => {
    const { page } = robin;
    emulator.person(emulator.first.admin).in(emulator.first.channels.general).say('Tide at nine');
    const message = page.locator('.message-item', { hasText: 'Tide at nine' }).first();
    await message.getByRole('button', { name: /More/ }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Reply' }).waitFor();
    await page.keyboard.press('ArrowDown');
    expect(await page.getByRole('menuitem', { name: 'Read aloud' }).and(page.locator(':focus')).count()).toBe(
      1,
    );
    await page.keyboard.press('Enter');
    await page.locator('.message-item').getByText('Read: Tide at nine').waitFor();
    await message.getByText('Tide at nine').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Greet' }).click();
    await page.locator('.message-item').getByText('Hello, avery').waitFor();
    await message.getByText('Tide at nine').click({ button: 'right' });
    await page.keyboard.press('Escape');
    await page.getByRole('menu').waitFor({ state: 'detached' });
  });
});
