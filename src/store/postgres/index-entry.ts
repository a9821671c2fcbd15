import { setImmediate } from 'node:timers/promises';
import type { NewArticle } from '../../domain/article.ts';
import { foldedWords, stemOf } from '../../domain/folded-words.ts';
import { dayOf, facets, quoted, shortBeginning, titleBeginning, titleWord } from './index-words.ts';

/** So much of a body is indexed, in characters and in bytes of a `tsvector`, which can be 1 MB. */
const indexedLength = 400_000;
const indexedBytes = 800_000;
/** A word said more often is as telling as one said so often. */
const mostCounted = 10;
const articlesBetweenPauses = 8;

/** What decides where an article stands in the index. */
type IndexedArticle = Pick<NewArticle, 'title' | 'text' | 'scope' | 'source' | 'topics' | 'publishedAt'>;

/** What an article can be found by, as a `tsvector`, and how many words it has. */
export interface IndexEntry {
  readonly words: string;
  readonly length: number;
}

/** How often each stem is said: words first, since many are said often and each is stemmed once. */
function countStems(words: readonly string[]): ReadonlyMap<string, number> {
  const ofWords = new Map<string, number>();
  for (const word of words) ofWords.set(word, (ofWords.get(word) ?? 0) + 1);
  const ofStems = new Map<string, number>();
  for (const [word, count] of ofWords) {
    const stemmed = stemOf(word);
    ofStems.set(stemmed, (ofStems.get(stemmed) ?? 0) + count);
  }
  return ofStems;
}

const positionsFrom = (first: number, count: number, weight: string): string =>
  Array.from({ length: count }, (_, index) => `${first + index}${weight}`).join();

/** By how often a word is said. Positions are told apart but by that: a word has one position once only. */
const counts = Array.from({ length: mostCounted + 1 }, (_, count) => count);
const titlePositions = counts.map((count) => positionsFrom(1, count, 'A'));
const bodyPositions = counts.map((count) => positionsFrom(1 + mostCounted, count, ''));

function positionsOf(inTitle: number, inBody: number): string {
  const ofTitle = titlePositions[Math.min(inTitle, mostCounted)] ?? '';
  const ofBody = bodyPositions[Math.min(inBody, mostCounted)] ?? '';
  return ofTitle === '' || ofBody === '' ? ofTitle + ofBody : `${ofTitle},${ofBody}`;
}

/** Entries such as `'ferri':1A,11,12`: each time in the title is a position of weight A, each in the body one of D. */
function stemEntries(titleWords: readonly string[], bodyWords: readonly string[]): readonly string[] {
  const inTitle = countStems(titleWords);
  const inBody = countStems(bodyWords);
  const entries: string[] = [];
  let room = indexedBytes;
  for (const word of new Set([...inTitle.keys(), ...inBody.keys()])) {
    const entry = `${quoted(word)}:${positionsOf(inTitle.get(word) ?? 0, inBody.get(word) ?? 0)}`;
    room -= 2 * entry.length + word.length;
    if (room < 0) break;
    entries.push(entry);
  }
  return entries;
}

/** `'^ferry'` and, for the short beginnings, `'^f*'`, `'^fe*'`, `'^fer*'`. */
function titleEntries(title: string): readonly string[] {
  const entries = new Set<string>();
  for (const word of foldedWords(title.slice(0, indexedLength / 10))) {
    entries.add(titleWord(word));
    const letters = [...word];
    for (let length = 1; length <= shortBeginning; length += 1)
      entries.add(titleBeginning(letters.slice(0, length).join('')));
  }
  return [...entries];
}

/** Its stems, its title's words and how they begin, and where it belongs. */
export function indexEntry(article: IndexedArticle): IndexEntry {
  const titleWords = foldedWords(article.title.slice(0, indexedLength));
  const bodyWords = foldedWords(article.text.slice(0, indexedLength));
  const words = [
    ...stemEntries(titleWords, bodyWords),
    ...titleEntries(article.title),
    facets.day(dayOf(article.publishedAt)),
    facets.scope(article.scope),
    facets.source(article.source),
    ...article.topics.map(facets.topic),
  ];
  return { words: words.join(' '), length: titleWords.length + bodyWords.length };
}

/** Entries of many articles, with pauses, so that nobody else waits for long. */
export async function indexEntries(articles: readonly IndexedArticle[]): Promise<readonly IndexEntry[]> {
  const entries: IndexEntry[] = [];
  for (const article of articles) {
    if (entries.length > 0 && entries.length % articlesBetweenPauses === 0) await setImmediate();
    entries.push(indexEntry(article));
  }
  return entries;
}
