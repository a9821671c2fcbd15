import { cut } from '../cut.ts';

const longestWord = 40;
const mostWords = 3;

/** "“Duisburg”, “2019”": words of a question, some of them, none so long that it hides the others. */
export const quotedWords = (words: readonly string[]): string =>
  words
    .slice(0, mostWords)
    .map((word) => `“${cut(word, longestWord)}”`)
    .join(', ');
