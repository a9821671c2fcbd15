import { makeWords } from '../corpus.ts';
import { createRandom } from '../numbers.ts';

interface StreamArticle {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly publishedAt: number;
  readonly arrivedAt: number;
}

interface Event {
  readonly names: readonly string[];
  readonly words: readonly string[];
}

const wordCount = 400;
const nameCount = 10;
const ownWordCount = 60;
/** Of an article's words so many are its event's names, and so many its event's words. */
const shares = { names: 0.1, words: 0.25 } as const;
const articlesOfEvent = 4;
/** Events that newspapers write about at one time. */
const liveEvents = 500;

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** Articles of 400 made-up words, one arriving every `everyMs`, four to an event; the same for the same seed. */
export function* newsStream(everyMs: number, seed: number): Generator<StreamArticle, never> {
  const random = createRandom(seed);
  const words = makeWords(random);
  const telling = words.slice(500, 20_000);
  const oneOf = (list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? '';
  /** As common as words are: the chance of a rank is one over it. */
  const anyWord = () => words[Math.floor(words.length ** random()) - 1] ?? '';
  const several = (count: number, make: () => string) => Array.from({ length: count }, make);
  const newEvent = (): Event => ({
    names: several(nameCount, () => capital(oneOf(words))),
    words: several(ownWordCount, () => oneOf(telling)),
  });
  const events = Array.from({ length: liveEvents }, newEvent);
  for (let index = 0; ; index += 1) {
    const place = Math.floor(random() * liveEvents);
    if (random() < 1 / articlesOfEvent) events[place] = newEvent();
    const event = events[place] ?? newEvent();
    const word = () => {
      const kind = random();
      if (kind < shares.names) return oneOf(event.names);
      return kind < shares.names + shares.words ? oneOf(event.words) : anyWord();
    };
    const sentences = Array.from(
      { length: wordCount / 20 },
      () => `${capital(several(20, word).join(' '))}.`,
    );
    yield {
      id: `stream-${index}`,
      title: capital(several(8, word).join(' ')),
      text: sentences.join('\n\n'),
      publishedAt: index * everyMs,
      arrivedAt: index * everyMs,
    };
  }
}
