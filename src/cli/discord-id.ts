import { UsageError } from './usage-error.ts';

/** Fails with a `UsageError` where a word is no id of Discord's. */
export function checkDiscordId(word: string): void {
  if (!/^\d{17,20}$/.test(word)) throw new UsageError(`${word} is not a Discord id (17 to 20 digits)`);
}
