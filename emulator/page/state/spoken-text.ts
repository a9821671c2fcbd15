import { componentType, flatten } from '../../component.ts';
import { textOf } from '../../json.ts';
import type { MessageView } from '../protocol.ts';

/** Names of what a text only holds the ids of. */
export interface Names {
  userName(id: string): string | undefined;
  channelName(id: string): string | undefined;
}

const longest = 400;

/** A text as one would read it out: without the marks of markdown, links by their words. */
function plain(markdown: string, { userName, channelName }: Names): string {
  return markdown
    .replace(/\[((?:\\.|[^\]\\])+)\]\([^)]*\)/g, '$1')
    .replace(/<t:-?\d+(?::[tTdDfFR])?>/g, '')
    .replace(/<@!?(\d+)>/g, (_, id: string) => `@${userName(id) ?? 'unknown'}`)
    .replace(/<#(\d+)>/g, (_, id: string) => `#${channelName(id) ?? 'unknown'}`)
    .replace(/^(?:#{1,3} |-# |> |[*-] )/gm, '')
    .replace(/\*\*|__|~~|\|\||`+/g, '')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1');
}

function textsOf({ content, components, embeds }: MessageView): readonly string[] {
  const displays = flatten(components).filter(({ type }) => type === componentType.textDisplay);
  const inEmbeds = embeds.flatMap(({ title, description }) => [textOf(title), textOf(description)]);
  const all = [content, ...displays.map((display) => display.content), ...inEmbeds];
  return all.flatMap((text) => (text === undefined || text === '' ? [] : [text]));
}

/** What a screen reader says of a new message. */
export function spokenText(message: MessageView, author: string, names: Names): string {
  const words = textsOf(message)
    .map((text) => plain(text, names))
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
