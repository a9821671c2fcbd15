const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Behind these a full stop ends no sentence. */
export const titles = words(
  'Mr Mrs Ms Mx Dr Prof St Sr Jr Sen Sens Rep Reps Gov Gen Lt Col Maj Capt Cpl Sgt Supt Insp Det Cmdr Adm Rev Hon Cllr No Nos vs Vs Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mt Ft Ave Blvd Rd Vol Fig Art Op Ed',
);

/** These end a name; a sentence may end with it. */
export const companies = words('Inc Ltd Co Corp Plc LLC LLP Bros');

/** What stands behind the point of an address, a file or a program's name. */
export const suffixes = words(
  'com net org co uk io tv gov edu js py ts css html htm php asp aspx txt pdf doc docx xls xlsx csv json xml jpg jpeg png gif svg mp3 mp4 zip exe ai fm me info biz eu us de fr inc ltd',
);

/** Behind an exclamation mark that belongs to a name ("Yahoo!Inc"). */
export const nameParts = words('Inc Ltd Corp Co Plc LLC Group Japan Mail News Finance Sports Answers Music');

/** Words that begin sentences and no names. */
export const starters = words(
  'The This That These Those There Then They Their A An And As At After Although All Also But Before Because By Both During Despite Each Even For From Following He Her His How However If In It Its Just Last Many Meanwhile More Most My No Not Now Of On One Or Other Our Over She Since So Some Such To Two Under Until We Were What When Where Which While Who Why With Without Yet You Your I',
);

/** Of these, the ones that end no brand's name: a capital behind a small letter may still be one ("LinkedIn"). */
export const sureStarters = words(
  'The This That These Those There They He She But When While After Although However Meanwhile With From According Since Because Despite During',
);
