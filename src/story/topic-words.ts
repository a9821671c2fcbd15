/** What a topic is told by; words stand for all their forms (see `stem`). */
interface TopicWords {
  /** Words that hardly anything else uses. */
  readonly telling: string;
  /** Words that other topics use as well: several are needed. */
  readonly usual: string;
  /** What feeds call it. */
  readonly categories: string;
}

/** The topics that articles are given. */
export const topics = [
  'world',
  'politics',
  'business',
  'technology',
  'science',
  'health',
  'climate',
  'sport',
  'culture',
  'crime',
  'war',
  'weather',
] as const;

export type Topic = (typeof topics)[number];

export const topicWords: Readonly<Record<Topic, TopicWords>> = {
  world: {
    telling:
      'embassy ambassador diplomat diplomatic bilateral foreign refugee migrant border treaty envoy summit sanction consulate',
    usual: 'international overseas abroad country capital nation minister visit talks neighbour',
    categories: 'world international foreign global abroad',
  },
  politics: {
    telling:
      'parliament election voter ballot cabinet senator senate congress coalition referendum legislature lawmaker councillor premier mps constituency opposition manifesto backbencher runoff',
    usual:
      'minister government party president vote council campaign policy leader secretary democratic conservative labour republican bill majority resign mayor turnout',
    categories: 'politics political elections election government parliament policy',
  },
  business: {
    telling:
      'profit revenue shareholder earnings investor inflation economist merger takeover lender mortgage bond dividend quarterly turnover wholesale retailer',
    usual:
      'share price market bank company economy economic firm rate chief executive trade billion sale cost job stock forecast fund deal growth consumer budget',
    categories: 'business economy economics markets finance money companies industry',
  },
  technology: {
    telling:
      'software chip smartphone algorithm startup app cyber hacker robot semiconductor internet computer processor chatbot encryption gadget laptop browser',
    usual:
      'phone data device online digital screen engineer network technology memory user artificial camera battery',
    categories: 'technology tech computing gadgets internet software digital ai',
  },
  science: {
    telling:
      'scientist astronomer species biologist telescope physicist fossil genome planet laboratory particle chemist geologist evolutionary botanist palaeontologist orbit galaxy',
    usual:
      'study research university journal discovery researcher evidence professor experiment cell ocean light animal',
    categories: 'science space physics biology research',
  },
  health: {
    telling:
      'patient vaccine hospital disease doctor nurse cancer medicine virus clinical surgery infection diabetes gp symptom epidemic pandemic therapy dementia',
    usual: 'health treatment trial drug medical care ward illness study clinic dose risk',
    categories: 'health medicine medical wellbeing healthcare',
  },
  climate: {
    telling:
      'climate emission carbon greenhouse biodiversity renewable deforestation glacier pollution conservation methane solar wildlife ecosystem recycling',
    usual: 'environment warming energy forest sea wind temperature habitat nature heatwave',
    categories: 'climate environment environmental nature conservation energy',
  },
  sport: {
    telling:
      'striker goalkeeper midfielder champion championship tournament coach referee fixture league innings wicket medal olympic footballer stoppage defender athlete batsman equaliser',
    usual:
      'cup final match goal game team season player score win club title ground fan beat draw manager captain victory minute side',
    categories:
      'sport sports football cricket tennis rugby golf cycling athletics boxing soccer basketball racing',
  },
  culture: {
    telling:
      'opera novel album singer actor actress film orchestra composer theatre exhibition sculpture poet novelist sitcom concert playwright premiere musician gallery comedian soprano',
    usual:
      'music book stage artist festival award series drama song television writer director audience museum painting review performance star',
    categories: 'culture arts art music film movies books theatre entertainment television tv',
  },
  crime: {
    telling:
      'murder detective robbery burglary prosecutor jailed fraud defendant convicted manslaughter arrested suspect burglar sentenced stabbed gunman kidnapping embezzlement jury fugitive',
    usual:
      'police court judge trial crown charge guilty prison officer theft steal victim magistrate barrister crime stole accountant inquiry killed',
    categories: 'crime courts court police law',
  },
  war: {
    telling:
      'airstrike shelling troops missile artillery ceasefire militia rebel insurgent warplane offensive frontline battalion militant soldier drone warship navy',
    usual: 'army military attack force defence bomb fighter patrol killed conflict weapon general war',
    categories: 'war conflict defence military',
  },
  weather: {
    telling:
      'hurricane flood storm rainfall blizzard tornado cyclone drought heatwave thunderstorm forecaster snowfall typhoon gale downpour floodwater meteorologist',
    usual: 'rain wind river weather temperature water snow degree hot warning landfall bank',
    categories: 'weather storms floods',
  },
};
