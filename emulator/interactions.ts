import { randomBytes } from 'node:crypto';
import type { Interaction, World } from './world.ts';

/** Discord's numbers of the interaction types. */
export const interactionType = { command: 2, component: 3, autocomplete: 4, modalSubmit: 5 } as const;

/** Discord's numbers of the ways to acknowledge. */
export const callback = {
  message: 4,
  deferMessage: 5,
  deferUpdate: 6,
  update: 7,
  autocomplete: 8,
  modal: 9,
} as const;

/** How long Discord waits for the first acknowledgement. */
export const acknowledgementMs = 3000;

/** A token as Discord makes them: it carries the interaction's id and a secret. */
export function newInteractionToken(id: string): string {
  const secret = randomBytes(24).toString('base64url');
  return Buffer.from(`interaction:${id}:${secret}`).toString('base64url');
}

export function interactionOfToken(world: World, token: string): Interaction | undefined {
  const [, id = ''] = Buffer.from(token, 'base64url').toString('utf8').split(':');
  const interaction = world.interactions.get(id);
  return interaction?.token === token ? interaction : undefined;
}
