import { type Askable, asks, type Here } from './asks.ts';

/** A reply that the bot once made, as a handler says it that does nothing else. */
export interface ConstantReply {
  readonly defer?: { readonly flags: number };
  readonly payload: { readonly components: unknown; readonly flags: number };
  readonly choices: readonly unknown[];
}

const ephemeralFlag = 1 << 6;
const componentsV2Flag = 1 << 15;
const deferMessage = 5;

/** Discord numbers the components by itself. */
function withoutNumbers(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNumbers);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([key]) => key !== 'id');
  return Object.fromEntries(entries.map(([key, part]) => [key, withoutNumbers(part)]));
}

/** Asks the bot each command once and writes down how it answered, by the command's name. */
export async function recordReplies(
  here: Here,
  story: Askable,
): Promise<Readonly<Record<string, ConstantReply>>> {
  const recorded: Record<string, ConstantReply> = {};
  for (const make of [asks.summary, asks.figures, asks.latest, asks.help]) {
    const { call } = make(story, 0);
    const answer = here.run(call);
    const { type } = await answer.acknowledged();
    const { flags, components } = await answer.reply();
    const ephemeral = flags & ephemeralFlag;
    const form = flags & componentsV2Flag;
    const isDeferred = type === deferMessage;
    recorded[call.name] = {
      ...(isDeferred ? { defer: { flags: ephemeral } } : {}),
      payload: { components: withoutNumbers(components), flags: isDeferred ? form : form | ephemeral },
      choices: [],
    };
  }
  const choices = await here.complete(asks.autocomplete(story, 0).half);
  return { ...recorded, autocomplete: { payload: { components: [], flags: 0 }, choices } };
}
