import { type APIApplicationCommandBasicOption, ApplicationCommandOptionType } from 'discord-api-types/v10';
import type { App } from '../../src/app.ts';
import type { Choice, CommandRequest, CompletionRequest } from '../../src/domain/command.ts';
import type { Digest } from '../../src/domain/digest.ts';
import { UserError } from '../../src/domain/errors.ts';
import { cut } from '../../src/render/cut.ts';
import { scheduleWords } from '../../src/render/digest/schedule-words.ts';
import { namesApart } from '../../src/render/digest/words.ts';
import { longestChoice, mostChoices, textOption } from '../story-option.ts';

export const digestOption: APIApplicationCommandBasicOption = {
  type: ApplicationCommandOptionType.String,
  name: 'digest',
  description: 'Which digest; not needed when there is only one',
  autocomplete: true,
  max_length: 100,
};

/** The digest that is named, or the only one. */
export async function chosenDigest({ options }: CommandRequest, guildId: string, app: App): Promise<Digest> {
  const written = textOption(options, 'digest');
  const digests = await app.digests.list(guildId);
  const asked = cut(written ?? '', longestChoice);
  if (digests.length === 0) throw new UserError({ code: 'noDigestsYet' });
  const [digest, ...others] = written === undefined ? digests : digestsCalled(written, digests);
  if (digest === undefined) throw new UserError({ code: 'noSuchDigest', asked });
  if (others.length === 0) return digest;
  if (written !== undefined) throw new UserError({ code: 'severalDigests', asked });
  throw new UserError({ code: 'whichDigest', names: [...namesApart(digests).values()] });
}

/** By id, by its own name, or by the one that tells it apart from others. */
export function digestsCalled(written: string, digests: readonly Digest[]): readonly Digest[] {
  const wanted = written.toLowerCase();
  const apart = namesApart(digests);
  const byId = digests.filter(({ id }) => id === written);
  const byName = digests.filter(({ name }) => name.toLowerCase() === wanted);
  const byNumber = digests.filter(({ id }) => apart.get(id)?.toLowerCase() === wanted);
  return [byId, byName, byNumber].find(({ length }) => length > 0) ?? [];
}

/** Digests whose name or schedule holds what is typed. */
export async function completeDigest(
  { typed, reader }: CompletionRequest,
  app: App,
): Promise<readonly Choice[]> {
  if (reader.guildId === undefined) return [];
  const digests = await app.digests.list(reader.guildId);
  const apart = namesApart(digests);
  const wanted = typed.trim().toLowerCase();
  return digests
    .map((digest) => ({ label: `${cut(apart.get(digest.id) ?? '', 50)} · ${scheduleWords(digest)}`, digest }))
    .filter(({ label }) => label.toLowerCase().includes(wanted))
    .slice(0, mostChoices)
    .map(({ label, digest }) => ({
      name: label.slice(0, longestChoice).toWellFormed(),
      value: digest.id,
    }));
}
