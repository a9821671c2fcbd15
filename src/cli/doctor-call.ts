import { UsageError } from './usage-error.ts';

/** What `npm run doctor` was asked to look at: whether the bot could start, or the feeds of packs. */
export type DoctorCall =
  | { readonly kind: 'house' }
  | { readonly kind: 'packs'; readonly names: readonly string[] }
  | { readonly kind: 'help'; readonly text: string };

const text = `Says what is in the way of the bot.

  npm run doctor                  Node, the configuration, the store and the packs' files
  npm run doctor -- packs [NAME…] asks every feed of the packs (or of these) whether it answers

Status: 0 all is well, 1 something is not, 2 wrong usage.`;

/** Reads the arguments. Fails with a `UsageError`. */
export function readDoctorCall([what, ...names]: readonly string[]): DoctorCall {
  if (what === undefined) return { kind: 'house' };
  if (what === '--help' || what === '-h') return { kind: 'help', text };
  if (what === 'packs') return { kind: 'packs', names };
  throw new UsageError(`${what} is nothing I look at (--help says what is)`);
}
