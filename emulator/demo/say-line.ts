import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Upload } from '../attachments.ts';
import { flatten } from '../component.ts';
import { type Fields, fieldsOf, listOf } from '../json.ts';
import { optionType } from '../option-type.ts';
import { ClientRefusal } from '../people/seat.ts';
import type { Emulator } from '../start.ts';
import type { Channel, Message, User } from '../world.ts';
import { parseLine, type Typed } from './parse-line.ts';
import type { Surroundings } from './plain-text.ts';
import { printMessage } from './print-message.ts';

/** A person at the terminal: lines in, the bot's answers as text out. */
export interface Terminal {
  /** Says a line as the person; `ok` is false when it could not be said or was not answered. */
  say(line: string): Promise<{ readonly ok: boolean; readonly text: string }>;
  /** The commands there are, a line each. */
  menu(): string;
}

export interface TerminalPlace {
  readonly emulator: Emulator;
  readonly user: User;
  readonly channel: Channel;
}

/** Longer than any command of the bot takes, shorter than a person's patience. */
const replyMs = 60_000;

export function createTerminal({ emulator, user, channel }: TerminalPlace): Terminal {
  const { world } = emulator;
  const person = emulator.person(user);
  const here = person.in(channel);
  let last: Message | undefined;

  const around = (): Surroundings => ({
    channelName: (id) => world.channels.get(id)?.name,
    userName: (id) => world.users.get(id)?.globalName,
    timezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    now: world.now(),
    ...(process.stdout.isTTY ? { bold: ['\x1b[1m', '\x1b[22m'] as const } : {}),
  });

  async function answerTo(typed: Exclude<Typed, { kind: 'wrong' }>): Promise<Message> {
    switch (typed.kind) {
      case 'command':
        return await here.run(await withFile(typed, [...world.commands.values()])).reply(replyMs);
      case 'dm': {
        const file = await fileAt(typed.text);
        const words = file === undefined ? { content: typed.text } : { files: [file] };
        return await person.inDm().say(words).reply(replyMs);
      }
      case 'mention':
        return await here.say(`<@${world.bot.id}> ${typed.text}`).reply(replyMs);
      case 'press':
        return await press(typed.text);
    }
  }

  async function press(label: string): Promise<Message> {
    if (last === undefined) throw new ClientRefusal('There is no message with buttons yet.');
    const seat = last.channelId === channel.id ? here : person.inDm();
    return await seat.press(last, label).reply(replyMs);
  }

  /** What the bot posted by itself while it answered: a digest in its channel. */
  function posted(before: ReadonlySet<string>): readonly Message[] {
    const isPost = ({ id, author, interactionId, replyTo }: Message) =>
      author.id === world.bot.id && !before.has(id) && interactionId === undefined && replyTo === undefined;
    return [...world.messages.values()].filter(isPost);
  }

  async function said(typed: Exclude<Typed, { kind: 'wrong' }>): Promise<string> {
    const before = new Set(world.messages.keys());
    const answer = await answerTo(typed);
    last = flatten(answer.components).some(({ custom_id: id }) => id !== undefined) ? answer : last;
    const posts = posted(before).map(
      (post) => `#${world.channels.get(post.channelId)?.name}:\n${printMessage(post, around())}`,
    );
    return [printMessage(answer, around()), ...posts].join('\n\n');
  }

  return {
    async say(line) {
      const typed = parseLine(line, [...world.commands.values()]);
      if (typed.kind === 'wrong') return { ok: false, text: typed.reason };
      try {
        return { ok: true, text: await said(typed) };
      } catch (error) {
        return { ok: false, text: error instanceof Error ? error.message : String(error) };
      }
    },
    menu: () =>
      [...world.commands.values()].map(({ name, description }) => `/${name}  ${description}`).join('\n'),
  };
}

type Command = Extract<Typed, { readonly kind: 'command' }>;

/** A path in place of a value is a file the person attaches, where the command takes one. */
async function withFile(
  typed: Command,
  commands: readonly Fields[],
): Promise<Command & { readonly files?: Readonly<Record<string, Upload>> }> {
  const slot = attachmentOption(typed, commands);
  if (slot === undefined || slot in typed.options) return typed;
  for (const [name, value] of Object.entries(typed.options)) {
    const file = await fileAt(value);
    if (file === undefined) continue;
    const { [name]: _, ...options } = typed.options;
    return { ...typed, options, files: { [slot]: file } };
  }
  return typed;
}

function attachmentOption({ name, subcommand }: Command, commands: readonly Fields[]): string | undefined {
  const command = commands.find((known) => known.name === name);
  const holder =
    subcommand === undefined
      ? command
      : listOf(command?.options)
          .map(fieldsOf)
          .find((known) => known.name === subcommand);
  const found = listOf(holder?.options)
    .map(fieldsOf)
    .find(({ type }) => type === optionType.attachment);
  return found === undefined ? undefined : String(found.name);
}

/** The file at a path; `undefined` where there is none. */
async function fileAt(path: string): Promise<Upload | undefined> {
  const found = await stat(path).catch(() => undefined); // words that are no path, mostly
  return found?.isFile() === true ? { filename: basename(path), bytes: await readFile(path) } : undefined;
}
