/**
 * How an abbreviation behaves before a capital or a number: a title never ends a sentence; one that takes a
 * number ends it unless a number follows; a time unless its zone or day follows; any other, and an initial,
 * only before a word that starts sentences.
 */
export type AbbreviationKind = 'title' | 'numbered' | 'time' | 'initial' | 'other';

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** Written with a capital, or all in small letters where they are no words ("Gen." but not "rep."). */
const titles = setOf(
  `Mr Mrs Ms Mx Messrs Mme Mlle Dr Drs Dra Prof Profs Gen Lt Col Maj Capt Cpl Sgt Cmdr Cdr Adm Brig Comdr Pvt
  Sen Sens Rep Reps Gov Govs Rev Revd Hon Pres Supt Insp Det Cllr Atty Amb Msgr Fr Mt Mts Ft Pt Hr Sra Srta
  mr mrs ms dr prof vs v e.g i.e cf viz approx ca c bzw z.B d.h u.a`,
);
const numbered = setOf(
  'No Nos no nos N° Nº n° nr Nr p pp para paras Art art Sec Sect sec Fig Figs fig figs Vol Vols vol vols Ch ch Op op Ref Eq Ex ex tel Tel bk',
);
const times = setOf('a.m p.m A.M P.M am pm');
const others = setOf(
  `Inc Ltd Corp Co Bros Plc LLC Cos Mfg Assn Assoc Dept Univ Inst Intl Natl Govt Jr Sr Esq al St Ave Blvd Rd
  Hwy Bldg Sq Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill
  Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn Tex Va Vt Wash Wis Wyo Ont Que Ph.D
  M.D B.A M.A Ph Ed Ud Uds co corp inc ltd st ave est dept govt jr sr op.cit ibid incl usw`,
);
const starters = setOf(
  `The He She It But And In A An They We On At You This That These Those There His Her Their Its Our My Your
  For If When While As After Before However Meanwhile Although Though So Yet What Who Why How Where Which
  Did Does Do Is Are Was Were Will Would Could Can Should Has Have Had Some Many Most Both All Another One
  Please To From With By Since During Under According Now Then Here Not No Nor Or Because Despite Until
  Once Even Also Only Just Every Each Such Such Several Few More I I’m I'm I’ve I've It’s It's He’s He's
  She’s She's They’re They're We’re We're That’s That's There’s There's Let’s Let's Don’t Don't`,
);
const dotted = /^(?:\p{L}\.)+\p{L}{1,2}$/u;
const dayOrZone =
  /^(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b|^(?:[A-Z]{1,2}[SD]?T|UTC|Eastern|Pacific|Central|Mountain|Jan|Feb|Mar|Apr|Ma[iy]|Ju[nl]|Aug|Sep|Oct|Nov|Dec)/;
const firstWord = /^\p{L}+(?:[’']\p{L}+)?(?=[\s,]|$)/u;
const number = /^(?:\p{N}|[IVXLC]+\b)/u;

/** `word` stands before a full stop and has not got it: "Mr", "U.S", "p.m", "J". */
export function abbreviationKind(word: string): AbbreviationKind | undefined {
  if (times.has(word)) return 'time';
  if (titles.has(word)) return 'title';
  if (numbered.has(word)) return 'numbered';
  if (/^\p{L}$/u.test(word)) return 'initial';
  return others.has(word) || dotted.test(word) ? 'other' : undefined;
}

/** Whether words begin with one of those that open sentences and are seldom part of a name. */
export function isSentenceStarter(words: string): boolean {
  return starters.has(firstWord.exec(words)?.[0] ?? '');
}

/** Whether a sentence may end with an abbreviation of this kind when `next` follows it. */
export function mayEndBefore(kind: AbbreviationKind, next: string): boolean {
  if (kind === 'title') return false;
  if (kind === 'numbered') return !number.test(next);
  if (kind === 'time') return !dayOrZone.test(next);
  return isSentenceStarter(next);
}
