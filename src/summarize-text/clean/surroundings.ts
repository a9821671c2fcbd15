import { publisherWords, readerWords } from './furniture-words.ts';
import type { Line } from './lines.ts';

/** What the body of an article is about, and how it speaks. */
export interface Surroundings {
  /** In how many lines of the body each topic stands. */
  readonly topics: ReadonlyMap<string, number>;
  /** Whether a line is counted among those lines itself. */
  readonly isCounted: (line: Line) => boolean;
  /** How much weight "you" and "we" have: 1 in a report, less in pieces that are written so throughout. */
  readonly voice: number;
}

/** Prose, from which topics are taken, has sentences and some length. */
const shortestProse = 8;

export function isProse(line: Line): boolean {
  return line.words.length >= shortestProse && line.endsSentence;
}

/** Surroundings made of the prose among some lines; the title's topics count as if they stood in two of them. */
export function surroundingsOf(lines: readonly Line[], title?: Line): Surroundings {
  const prose = lines.filter(isProse);
  const counted = new Set(prose);
  const topics = new Map<string, number>();
  for (const line of title === undefined ? prose : [title, title, ...prose]) {
    for (const topic of line.topics()) topics.set(topic, (topics.get(topic) ?? 0) + 1);
  }
  return { topics, isCounted: (line) => counted.has(line), voice: voiceOf(prose) };
}

const fewestForVoice = 4;
const leastVoice = 0.3;

function voiceOf(prose: readonly Line[]): number {
  if (prose.length < fewestForVoice) return 1;
  const share = prose.filter(speaks).length / prose.length;
  return Math.min(1, Math.max(leastVoice, 1.3 - 1.6 * share));
}

function speaks({ unquotedWords }: Line): boolean {
  return unquotedWords.some((word) => readerWords.has(word) || publisherWords.has(word));
}

const fewestTopics = 3;

/** The part of a line's topics that other lines have too; `undefined` where it has too few to say. */
export function sharedPart(line: Line, { topics, isCounted }: Surroundings): number | undefined {
  const own = line.topics();
  if (own.size < fewestTopics) return undefined;
  const ownCount = isCounted(line) ? 1 : 0;
  let shared = 0;
  for (const topic of own) if ((topics.get(topic) ?? 0) > ownCount) shared += 1;
  return shared / own.size;
}

/** Whether a line quotes, or has enough of the article's topics to be of its body. */
export function isRooted(line: Line, around: Surroundings): boolean {
  return (sharedPart(line, around) ?? 0) >= 0.3 || hasQuotation(line);
}

const shortestQuotation = 12;

export function hasQuotation({ text, unquoted }: Line): boolean {
  return unquoted.length < text.length - shortestQuotation;
}
