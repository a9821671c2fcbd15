import { openingWord, titleWord } from './names.ts';
import { headOfRole, human, isBodyOrWriting, isHuman } from './role-words.ts';

const personalTitle = /(?<![\p{L}\p{N}])(?:Mrs?|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Baroness)(?![\p{L}\p{N}])/u;
/** Ranks and forms of address: they lead a name and say nothing behind it ("Ann Poe, Professor"). */
const address =
  /(?:^|\s)(?:Sen|Rep|Gov|Gen|Lt|Col|Maj|Capt|Sgt|Cpl|Pvt|Prof|Rev|Hon|Fr|Adm|Cmdr|Cllr|Insp|Supt|Det|Brig|Amb|Pres|Ald|Del|St)s?\.?$/u;
const bareTitle =
  /^(?:Professor|Doctor|Reverend|Father|Mother|Brother|Sister|Officer|Councillor|Former|Vice|Deputy|Chief|Acting|Senior|Assistant|Associate|Executive|Shadow|Prime|Foreign|Home|Education|Health|Defence|Defense|Finance|Interior|Treasury|Business|Environment|Transport|State|Council|Managing|Democratic|Conservative|Labour|GOP|Republican)$/;
const owned = /^(?:his|her|their|its|my|our|your|this|that|these|those)\s/i;
/** "Ann Poe, Governor" rather than "Ann Poe, The Governor". */
const leadingArticle = /^(?:The |the (?=\p{Lu}))(?!.*[’']s? )/u;
/** Words that only tell two from each other. */
const comparing = /(?:^|\s)(?:younger|elder|older|other|another|former|latter|one)$/i;
const called = /,? (?:named|called|nicknamed|identified as|known as)$/;

/**
 * Of the words beside a name those that say who somebody is: "chief clerk of the court"; `undefined` where they say
 * it of nobody ("came Dr"), or only together with other sentences ("her brother").
 */
export function tellingRole(words: string, isPerson: boolean): string | undefined {
  const role = words.replace(called, '');
  if (/[’']s?$| [-–—]+ /.test(role) || / and(?: the)?$/.test(role)) return undefined;
  if (personalTitle.test(role) || address.test(role) || bareTitle.test(role)) return undefined;
  if (owned.test(role) || comparing.test(role) || openingWord.test(role)) return undefined;
  if (isPerson && isBodyOrWriting(role)) return undefined;
  return isHuman(role) && isOne(role) ? role.replace(leadingArticle, '') : undefined;
}

/** One thing said of one person: no plural, no second noun phrase, no single word that is neither trade nor title. */
function isOne(role: string): boolean {
  const [head = role] = headOfRole(role).split(' and ');
  if (/\S (?:the|a|an|this|that|its|his|her|their) /i.test(head)) return false;
  if (/\p{Ll}s$/u.test(head) && !/ss$/.test(head)) return false;
  return /\s/.test(head) || human.test(head) || titleWord.test(head);
}
