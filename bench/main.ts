import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { answers } from './answers.ts';
import { digests } from './digests.ts';
import { figures } from './figures.ts';
import { ingest } from './ingest.ts';
import type { Capability } from './parts/capability.ts';
import { surroundings, surroundingsText } from './parts/machine.ts';
import { layOut } from './parts/table.ts';
import { quotations } from './quotations.ts';
import { replies } from './replies.ts';
import { start } from './start.ts';
import { store } from './store.ts';
import { stories } from './stories.ts';
import { summaries } from './summaries.ts';
import { text } from './text.ts';

const capabilities: readonly Capability[] = [
  start,
  replies,
  text,
  quotations,
  figures,
  summaries,
  answers,
  ingest,
  store,
  stories,
  digests,
];

const help = `Usage: npm run bench -- [NAME …] [--rounds N] [--profile] [--articles N] [--digests N] [--json FILE]

Measures the bot and its peers in one run. Without a NAME everything; a NAME is one of

${capabilities.map(({ name, says }) => `  ${name.padEnd(12)}${says}`).join('\n')}

  --rounds N    how often each is measured, 3 as usual; the tables have the medians
  --profile     says where the bot's time goes with 50 requests in flight
  --articles N  how many a store is filled with, 100,000 as usual
  --digests N   how many digests are due in one minute, 2,000 as usual
  --json FILE   writes the tables into FILE as well
`;

class UsageError extends Error {}

function chosen(names: readonly string[]): readonly Capability[] {
  const strange = names.find((name) => !capabilities.some((known) => known.name === name));
  if (strange !== undefined) throw new UsageError(`there is no bench called "${strange}"`);
  return names.length === 0 ? capabilities : capabilities.filter(({ name }) => names.includes(name));
}

function wholeNumber(option: string, given: string): number {
  const number = Number(given);
  if (!Number.isInteger(number) || number < 1) throw new UsageError(`${option} takes a whole number from 1`);
  return number;
}

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        rounds: { type: 'string', default: '3' },
        profile: { type: 'boolean', default: false },
        articles: { type: 'string', default: '100000' },
        digests: { type: 'string', default: '2000' },
        json: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    const rounds = wholeNumber('--rounds', values.rounds);
    const articles = wholeNumber('--articles', values.articles);
    const due = wholeNumber('--digests', values.digests);
    return { ...values, rounds, articles, due, wanted: chosen(positionals) };
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${help}`);
    process.exit(2);
  }
}

const { rounds, profile, articles, due, json, help: wantsHelp, wanted } = readArguments();
const tell = (line: string) => void process.stderr.write(`${line}\n`);

if (wantsHelp) process.stdout.write(help);
else {
  const place = surroundings();
  process.stdout.write(`${surroundingsText(place)}\n`);
  const results = [];
  for (const { name, says, run } of wanted) {
    process.stdout.write(`\n## ${name}: ${says}\n`);
    const tables = [];
    for await (const table of run({ rounds, profile, articles, digests: due, tell })) {
      process.stdout.write(`\n${layOut(table)}\n`);
      tables.push(table);
    }
    results.push({ name, tables });
  }
  if (json !== undefined) writeFileSync(json, `${JSON.stringify({ ...place, results }, undefined, 2)}\n`);
}
