import { acknowledgementMs, callback } from '../interactions.ts';
import type { Fields } from '../json.ts';
import { until } from '../until.ts';
import {
  type Acknowledgement,
  type Interaction,
  type Message,
  type ModalForm,
  messageFlag,
  type World,
} from '../world.ts';

/** What comes back to a person who asked the bot for something; each wait has its own time limit. */
export interface Answer {
  readonly interaction: Interaction;
  /** The first sign of life; Discord waits three seconds for it. */
  acknowledged(withinMs?: number): Promise<Acknowledgement>;
  /** The answering message once it says something: for a deferred one, after its first edit. */
  reply(withinMs?: number): Promise<Message>;
  /** A later message; the first one is number 0. */
  followUp(number?: number, withinMs?: number): Promise<Message>;
  /** The form that came instead of a message. */
  modal(withinMs?: number): Promise<ModalForm>;
  /** What autocomplete offers. */
  choices(withinMs?: number): Promise<readonly Fields[]>;
}

const replyMs = 15_000;

function acknowledged(world: World, interaction: Interaction, withinMs: number): Promise<Acknowledgement> {
  return until(world, () => interaction.acknowledgement, {
    withinMs,
    complaint: () => `${interaction.label}: the application did not respond within ${withinMs} ms`,
  });
}

/** The message now, unless it still says what it said, or nothing yet. */
function answering(
  world: World,
  { label, originalId }: Interaction,
  before: Message | undefined,
): Message | undefined {
  const message = world.messages.get(originalId ?? '');
  if (message === undefined) throw new Error(`${label}: the application deleted its reply`);
  const isThinking = (message.flags & messageFlag.loading) !== 0;
  return isThinking || message === before ? undefined : message;
}

/** `source` is the message a component stood on as it was when it was pressed. */
export function createAnswer(world: World, interaction: Interaction, source?: Message): Answer {
  const { label } = interaction;
  const first = (withinMs = acknowledgementMs) => acknowledged(world, interaction, withinMs);
  async function part<K extends 'modal' | 'choices'>(key: K, withinMs?: number) {
    const { [key]: found, type } = await first(withinMs);
    if (found === undefined)
      throw new Error(`${label}: the application answered with type ${type}, without ${key}`);
    return found;
  }
  return {
    interaction,
    acknowledged: first,
    async reply(withinMs = replyMs) {
      const { type } = await first(Math.min(withinMs, acknowledgementMs));
      if (type === callback.modal || type === callback.autocomplete)
        throw new Error(`${label}: the application answered with type ${type}, not with a message`);
      return await until(world, () => answering(world, interaction, source), {
        withinMs,
        complaint: () => `${label}: the application acknowledged but said nothing within ${withinMs} ms`,
      });
    },
    followUp: (number = 0, withinMs = replyMs) =>
      until(world, () => world.messages.get(interaction.followUpIds[number] ?? ''), {
        withinMs,
        complaint: () => `${label}: no follow-up ${number} came within ${withinMs} ms`,
      }),
    modal: (withinMs) => part('modal', withinMs),
    choices: (withinMs) => part('choices', withinMs),
  };
}
