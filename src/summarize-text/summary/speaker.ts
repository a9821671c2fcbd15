/** Verbs and phrases that give words to somebody. */
const saying =
  /\b(?:said|says?|saying|tells?|told|telling|add(?:s|ed|ing)|writes?|wrote|writing|tweet(?:s|ed)|post(?:s|ed)|warn(?:s|ed|ing)|insist(?:s|ed)|claim(?:s|ed|ing)|explain(?:s|ed)|argu(?:es|ed)|repl(?:ies|ied)|ask(?:s|ed)|stat(?:es|ed)|announc(?:es|ed)|admit(?:s|ted)|continued|recall(?:s|ed)|conclud(?:es|ed)|not(?:es|ed)|jok(?:es|ed)|comment(?:s|ed)|reveal(?:s|ed)|call(?:s|ed|ing)|describ(?:es|ed|ing)|quoted|urg(?:es|ed)|testif(?:ies|ied)|declar(?:es|ed)|clarified|reads?|according to|in a statement)\b/i;
/** The words are given to a pronoun: whose they are stands in another sentence. */
const pronounSaying =
  /\b(?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t|[Ww]e|I)(?: (?:also|then|later|further|has|had|have|would|will|\p{L}+ly)){0,2} (?:said|says?|told|tells?|add(?:s|ed)|writes?|wrote|tweeted|posted|warn(?:s|ed)|insist(?:s|ed)|claim(?:s|ed)|explain(?:s|ed)|argue[sd]|repl(?:ies|ied)|ask(?:s|ed)|stated|announced|admit(?:s|ted)|continued|recall(?:s|ed)|concluded|note[sd]|joked|commented|revealed|called|described|urged|testified|declared)(?!\p{L})|\b(?:said|says|added|explained|asked|wrote|replied) (?:he|she|they)\b/u;
const name = /(?<=\S\s)["“‘']?\p{Lu}[\p{L}’'-]+/u;
const numeral = String.raw`(?<!\b(?:War|Part|Phase|Type|Class|Grade|Division|Tier|Stage|Act|Volume|Title|Article|Level|Category|Elizabeth|Charles|James|George|Francis|Paul|Napoleon|Nicholas|Peter|William)\s)`;
const firstPerson = new RegExp(
  String.raw`(?<![\p{L}’'])(?:${numeral}I|[Mm]y|I[’'](?:m|ve|d|ll))(?![\p{L}\p{N}.])`,
  'u',
);
const writersWe = /(?<![\p{L}’'])(?:[Ww]e|[Oo]ur|[Uu]s|[Ww]e[’'](?:re|ve|d|ll))(?![\p{L}\p{N}.])/u;

/** Who the words a sentence quotes belong to, as its own words outside the marks have it. */
export function speakerOf(outside: string): 'named' | 'pronoun' | 'none' {
  if (!saying.test(outside)) return 'none';
  const pronoun = pronounSaying.exec(outside);
  return pronoun && !name.test(outside.slice(0, pronoun.index)) ? 'pronoun' : 'named';
}

/** Outside quotation marks "I" is somebody whom the sentence does not name. */
export function speaksAsI(outside: string): boolean {
  return firstPerson.test(outside);
}

/** The writer speaks for readers or for the house. */
export function speaksAsWe(outside: string): boolean {
  return writersWe.test(outside);
}
