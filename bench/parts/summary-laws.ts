/** What a reader may ask of a summary of sentences, beside that it says the right things; each from 0 to 1. */
export interface SummaryLaws {
  /** Sentences that stand in the text word for word. */
  readonly verbatim: number;
  /** Sentences without their beginning or end, or too short to be one. */
  readonly fragments: number;
  /** Sentences with a quotation mark that has no partner. */
  readonly unpaired: number;
  /** Sentences of quoted words, or of an I, that do not say who speaks. */
  readonly speakerless: number;
  /** Sentences that begin with "he", "but" and the like, without the sentence before them. */
  readonly dangling: number;
  /** Whether two of them say the same. */
  readonly repeats: number;
}

const saying =
  /\b(?:said|says?|told|tells|add(?:s|ed)|asked|asks|wrote|writes|according to|announced|claim(?:s|ed)|warn(?:s|ed)|argu(?:es|ed)|insist(?:s|ed)|explained|stated|tweeted|posted|called|described|replied|admitted|told)\b/i;
const pointing =
  /^["“‘'(]*(?:he|she|they|it|him|her|them|his|hers|their|its|this|that|these|those|such|but|and|or|so|yet|however|also|then|meanwhile|instead|therefore|moreover|still|thus|both|another|others|the (?:latter|former))\b/i;
const quoted = /“[^”]*”|"[^"]*"/g;
const closed = /[.!?…]["”’)\]]*$/;
const opensLow = /^["“‘'(]*[a-z]/;
const ownPerson = /\b(?:I|my|me)\b/;

const shortestSentence = 4;
/** More quoted words than these need a speaker. */
const mostUnspoken = 4;
const mostShared = 0.6;

const countWords = (text: string): number => text.match(/\S+/g)?.length ?? 0;
const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Judges a summary, sentence by sentence; `text` is what was summarised. */
export function judgeSummary(text: string, summary: readonly string[]): SummaryLaws {
  const source = plain(text);
  const sentences = summary.map(plain);
  const share = (isSo: (sentence: string, index: number) => boolean) =>
    sentences.filter(isSo).length / Math.max(1, sentences.length);
  const isLed = (sentence: string, index: number) =>
    index > 0 && source.includes(`${sentences[index - 1]} ${sentence}`);
  return {
    verbatim: share((sentence) => source.includes(sentence)),
    fragments: share(isFragment),
    unpaired: share(isUnpaired),
    speakerless: share((sentence, index) => isSpeakerless(sentence) && !isLed(sentence, index)),
    dangling: share(
      (sentence, index) => pointing.test(sentence) && !isLed(sentence, index) && !source.startsWith(sentence),
    ),
    repeats: hasRepeat(sentences) ? 1 : 0,
  };
}

function isFragment(sentence: string): boolean {
  return !closed.test(sentence) || opensLow.test(sentence) || countWords(sentence) < shortestSentence;
}

function isUnpaired(sentence: string): boolean {
  const count = (mark: string) => sentence.split(mark).length - 1;
  return count('“') !== count('”') || count('"') % 2 === 1;
}

function isSpeakerless(sentence: string): boolean {
  const outside = sentence.replace(quoted, ' ');
  const isLong = (sentence.match(quoted) ?? []).some((words) => countWords(words) > mostUnspoken);
  return (isLong || isUnpaired(sentence) || ownPerson.test(outside)) && !saying.test(outside);
}

function hasRepeat(sentences: readonly string[]): boolean {
  const sets = sentences.map((sentence) => new Set(sentence.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu)));
  return sets.some((one, index) =>
    sets.slice(index + 1).some((other) => {
      const shared = [...one].filter((word) => other.has(word)).length;
      return shared > mostShared * Math.min(one.size, other.size) && shared > 0;
    }),
  );
}

/** Figures and names of the reference that the text has: how many, and how many of them the summary has too. */
export interface Coverage {
  readonly figures: readonly [had: number, wanted: number];
  readonly names: readonly [had: number, wanted: number];
}

export function coverageOf(text: string, reference: readonly string[], summary: readonly string[]): Coverage {
  const whole = reference.join(' ');
  const told = summary.join(' ');
  const count = (items: readonly string[]): readonly [number, number] => {
    const wanted = [...new Set(items)].filter((item) => text.includes(item));
    return [wanted.filter((item) => told.includes(item)).length, wanted.length];
  };
  return {
    figures: count(whole.match(/\d[\d,.]*\d|\d/g) ?? []),
    names: count(whole.match(/(?<=[\p{Ll}\d,] )\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)*/gu) ?? []),
  };
}
