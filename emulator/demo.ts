import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { startBot } from './demo/bot-process.ts';
import { createTerminal, type Terminal } from './demo/say-line.ts';
import { startEmulator } from './start.ts';

const help = `Usage: npm run demo -- [LINE …]

Starts the bot on a small Discord of its own, on this machine alone, says each LINE as a person would and prints
what the bot answers. Without a LINE it reads lines from the terminal. A line is

  /command option:value …   a slash command; a path to a text or HTML file may stand for a story
  dm: words                 a direct message
  @bot words                a message that mentions the bot
  press: label              a button of the last answer
`;

const hint = 'Type a line, "help" for the commands, "exit" to stop. For example: /latest count:3';

interface Demo {
  readonly terminal: Terminal;
  stop(): Promise<void>;
}

async function start(): Promise<Demo> {
  const folder = await mkdtemp(join(tmpdir(), 'standfirst-demo-'));
  const emulator = await startEmulator({ botName: 'Standfirst' });
  const undo = async () => {
    await emulator.close();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const bot = await startBot(emulator, {
      STORE_URL: `sqlite:${join(folder, 'demo.sqlite')}`,
      LOG_LEVEL: 'warn',
    });
    const { admin, channels } = emulator.first;
    return {
      terminal: createTerminal({ emulator, user: admin, channel: channels.newsroom }),
      async stop() {
        await bot.stop();
        await undo();
      },
    };
  } catch (error) {
    await undo();
    throw error;
  }
}

/** Says the lines one after the other; a line that fails does not keep the next from being said. */
async function sayAll({ terminal }: Demo, lines: readonly string[]): Promise<boolean> {
  let isWell = true;
  for (const line of lines) {
    const { ok, text } = await terminal.say(line);
    process.stdout.write(`> ${line}\n\n${text}\n\n`);
    isWell &&= ok;
  }
  return isWell;
}

async function readLines({ terminal }: Demo): Promise<void> {
  process.stdout.write(`${hint}\n> `);
  const lines = createInterface({ input: process.stdin });
  for await (const line of lines) {
    const words = line.trim();
    if (/^(?:exit|quit)$/i.test(words)) break;
    if (/^help$/i.test(words))
      process.stdout.write(`${help.slice(help.indexOf('  /command'))}\n${terminal.menu()}\n`);
    else if (words !== '') process.stdout.write(`\n${(await terminal.say(words)).text}\n`);
    process.stdout.write('\n> ');
  }
  lines.close();
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { help: { type: 'boolean', short: 'h' } },
  });
  if (values.help === true) {
    process.stdout.write(help);
    return;
  }
  const demo = await start();
  let stopping: Promise<void> | undefined;
  const stop = () => {
    stopping ??= demo.stop();
    return stopping;
  };
  const interrupted = () => void stop().then(() => process.exit(130));
  process.on('SIGINT', interrupted);
  process.on('SIGTERM', interrupted);
  try {
    if (positionals.length === 0) await readLines(demo);
    else if (!(await sayAll(demo, positionals))) process.exitCode = 1;
  } finally {
    await stop();
  }
}

await main();
