import { z } from 'zod';
import { ConfigError } from './domain/errors.ts';

const wholeNumber = (from: number, to: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, { error: 'is not a whole number', abort: true })
    .transform(Number)
    .refine((value) => value >= from && value <= to, `must be from ${from} to ${to}`);

const snowflake = z.string().regex(/^\d{17,20}$/, 'is not a Discord id (17 to 20 digits)');

const httpUrl = z
  .string()
  .refine(
    (text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol),
    'is not an http or https address',
  );

const storeUrl = z
  .string()
  .regex(/^(?:sqlite:.+|postgres(?:ql)?:\/\/.+)$/, 'must be sqlite:PATH or postgres://…');

/** `host:port` pairs, parted by commas; only these may be fetched besides the public internet. */
const hostPorts = z
  .string()
  .transform((text) =>
    text
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  )
  .refine(
    (parts) => parts.every((part) => /^[^\s:/]+:\d{1,5}$|^\[[0-9a-f:]+\]:\d{1,5}$/i.test(part)),
    'must be host:port pairs, parted by commas',
  );

/** Shards this process runs, as `first-last/total`. */
const shardRange = z
  .string()
  .regex(/^\d{1,5}-\d{1,5}\/\d{1,5}$/, { error: 'must look like 0-3/16', abort: true })
  .transform((text) => {
    const [first = 0, last = 0, total = 0] = text.split(/[-/]/).map(Number);
    return { first, last, total };
  })
  .refine(
    ({ first, last, total }) => first <= last && last < total,
    'must go upwards and stay below the total, as 0-3/16 does',
  );

const longestMinutes = 7 * 24 * 60;

/** How often feeds are asked: the shortest and the longest time between, in minutes, as `shortest-longest`. */
const pollMinutes = z
  .string()
  .regex(/^\d{1,5}-\d{1,5}$/, { error: 'must look like 10-720', abort: true })
  .transform((text) => {
    const [shortest = 0, longest = 0] = text.split('-').map(Number);
    return { shortest, longest };
  })
  .refine(
    ({ shortest, longest }) => shortest >= 1 && shortest <= longest && longest <= longestMinutes,
    `must go upwards, from 1 at least to ${longestMinutes} at most`,
  );

/** Every variable the bot reads: its form and its default. `.env.example` is held equal to this by a test. */
export const environment = z.object({
  DISCORD_TOKEN: z.string({ error: 'is not set' }).regex(/^\S+$/, 'must not hold spaces'),
  DISCORD_API_URL: httpUrl.default('https://discord.com/api'),
  DISCORD_GUILD_ID: snowflake.optional(),
  STORE_URL: storeUrl.default('sqlite:data/standfirst.sqlite'),
  SHARD_RANGE: shardRange.optional(),
  HTTP_PORT: wholeNumber(0, 65_535).optional(),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  FETCH_ALLOW: hostPorts.default([]),
  FETCH_CONTACT: httpUrl.or(z.email('is neither an http address nor an e-mail address')).optional(),
  FEED_POLL_MINUTES: pollMinutes.default({ shortest: 10, longest: 720 }),
  RETENTION_DAYS: wholeNumber(1, 36_500).default(90),
  RETENTION_ARTICLES: wholeNumber(1, 100_000_000).default(300_000),
});

/** What the command-line tools read: they need no Discord. */
const toolEnvironment = environment.pick({
  STORE_URL: true,
  FETCH_ALLOW: true,
  FETCH_CONTACT: true,
  RETENTION_DAYS: true,
  RETENTION_ARTICLES: true,
});

/** Variables that may come from a file named in `NAME_FILE`, as Docker and systemd hand secrets over. */
const secrets = ['DISCORD_TOKEN', 'STORE_URL'] as const;

export type Config = z.infer<typeof environment>;
export type ToolConfig = z.infer<typeof toolEnvironment>;

/** Whether this process runs the first shard: what is to be done once, however many processes there are, is its work. */
export function isFirstProcess({ SHARD_RANGE: range }: Pick<Config, 'SHARD_RANGE'>): boolean {
  return range === undefined || range.first === 0;
}

export const missingTokenHint =
  'DISCORD_TOKEN is not set: put your bot’s token into .env or the environment. `npm run demo` needs none.';

/**
 * Reads the configuration; a variable that is set but empty counts as not set. Throws one `ConfigError` with
 * every mistake; values are not repeated in it, as one of them is a secret.
 */
export function readConfig(
  env: Readonly<Record<string, string | undefined>>,
  readFile: (path: string) => string,
): Config {
  const given = trimmed(env);
  const unreadable = readSecretFiles(given, secrets, readFile);
  const parsed = environment.safeParse(given);
  if (parsed.success && unreadable.length === 0) return parsed.data;
  const wrong = mistakesIn(parsed.error).map((issue) =>
    issue === 'DISCORD_TOKEN is not set' ? missingTokenHint : issue,
  );
  const isTokenExplained = unreadable.some((mistake) => mistake.startsWith('DISCORD_TOKEN'));
  throw new ConfigError([
    ...unreadable,
    ...wrong.filter((mistake) => !(isTokenExplained && mistake === missingTokenHint)),
  ]);
}

/** As `readConfig`, of what the command-line tools need. */
export function readToolConfig(
  env: Readonly<Record<string, string | undefined>>,
  readFile: (path: string) => string,
): ToolConfig {
  const given = trimmed(env);
  const unreadable = readSecretFiles(given, ['STORE_URL'], readFile);
  const parsed = toolEnvironment.safeParse(given);
  if (parsed.success && unreadable.length === 0) return parsed.data;
  throw new ConfigError([...unreadable, ...mistakesIn(parsed.error)]);
}

/** No value is repeated, as one of them is a secret. */
function mistakesIn(error: z.ZodError | undefined): string[] {
  return (error?.issues ?? []).map(({ path, message }) => `${String(path[0])} ${message}`);
}

function trimmed(env: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const entries = Object.entries(env).flatMap(([name, value]) =>
    value === undefined || value.trim() === '' ? [] : [[name, value.trim()] as const],
  );
  return Object.fromEntries(entries);
}

function readSecretFiles(
  given: Record<string, string>,
  names: readonly string[],
  readFile: (path: string) => string,
): string[] {
  const mistakes: string[] = [];
  for (const name of names) {
    const path = given[`${name}_FILE`];
    if (path === undefined) continue;
    if (given[name] !== undefined) {
      mistakes.push(`${name} and ${name}_FILE are both set: keep one`);
      continue;
    }
    try {
      given[name] = readFile(path).trim();
    } catch (error) {
      mistakes.push(
        `${name}_FILE: ${path} cannot be read (${error instanceof Error ? error.message : String(error)})`,
      );
    }
  }
  return mistakes;
}
