const caption =
  /\((?:left|right|above|below|pictured|centre|center|back|front|[lr])\b[^)]{0,30}\)|\bpictured (?:above|below|left|right|here|with|in|at)\b|^(?:Pictured|Scroll)\b/;
/** "… to a colleague The cost of …": a small word, no mark, and a word that opens sentences. */
const seam = /[\p{Ll}\p{N}] (?:The|He|She|They|It|His|Her|In|At|On|When|After|But|This|There|A|An) \p{Ll}/u;

/** Whether a sentence reads like the caption of a picture that stands beside the article. */
export function isCaption(sentence: string): boolean {
  return caption.test(sentence);
}

/** Whether lines without stops, such as captions and headings, were run together into one sentence. */
export function runsTogether(sentence: string): boolean {
  return seam.test(sentence);
}
