/** What speaks for a sentence as the answer; shares are of the weight of the question's telling words. */
export interface Evidence {
  /** Said in the sentence itself. */
  readonly own: number;
  /** Names that the sentence takes up with a pronoun. */
  readonly kin: number;
  /** Of the rest: said in the sentence before, behind, in the headline. */
  readonly before: number;
  readonly after: number;
  readonly headline: number;
  /** Said anywhere in the text, set against the text that says most. */
  readonly whole: number;
  /** Neighbours of the question that stand together in the sentence. */
  readonly pairs: number;
  /** How well something in the sentence fills the gap, and whether it stands near the question's words. */
  readonly fill: number;
  readonly near: number;
  /** Shares of the question's names, numbers and years that the sentence has itself, by pronoun or by its text. */
  readonly names: number;
  readonly numbers: number;
  /** Early in a text of many sentences, 1 for its first. */
  readonly early: number;
  /** Logarithm of its length against a usual one. */
  readonly length: number;
  /** Of a handful of words, a question itself. */
  readonly scrap: number;
  readonly asks: number;
  /** Quotes somebody. */
  readonly quotes: number;
}
