import { stemOf } from '../words/stem.ts';

/** What a noun that is asked for wants: "what city" a place, "which year" a time. */
export type NounClass =
  | 'person'
  | 'body'
  | 'place'
  | 'time'
  | 'figure'
  | 'money'
  | 'share'
  | 'reason'
  | 'manner'
  | 'words';

const nouns: Readonly<Record<NounClass, string>> = {
  person: `person man woman boy girl president minister king queen emperor pope actor actress singer author writer poet
    artist painter composer musician director producer scientist physicist chemist mathematician philosopher historian
    engineer architect inventor explorer leader politician senator governor mayor general commander officer soldier
    player athlete coach manager captain striker champion winner founder owner chairman chief executive boss judge lawyer
    doctor professor teacher student suspect victim defendant witness spokesman spokeswoman spokesperson journalist reporter
    celebrity brother sister father mother son daughter wife husband child economist theologian monarch ruler prince
    princess duke bishop saint character individual someone anybody friend psychologist biologist critic scholar duo candidate`,
  body: `company firm organization organisation group agency team club party band university college school bank
    newspaper network channel airline army church institution department ministry committee court union association
    government manufacturer brand corporation league council commission administration police charity`,
  place: `city town village country nation state province county region area continent island place location site
    venue street road address capital river sea ocean lake mountain desert port harbour harbor airport station
    neighborhood neighbourhood district suburb territory stadium building headquarters home birthplace hometown
    hospital prison park valley coast border planet direction where`,
  time: `year date day month century decade time era period hour week season summer winter moment birthday
    anniversary deadline`,
  figure: `number amount total population size age height length width depth distance weight speed temperature
    score rate area capacity quantity count ratio duration degree figure frequency altitude elevation density toll
    odds`,
  money: `cost price salary budget revenue profit fee fine fortune income worth wage loss debt bail ransom`,
  share: `percent percentage share proportion fraction portion`,
  reason: `reason cause motive motivation purpose excuse explanation why goal aim`,
  manner: `way method means manner how technique process`,
  words: `statement remark comment message announcement reaction response`,
};

const classes: ReadonlyMap<string, NounClass> = new Map(readClasses());

function* readClasses(): Generator<[string, NounClass]> {
  const all: readonly NounClass[] = [
    'person',
    'body',
    'place',
    'time',
    'figure',
    'money',
    'share',
    'reason',
    'manner',
    'words',
  ];
  for (const name of all) for (const noun of nouns[name].trim().split(/\s+/)) yield [stemOf(noun), name];
}

/** The class of a noun by its stem. */
export const classOfNoun = (stem: string): NounClass | undefined => classes.get(stem);

/** Units that an adjective asks for: "how long" in time or length, "how old" in years. */
const units: Readonly<Record<string, string>> = {
  long: 'second minute hour day week month year decade century mile kilometre kilometer km metre meter m foot inch yard page word',
  far: 'mile kilometre kilometer km metre meter m foot inch yard light block hour minute',
  tall: 'metre meter m foot inch centimetre centimeter cm storey story floor ft',
  high: 'metre meter m foot inch storey story floor percent degree ft',
  deep: 'metre meter m foot inch mile kilometre kilometer fathom ft',
  wide: 'metre meter m foot inch mile kilometre kilometer km ft',
  old: 'year month day week old aged age',
  fast: 'mile kilometre kilometer km mph kph knot second hour',
  heavy: 'pound kilogram kilo kg ton tonne gram ounce lb',
  hot: 'degree celsius fahrenheit',
  cold: 'degree celsius fahrenheit',
  big: 'acre hectare square mile kilometre kilometer foot metre meter percent pound ton',
  large: 'acre hectare square mile kilometre kilometer foot metre meter percent pound ton',
  late: 'minute hour day week month year',
  soon: 'minute hour day week month year',
  often: 'time day week month year once twice every daily weekly monthly yearly annually annual hour',
  frequently: 'time day week month year once twice every daily weekly monthly yearly annually annual hour',
};

/** Stems of the units an adjective behind "how" asks for. */
export function unitsFor(adjective: string): ReadonlySet<string> | undefined {
  const found = Object.hasOwn(units, adjective) ? units[adjective] : undefined;
  return found === undefined ? undefined : new Set(found.split(' ').map(stemOf));
}
