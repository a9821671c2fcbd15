import { createRequire } from 'node:module';

/** Words of English that stand in every few lines of it, and those of them that stand in no other language. */
const english = /\b(?:the|and|of|to|that|with|has|said|was|for)\b/gi;
const onlyEnglish = /\b(?:the|and|that|with)\b/i;
const fewestEnglish = 2;
/** The detector takes it for Romanian now and then; no other language writes these. */
const vietnamese = /[\u1ea0-\u1ef9]/;
/** Units of text that are read to tell its language. */
const longestLook = 600;

let detect: typeof import('tinyld/light').detect | undefined;

/** The detector takes 10 MB, so it is loaded at its first use: English never needs it. */
function openDetector(): NonNullable<typeof detect> {
  if (detect) return detect;
  const loaded: typeof import('tinyld/light') = createRequire(import.meta.url)('tinyld/light');
  detect = loaded.detect;
  return detect;
}

/**
 * The language of a text as a tag of two letters, told from its beginning; `undefined` for English and where it
 * cannot be told. English is known by its commonest words, without asking the detector.
 */
export function languageOf(text: string): string | undefined {
  const beginning = text.slice(0, longestLook);
  const isEnglish = onlyEnglish.test(beginning) && (beginning.match(english)?.length ?? 0) >= fewestEnglish;
  if (isEnglish || !/\p{L}/u.test(beginning)) return undefined;
  if (vietnamese.test(beginning)) return 'vi';
  const found = openDetector()(beginning);
  return found === '' || found === 'en' ? undefined : found;
}
