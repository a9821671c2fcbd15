import { parseArgs } from 'node:util';
import type { Scope } from '../domain/scope.ts';
import { checkDiscordId } from './discord-id.ts';
import { UsageError } from './usage-error.ts';

/** What `npm run ingest` was asked to do. */
export interface IngestCall {
  /** Addresses, paths of files, and "-" for the input. */
  readonly items: readonly string[];
  readonly isJson: boolean;
  readonly isDryRun: boolean;
  /** Whose what comes in is to be; absent: not said. */
  readonly scope?: Scope;
  /** The address that the one file came from. */
  readonly from?: URL;
}

export const ingestHelp = `Reads articles and feeds as the bot does, and stores what it reads.

  npm run ingest -- [options] URL|FILE…

  URL            an article's page, or a feed (its newest entries are taken in; nobody follows it)
  FILE           a page (.html), a text (.txt), a feed (.xml, .rss, .atom, .json) or a list of feeds (.opml)
  -              the input

  --guild ID     what comes in is this server's alone, for 24 hours
  --person ID    … this person's alone, for 24 hours
  --public       … everyone's
  --from URL     the address that the one file came from
  --dry-run      reads, and stores nothing
  --json         an object a line instead of words
  --help         this text

Links are everyone's unless you say otherwise. For files you have to say whose they are, unless nothing is stored.
Status: 0 all went well, 1 something could not be read, 2 wrong usage, 78 wrong configuration.`;

export const isWebUrl = (item: string): boolean => /^https?:\/\//i.test(item);

/** Reads the arguments; 'help' where that was asked for. Fails with a `UsageError`. */
export function readIngestCall(words: readonly string[]): IngestCall | 'help' {
  const { values, positionals: items } = parsed(words);
  if (values.help === true) return 'help';
  if (items.length === 0) throw new UsageError('name a URL or a file, or - for the input (--help says more)');
  if (items.filter((item) => item === '-').length > 1)
    throw new UsageError('the input can be read only once');
  const isDryRun = values['dry-run'] === true;
  const scope = scopeOf(values);
  const from = addressOf(values.from, items);
  if (scope === undefined && !isDryRun && items.some((item) => !isWebUrl(item)))
    throw new UsageError(
      'whose are the files? Add --guild ID, --person ID or --public; --dry-run stores nothing',
    );
  return {
    items,
    isJson: values.json === true,
    isDryRun,
    ...(scope !== undefined && { scope }),
    ...(from !== undefined && { from }),
  };
}

function parsed(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        'dry-run': { type: 'boolean' },
        guild: { type: 'string' },
        person: { type: 'string' },
        public: { type: 'boolean' },
        from: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

function scopeOf(values: ReturnType<typeof parsed>['values']): Scope | undefined {
  const { guild, person } = values;
  for (const id of [guild, person]) if (id !== undefined) checkDiscordId(id);
  const said: readonly Scope[] = [
    ...(guild === undefined ? [] : [`guild:${guild}` as const]),
    ...(person === undefined ? [] : [`person:${person}` as const]),
    ...(values.public === true ? ['public' as const] : []),
  ];
  if (said.length > 1) throw new UsageError('say one of --guild, --person and --public');
  return said[0];
}

function addressOf(written: string | undefined, items: readonly string[]): URL | undefined {
  if (written === undefined) return undefined;
  const [item = '', ...more] = items;
  if (more.length > 0 || isWebUrl(item)) throw new UsageError('--from goes with one file');
  const url = isWebUrl(written) ? URL.parse(written) : null;
  if (url === null) throw new UsageError('--from is not an http or https address');
  return url;
}
