/** Words that point back: what they stand for was said in the sentence before. */
const pointing =
  /^(?:he|she|they|it|him|her|them|his|hers|their|theirs|its|this|that|these|those|such|both|neither|either|another|others|the (?:latter|former|pair|duo|two|three|trio|others?|same|move|incident))\b/i;
/** Words that join a sentence to the one before it. */
const joining =
  /^(?:but|however|and|or|nor|so|yet|also|meanwhile|instead|therefore|moreover|furthermore|nevertheless|nonetheless|still|otherwise|then|thus|hence|besides|additionally|similarly|likewise|consequently|accordingly|afterwards?|elsewhere|rather|indeed|(?:since|by|until) then|in (?:addition|contrast|comparison|turn|response|return|fact|other words)|as (?:a result|such|well)|by (?:contrast|comparison)|on the (?:other hand|contrary)|for (?:example|instance)|even so|that said|at the same time|(?:after|before|because of|despite|in|for|with|to) (?:that|this|these|those),)(?![\p{L}\p{N}])/iu;
/** A time, an adverb or an “it” that points at nothing said before. */
const free =
  /^(?:(?:this|that) (?:week|month|year|season|summer|autumn|fall|winter|spring|morning|afternoon|evening|weekend)\b|it (?:is|was|has been) (?:a|an|the|one)\b.{0,80}\bthat\b|so far\b|so-called\b|still life\b)/i;
/** Only a circumstance stands before the pronoun: "Last year he …", "When asked, she …". */
const circumstance =
  /^(?:In|On|At|By|For|From|With|After|Before|During|Since|When|While|As|Although|Though|If|Because|Last|Earlier|Yesterday|Today|Now|Once|Until|Speaking|Asked|Despite|Following|According)(?: \p{Ll}+){0,4},? (?:he|she|they|his|their)(?![\p{L}\p{N}])/u;
const openingMarks = /^[\s"“”„«‘’'([¿¡—–-]*/u;

/** Whether a sentence opens with words that mean nothing without the sentence before it. */
export function opensLeaning(sentence: string): boolean {
  const words = sentence.replace(openingMarks, '');
  return !free.test(words) && (pointing.test(words) || joining.test(words) || circumstance.test(words));
}
