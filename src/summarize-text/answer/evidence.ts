/** What speaks for a sentence as the answer; shares are of the weight of the question's telling words. */
export interface Evidence {
  /** The question's names, and its other telling words, that the sentence itself says. */
  readonly ownNames: number;
  readonly ownWords: number;
  /** Names that the sentence takes up with a pronoun from near by, or from what the text is about. */
  readonly kin: number;
  readonly theme: number;
  /** Of the rest: said in the sentence before, in the headline. */
  readonly before: number;
  readonly headline: number;
  /** Said anywhere in the text, set against the text that says most. */
  readonly whole: number;
  /** The same of the question's names, numbers and years alone; 1 where it has none. */
  readonly names: number;
  readonly numbers: number;
  /** Neighbours of the question that stand together in the sentence. */
  readonly pairs: number;
  /** How well something fills the gap, whether near the question's words, and by its verb as grammar would have it. */
  readonly fill: number;
  readonly near: number;
  readonly role: number;
  /** Gives the words of whom the question names; says who or what something is, where that is asked. */
  readonly said: number;
  readonly tells: number;
  /** Early in a text of many sentences, 1 for its first. */
  readonly early: number;
  readonly first: number;
  /** Logarithm of its length against a usual one. */
  readonly length: number;
  /** A question itself; with quotation marks. */
  readonly asks: number;
  readonly quotes: number;
}
