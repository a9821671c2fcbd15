import { z } from 'zod';
import { createCorpus } from '../parts/corpus.ts';

/**
 * Makes the articles of a corpus for its parent, so that they are no part of its memory. Arguments: how many, and the
 * seed. A message "words" is answered with the words, an index with the hundred articles from there on.
 */
const [count, seed] = z.tuple([z.coerce.number(), z.coerce.number()]).parse(process.argv.slice(2));
const corpus = createCorpus(count, seed);
const most = 100;

process.on('message', (asked) => {
  if (asked === 'words') process.send?.(corpus.words);
  else {
    const from = z.int().parse(asked);
    const length = Math.max(0, Math.min(most, count - from));
    process.send?.(Array.from({ length }, (_, at) => corpus.article(from + at)));
  }
});
process.once('disconnect', () => process.exit());
