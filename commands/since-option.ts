import { type APIApplicationCommandBasicOption, ApplicationCommandOptionType } from 'discord-api-types/v10';
import type { CommandRequest } from '../src/domain/command.ts';
import { UserError } from '../src/domain/errors.ts';
import { parseSince } from '../src/story/since.ts';
import { textOption } from './story-option.ts';

export const sinceOption: APIApplicationCommandBasicOption = {
  type: ApplicationCommandOptionType.String,
  name: 'since',
  description: 'Over many stories: only since then, e.g. 7d, 2 weeks, yesterday, 2026-11-01',
  max_length: 60,
};

/** The instant a person wants articles from, in UTC milliseconds; `undefined` when they name none. */
export function sinceOf({ options, receivedAt }: CommandRequest): number | undefined {
  const asked = textOption(options, 'since');
  if (asked === undefined) return undefined;
  const since = parseSince(asked, receivedAt);
  if (since === undefined) throw new UserError({ code: 'badSince', asked });
  return since;
}
