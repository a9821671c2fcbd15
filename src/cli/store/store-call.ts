import { parseArgs } from 'node:util';
import { checkDiscordId } from '../discord-id.ts';
import { UsageError } from '../usage-error.ts';

/** What `npm run store` was asked to do. */
export type StoreCall =
  | { readonly kind: 'help' }
  | { readonly kind: 'stats'; readonly isJson: boolean }
  | { readonly kind: 'verify' }
  | { readonly kind: 'prune'; readonly isDryRun: boolean }
  | { readonly kind: 'forget'; readonly whose: 'guild' | 'person'; readonly id: string }
  /** "-" is the output or the input. */
  | { readonly kind: 'export' | 'import'; readonly file: string }
  | {
      readonly kind: 'migrate-to';
      readonly url: string;
      readonly isMerge: boolean;
      readonly isLive: boolean;
    };

export const storeHelp = `Looks after the store as a whole. STORE_URL names it, as for the bot; it works beside a running bot.

  npm run store -- stats [--json]      what the store holds, and how large it is
  npm run store -- verify              whether it is whole; changes nothing
  npm run store -- prune [--dry-run]   removes what is older or more than RETENTION_* keep, as the bot does by itself
  npm run store -- forget guild|person ID   removes all that is a server's or a person's own, at once
  npm run store -- export [FILE|-]     writes all of it to a file (.gz: packed) or the output
  npm run store -- import FILE|-       takes an export in; what is there already stays, or is completed
  npm run store -- migrate-to URL      copies all of it to another store, and compares the two
      --merge                          … although that one holds something
      --live                           … although a bot runs on this one: what it writes meanwhile does not come along

With npm's own words kept out of the output: npm run --silent store -- export - | …
Status: 0 done (verify: whole), 1 not done or damaged, 2 wrong usage, 78 wrong configuration, 130 interrupted.`;

const flags = ['json', 'dry-run', 'merge', 'live'] as const;

type Flag = (typeof flags)[number];

/** Which flags each verb knows, and how many words may follow it. */
const verbs: Readonly<
  Record<
    Exclude<StoreCall['kind'], 'help'>,
    { readonly flags: readonly Flag[]; readonly words: readonly [number, number] }
  >
> = {
  stats: { flags: ['json'], words: [0, 0] },
  verify: { flags: [], words: [0, 0] },
  prune: { flags: ['dry-run'], words: [0, 0] },
  forget: { flags: [], words: [2, 2] },
  export: { flags: [], words: [0, 1] },
  import: { flags: [], words: [1, 1] },
  'migrate-to': { flags: ['merge', 'live'], words: [1, 1] },
};

const needed: ReadonlyMap<string, string> = new Map([
  ['import', 'a file, or -'],
  ['migrate-to', 'an address'],
  ['forget', 'whose: guild ID, or person ID'],
]);

const isVerb = (word: string): word is keyof typeof verbs => Object.hasOwn(verbs, word);

function parsed(words: readonly string[]) {
  const boolean = { type: 'boolean' } as const;
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        json: boolean,
        'dry-run': boolean,
        merge: boolean,
        live: boolean,
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

/** Reads the arguments. Fails with a `UsageError`. */
export function readStoreCall(words: readonly string[]): StoreCall {
  const { values, positionals } = parsed(words);
  const [verb, ...rest] = positionals;
  if (values.help === true || verb === undefined) {
    if (values.help !== true)
      throw new UsageError('say what to do with the store (--help says what there is)');
    return { kind: 'help' };
  }
  if (!isVerb(verb)) throw new UsageError(`${verb} is nothing I do with a store (--help says what is)`);
  const known = verbs[verb];
  const stranger = flags.find((flag) => values[flag] === true && !known.flags.includes(flag));
  if (stranger !== undefined) throw new UsageError(`--${stranger} does not go with ${verb}`);
  const [fewest, most] = known.words;
  if (rest.length < fewest) throw new UsageError(`${verb} needs ${needed.get(verb) ?? 'more words'}`);
  if (rest.length > most) throw new UsageError(`${verb} does not know what to do with ${rest[most]}`);
  const [word = '-'] = rest;
  switch (verb) {
    case 'stats':
      return { kind: verb, isJson: values.json === true };
    case 'verify':
      return { kind: verb };
    case 'prune':
      return { kind: verb, isDryRun: values['dry-run'] === true };
    case 'forget':
      return { kind: verb, ...ownerOf(rest) };
    case 'export':
    case 'import':
      return { kind: verb, file: word };
    case 'migrate-to':
      return { kind: verb, url: word, isMerge: values.merge === true, isLive: values.live === true };
  }
}

function ownerOf([whose, id = '']: readonly string[]): { whose: 'guild' | 'person'; id: string } {
  if (whose !== 'guild' && whose !== 'person') throw new UsageError('say guild ID, or person ID');
  checkDiscordId(id);
  return { whose, id };
}
