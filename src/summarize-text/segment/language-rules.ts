/** What a language does with full stops that English does not. */
export interface LanguageRules {
  /** Marks that end a sentence beside the usual ones. */
  readonly stops?: string;
  /** Abbreviations that never end a sentence, without their full stop. */
  readonly abbreviations: ReadonlySet<string>;
  /** Single letters that stand behind a year: a sentence may end with them. */
  readonly yearMarks?: ReadonlySet<string>;
  /** Whether a full stop makes a number an ordinal ("am 3. Juni"), unless one of `starters` follows. */
  readonly hasOrdinals?: boolean;
  readonly starters?: ReadonlySet<string>;
}

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

const russian: LanguageRules = {
  abbreviations: setOf(
    'им проф акад доц ул пр просп пл пер наб стр рис см ср т.е т.к т.н т.п напр св обл респ гр тов д-р г-н г-жа',
  ),
  yearMarks: setOf('г р'),
};
const scandinavian: LanguageRules = {
  abbreviations: setOf('bl.a f.eks t.ex d.v.s dvs ca kl nr hr fr dr prof st s.k pga jf jfr mfl osv'),
  hasOrdinals: true,
};
const czech: LanguageRules = {
  abbreviations: setOf(
    'tj tzv např č čís str ul nám Mgr Ing Bc MUDr JUDr PhDr dr prof doc sv mld mil tis zvl',
  ),
  hasOrdinals: true,
};
const turkish: LanguageRules = {
  abbreviations: setOf('Dr Prof Doç Av Sn Yrd vb vs T.C No Cad Sok Mah bkz örn'),
  hasOrdinals: true,
};

const rules: Readonly<Record<string, LanguageRules>> = {
  de: {
    abbreviations: setOf(
      `ca bzw z.B d.h u.a o.ä u.U v.a i.d.R Mio Mrd Tsd Nr Str Dr Prof Hr Fr St Tel Abs Art vgl evtl inkl exkl zzgl
      mind max geb gest sog Jh Chr gegr Ing Dipl Hl bez ggf lt rd zw Bd Kap Aufl Hrsg`,
    ),
    hasOrdinals: true,
    starters: setOf(
      `Der Die Das Dem Den Des Ein Eine Einer Er Sie Es Wir Ich Ihr Sein Seine Dann Da Dort Doch Und Aber Oder In Im
      Am An Auf Aus Bei Mit Nach Von Vor Zu Für Als Wenn Weil So Nun Jetzt Heute Auch Nur Noch Dabei Damit Danach`,
    ),
  },
  el: { stops: ';\u037e', abbreviations: setOf('κ κα κ.λπ π.χ δηλ αρ σελ Δρ Καθ αι μ.μ π.μ χλμ εκατ δισ') },
  fr: {
    abbreviations: setOf(
      'M MM Mme Mmes Mlle Dr Pr St Ste Sté av bd boul env art cf éd chap fig vol ex hab janv févr avr juil sept oct nov déc',
    ),
  },
  es: {
    abbreviations: setOf(
      'Sr Sra Srta Sres Dr Dra Prof Profa D Dña Ud Uds Vd núm nº pág págs art aprox dpto Gral Cía EE EE.UU p p.ej Av Avda sr sra dr dra',
    ),
  },
  it: {
    abbreviations: setOf('Sig Sigg Dott Dr Prof Ing Avv On Sen S sig dott dr prof ing avv p.es pag art n ca'),
  },
  pt: { abbreviations: setOf('Sr Sra Srs Dr Dra Prof Profa Exmo Exma núm pág art Av R D Eng aprox p.ex') },
  nl: { abbreviations: setOf('dhr mevr mw drs ir mr dr prof bijv bv ca nr blz o.a d.w.z m.a.w St t.o.v') },
  pl: {
    abbreviations: setOf(
      'm.in tzw np dr prof ul al pl św im gen płk ks inż mgr godz ok tys mln mld tj por red',
    ),
    yearMarks: setOf('r w'),
  },
  ru: russian,
  vi: { abbreviations: setOf('TS ThS GS PGS BS KS TP Tp Th Q P St') },
  uk: russian,
  be: russian,
  bg: russian,
  sv: scandinavian,
  da: scandinavian,
  no: scandinavian,
  nb: scandinavian,
  fi: { abbreviations: setOf('esim mm ns n klo nro mrd milj prof dos ks vrt'), hasOrdinals: true },
  cs: czech,
  sk: czech,
  tr: turkish,
  hu: { abbreviations: setOf('dr prof pl ún ill kb stb id ifj özv u'), hasOrdinals: true },
};

/** The rules of a language; `undefined` where English ones will do. */
export function rulesOf(language: string | undefined): LanguageRules | undefined {
  return language === undefined ? undefined : rules[language];
}
