import { componentType, flatten } from '../../component.ts';
import { textOf } from '../../json.ts';
import { type Names, plainLines } from '../message/plain-words.ts';
import type { MessageView } from '../protocol.ts';

const longest = 400;

function textsOf({ content, components, embeds }: MessageView): readonly string[] {
  const displays = flatten(components).filter(({ type }) => type === componentType.textDisplay);
  const inEmbeds = embeds.flatMap(({ title, description }) => [textOf(title), textOf(description)]);
  const all = [content, ...displays.map((display) => display.content), ...inEmbeds];
  return all.flatMap((text) => (text === undefined || text === '' ? [] : [text]));
}

/** What a screen reader says of a new message. */
export function spokenText(message: MessageView, author: string, names: Names): string {
  const words = textsOf(message)
    .map((text) => plainLines(text, names))
    .join('\n')
    .replace(/\s*\n\s*/g, '. ')
    .trim();
  const files = message.attachments.map(({ filename }) => `attached: ${filename}`).join(', ');
  const said = [words.length > longest ? `${words.slice(0, longest)}…` : words, files].filter(
    (part) => part !== '',
  );
  const only = message.isEphemeral ? ' (only you can see this)' : '';
  return `${author}${only}: ${message.isThinking ? 'is thinking…' : said.join('; ')}`;
}
