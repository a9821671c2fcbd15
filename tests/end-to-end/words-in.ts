import { type Component, flatten } from '../../emulator/component.ts';
import { createLinkList, plainLine } from '../../emulator/demo/plain-text.ts';
import type { Emulator } from '../../emulator/start.ts';
import type { Message } from '../../emulator/world.ts';

/** The text of a message, as Discord's markdown. */
export const wordsIn = (message: Message): string =>
  flatten(message.components)
    .flatMap(({ content }: Component) => content ?? [])
    .join('\n');

const around = { channelName: () => undefined, userName: () => undefined, timezone: 'UTC', now: 0 };

/** The lines of an answer that are an article's own words, without Discord's marks. */
export const quotedIn = (message: Message): readonly string[] =>
  wordsIn(message)
    .split('\n')
    .filter((line) => line.startsWith('> '))
    .map((line) => plainLine(line, around, createLinkList()).replace(/^ {2}\| /, ''));

/** All that the messages of an emulator have said, each version of each. */
export interface Watch {
  readonly versions: readonly string[];
  /** The first version that says so, now or later. */
  seen(isWanted: (words: string) => boolean): Promise<string>;
}

export function watchWords({ world }: Emulator): Watch {
  const versions: string[] = [];
  const waiting = new Set<() => void>();
  world.observe((event) => {
    if (event.type !== 'message.edited' && event.type !== 'message.created') return;
    versions.push(wordsIn(event.message));
    for (const look of waiting) look();
  });
  return {
    versions,
    seen(isWanted) {
      const { promise, resolve } = Promise.withResolvers<string>();
      const look = () => {
        const words = versions.find(isWanted);
        if (words !== undefined) resolve(words);
      };
      waiting.add(look);
      look();
      return promise.finally(() => waiting.delete(look));
    },
  };
}
