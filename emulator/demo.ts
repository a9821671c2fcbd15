import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { createTerminal, type Terminal } from './demo/say-line.ts';
import { type Demo, startDemo } from './demo/start-demo.ts';

const help = `Usage: npm run demo -- [--no-page] [LINE …]

Starts the bot on a small Discord of its own, on this machine alone. Without a LINE it serves a page that looks like
Discord, prints its address and goes on until Ctrl+C. Otherwise it says each LINE as a person would and prints what
the bot answers. With --no-page it reads lines from the terminal. A line is

  /command option:value …   a slash command; a path to a text or HTML file may stand for a story
  words                     a direct message: a question, a link, a path to a file (“dm: words” is the same)
  @bot words                a message that mentions the bot
  press: label              a button of the last answer
`;

const hint =
  'Ask a question or type a command; "help" lists them, "exit" stops. For example: /latest count:3';

function terminalOf({ emulator }: Demo): Terminal {
  const { admin, channels } = emulator.first;
  return createTerminal({ emulator, user: admin, channel: channels.newsroom });
}

/** Says the lines one after the other; a line that fails does not keep the next from being said. */
async function sayAll(terminal: Terminal, lines: readonly string[]): Promise<boolean> {
  let isWell = true;
  for (const line of lines) {
    const { ok, text } = await terminal.say(line);
    process.stdout.write(`> ${line}\n\n${text}\n\n`);
    isWell &&= ok;
  }
  return isWell;
}

async function readLines(terminal: Terminal): Promise<void> {
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

/** Shows the page until the bot is no more; `isStopping` tells whether that was wanted. */
async function showPage({ emulator, bot }: Demo, isStopping: () => boolean): Promise<boolean> {
  process.stdout.write(`${emulator.world.origin}/\n`);
  process.stdout.write(
    'Open it and type / for the bot’s commands, or write to it directly. Ctrl+C stops it.\n',
  );
  await bot.ended;
  if (isStopping()) return true;
  process.stderr.write(`The bot has ended:\n${bot.output()}\n`);
  return false;
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { help: { type: 'boolean', short: 'h' }, 'no-page': { type: 'boolean' } },
  });
  if (values.help === true) {
    process.stdout.write(help);
    return;
  }
  const hasPage = positionals.length === 0 && values['no-page'] !== true;
  const demo = await startDemo(hasPage);
  let stopping: Promise<void> | undefined;
  const stop = () => {
    stopping ??= demo.stop();
    return stopping;
  };
  // A page has no other end than this; lines that are cut short have failed.
  const interrupted = () => void stop().then(() => process.exit(hasPage ? 0 : 130));
  process.on('SIGINT', interrupted);
  process.on('SIGTERM', interrupted);
  const converse = async (started: Demo): Promise<boolean> => {
    if (hasPage) return await showPage(started, () => stopping !== undefined);
    if (positionals.length > 0) return await sayAll(terminalOf(started), positionals);
    await readLines(terminalOf(started));
    return true;
  };
  try {
    if (!(await converse(demo))) process.exitCode = 1;
  } finally {
    await stop();
  }
}

await main();
