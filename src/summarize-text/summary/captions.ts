const caption =
  /\((?:left|right|above|below|pictured|centre|center|back|front|[lr])\b[^)]{0,30}\)|\bpictured (?:above|below|left|right|here|with|in|at)\b|^(?:Pictured|Scroll)\b/;
/** Where who stands in a picture, what kind of picture it is, and the full date that agencies put under it. */
const ofPicture =
  /(?<=\p{L}), (?:far )?(?:left|right|center|centre|second from (?:left|right))(?: [a-z]+ [a-z]+)?, |^(?:An?|The) (?:artist[’']?s?|computer|file|aerial|satellite|stock|undated) (?:[a-z]+ )?(?:illustration|impression|concept|rendering|image|photo(?:graph)?|picture|view)\b|\b(?:is|are) (?:seen|displayed|shown|pictured) (?:here|outside|inside|during|near|at an?|in this|in an? (?:file|undated|handout))\b|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? \d{1,2}, \d{4}/u;
/** "… to a colleague The cost of …": a small word, no mark, and a word that opens sentences. */
const seam = /[\p{Ll}\p{N}] (?:The|He|She|They|It|His|Her|In|At|On|When|After|But|This|There|A|An) \p{Ll}/u;

/** Whether a sentence reads like the caption of a picture that stands beside the article. */
export function isCaption(sentence: string): boolean {
  return caption.test(sentence);
}

/** Whether a sentence tells what a picture shows, or when it was taken. */
export function tellsPicture(sentence: string): boolean {
  return ofPicture.test(sentence);
}

/** Whether lines without stops, such as captions and headings, were run together into one sentence. */
export function runsTogether(sentence: string): boolean {
  return seam.test(sentence);
}
