import type { Digest } from '../../domain/digest.ts';
import type { Piece } from '../../domain/reply.ts';
import { cutName } from '../cut.ts';
import { counted } from '../pages.ts';
import { role, time } from '../pieces.ts';
import { pausePieces } from './state.ts';

/** Of a list in a sentence so many are named. */
const mostNamed = 4;
const longestNamed = 40;

/** "a, b or c"; of many, the first and how many more. */
function anyOf(names: readonly string[]): string {
  const shown = names.slice(0, mostNamed).map((name) => cutName(name, longestNamed));
  const more = names.length - shown.length;
  const all = more > 0 ? [...shown, `${more} more`] : shown;
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} or ${all.at(-1)}`;
}

const quoted = (words: readonly string[]): readonly string[] =>
  words.map((word) => `“${cutName(word, longestNamed)}”`);

const styles = {
  cards: 'as cards with a sentence, a quote and figures',
  lines: 'as headlines',
  threads: 'as headlines, with their cards in a thread',
} as const;

/** "Up to 5 stories about economy, from The Bell, that hold “ferry”, but not “football”, as headlines." */
export function contentWords({ stories, topics, sources, words, exceptWords, style, chart }: Digest): string {
  const choice = [
    ...(topics.length === 0 ? [] : [`about ${anyOf(topics)}`]),
    ...(sources.length === 0 ? [] : [`from ${anyOf(sources)}`]),
    ...(words.length === 0 ? [] : [`that hold ${anyOf(quoted(words))}`]),
    ...(exceptWords.length === 0 ? [] : [`without ${anyOf(quoted(exceptWords))}`]),
  ];
  const held = [`Up to ${counted(stories, 'story', 'stories')}`, ...choice].join(' ');
  const drawn = chart && style !== 'lines' ? ', and one chart where figures can be compared' : '';
  return `${held}, ${styles[style]}${drawn}.`;
}

/** Whom a post reaches besides its channel's readers, and what comes where nothing is new. */
export function habitPieces({ mentionRoleId, publish, skipEmpty }: Digest): Piece[] {
  return [
    ...(mentionRoleId === undefined ? [] : ['It notifies ', role(mentionRoleId), '. ']),
    ...(publish ? ['Each post is published to the channels that follow this one. '] : []),
    skipEmpty ? 'When nothing is new, nothing is posted.' : 'When nothing is new, it says so.',
  ];
}

/** "Next <t:…>", or since when and why it is paused. */
export const nextPieces = ({ nextRunAt, pause }: Digest): Piece[] =>
  pause === undefined ? ['Next ', time(nextRunAt, 'F')] : pausePieces(pause);

/** Names that tell the digests of a guild apart, by id: of those called the same, the later ones are numbered. */
export function namesApart(
  digests: readonly Pick<Digest, 'id' | 'name' | 'createdAt'>[],
): ReadonlyMap<string, string> {
  const seen = new Map<string, number>();
  const inOrder = digests.toSorted(
    (one, other) => one.createdAt - other.createdAt || (one.id < other.id ? -1 : 1),
  );
  return new Map(
    inOrder.map(({ id, name }) => {
      const key = name.toLowerCase();
      const number = (seen.get(key) ?? 0) + 1;
      seen.set(key, number);
      return [id, number === 1 ? name : `${name} (${number})`];
    }),
  );
}
