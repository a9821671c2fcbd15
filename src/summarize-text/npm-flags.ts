import { UsageError } from './command-line.ts';

const switches = ['json', 'jsonl', 'as-is', 'always'] as const;
const valued = ['length', 'sentences', 'title', 'focus', 'question'] as const;

/**
 * The arguments as they were typed after `npx --no summarize-text`: without `--` before the command, npm keeps the
 * flags for itself and hands them on in the environment (`npm_config_as_is=true`), the words after them as they are.
 * Of several values it cannot be told which is whose: a `UsageError` says how to call it.
 */
export function withNpmFlags(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): readonly string[] {
  if (env.npm_lifecycle_event !== 'npx') return args;
  const taken = (name: string) => env[`npm_config_${name.replace('-', '_')}`] ?? '';
  const flags = switches.filter((name) => taken(name) === 'true').map((name) => `--${name}`);
  const written = valued
    .filter((name) => !['', 'true'].includes(taken(name)))
    .map((name) => `--${name}=${taken(name)}`);
  const [parted, ...more] = valued.filter((name) => taken(name) === 'true');
  if (more.length > 0)
    throw new UsageError('npm took the options for itself: write npx --no -- summarize-text with them');
  const [value, ...rest] = args;
  if (parted === undefined || value === undefined) return [...flags, ...written, ...args];
  return [...flags, ...written, `--${parted}=${value}`, ...rest];
}
