import type { Message } from 'discord.js';
import { z } from 'zod';

const holder = z.looseObject({
  custom_id: z.string().optional(),
  accessory: z.unknown().optional(),
  components: z.array(z.unknown()).optional(),
});

/** What the controls of a message press, however deep they stand in it. */
function pressesIn(component: unknown): readonly string[] {
  const { data } = holder.safeParse(component);
  if (data === undefined) return [];
  const inside = [data.accessory, ...(data.components ?? [])].flatMap(pressesIn);
  return data.custom_id === undefined ? inside : [data.custom_id, ...inside];
}

const ofStory = /^(?:ask|summary|quotes|figures):[a-z]{1,20}:([\w-]{22})(?::|$)/;

/** The one article or story that presses are about; none where they are about several. */
export function storyPressed(presses: readonly string[]): string | undefined {
  const [first, ...others] = new Set(presses.flatMap((press) => ofStory.exec(press)?.[1] ?? []));
  return others.length === 0 ? first : undefined;
}

/** What the bot's message is about that a message answers: its buttons tell. It asks Discord for it; none where that fails. */
export async function repliedStory(message: Message): Promise<string | undefined> {
  if (message.mentions.repliedUser?.id !== message.client.user.id) return undefined;
  const replied = await message.fetchReference().catch(() => undefined); // deleted, or not to be seen
  return storyPressed((replied?.components ?? []).flatMap((component) => pressesIn(component.toJSON())));
}
