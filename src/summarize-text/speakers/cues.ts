/**
 * Verbs that put words in someone's mouth. `speech` reports ("said"), `label` gives a name to something in
 * the speaker's words ("called it"), `thought` reports a mind ("believes") and yields to the other two.
 */
export type CueKind = 'speech' | 'label' | 'thought';

const speech =
  'say tell write swear acknowledge add admit advise affirm agree allege announce answer argue ask assert assure boast bellow caution ' +
  'chant charge claim comment complain concede conclude confess confide confirm contend continue counter cry ' +
  'declare demand emphasise emphasize exclaim explain fume gush grumble hint implore indicate ' +
  'insist interject joke lament maintain marvel mention muse mutter note object observe opine plead pledge ' +
  'post predict proclaim promise propose protest quip read recall reckon recount reflect reiterate relate ' +
  'remark remember remind repeat reply report respond retort reveal roar scoff scream shout shrug sigh snap ' +
  'sneer state stress suggest tease testify text thunder tweet urge vent volunteer vow warn whisper wonder yell ' +
  'recommend reassure email blog elaborate laugh joke signal summarise summarize theorise theorize crow brag ' +
  'advocate enthuse exhort intone chime chuckle gripe rail rant clarify specify stipulate disclose forecast bark snarl ' +
  'sob beg counsel lecture preach instruct decree joke underline underscore highlight scrawl inscribe quote pray type';
const label =
  'accuse assail attack blame blast brand cast characterise characterize chide cite condemn credit criticise criticize ' +
  'damn decry deem denounce deride dismiss dub echo hail laud commend applaud salute celebrate invoke label lambast lambaste mock ' +
  'portray praise ridicule rip slam tout trumpet welcome call dispute reject compare rate refer bemoan voice ' +
  'express thank apologise apologize congratulate invite outline ' +
  'speak put sing talk describe deny admire bemoan question liken point lash quote cheer admonish scold berate chastise reprimand rebuke reference hammer skewer vilify bill';
const thought =
  'believe consider expect fear feel hope think want wish worry need view see find show learn suspect doubt regret ' +
  'envision estimate calculate decide understand insinuate imply know raise defend issue release publish promote discuss use ' +
  'encourage offer order rule detail list';
const irregular: Readonly<Record<string, string>> = {
  say: 'said says saying',
  tell: 'told tells telling',
  write: 'wrote writes writing written',
  think: 'thought thinks thinking',
  feel: 'felt feels feeling',
  see: 'saw sees seeing seen',
  find: 'found finds finding',
  read: 'reads reading',
  speak: 'spoke speaks speaking spoken',
  know: 'knew knows knowing known',
  show: 'showed shows showing shown',
  put: 'puts putting',
  swear: 'swore swears swearing sworn',
  cast: 'casts casting',
  sing: 'sang sings singing sung',
  understand: 'understood understands understanding',
};
const doubling = /^(?:admit|chat|quip|blog|slam|dub|rip|tut|snap|brag|wag|refer|nod|regret)$/;
/** Forms that are nouns as often as verbs: not a cue after "the", "his" or an adjective. */
const nouns =
  /^(?:reports|claims|comments|notes|tweets|vows|pledges|promises|states|remarks|e?mails|posts|calls|jokes|offers|views|uses|attacks|questions|fears|hopes|answers|cheers|raises|texts|charges|demands|needs|orders|rules|lists|issues|releases|points|cries|laughs|doubts|wishes|cast|warning|estimates|signals|brands|labels|voices|details|shows|finding|blasts|quotes|hints|requests|protests|counters|blogs|saying|writing|feeling|meaning|reading|showing|volunteers|objects|wants|finds|sees|talks|touts|types|rates|raises|echoes|stresses)$/;

/** What a word can be as a cue. */
export interface Cue {
  readonly kind: CueKind;
  readonly form: 'base' | 's' | 'past' | 'ing';
  /** As often a noun: the word before it decides. */
  readonly nounToo: boolean;
}

function inflect(verb: string): string[] {
  const stem = doubling.test(verb) ? verb + verb.slice(-1) : verb.replace(/e$/, '');
  const ending = /[^aeiou]y$/.test(verb) ? { stem: verb.slice(0, -1), s: 'ies', ed: 'ied' } : undefined;
  const s = ending ? ending.stem + ending.s : verb + (/(?:s|sh|ch|x|z)$/.test(verb) ? 'es' : 's');
  const ed = ending ? ending.stem + ending.ed : `${stem}ed`;
  return [verb, s, ed, `${/y$/.test(verb) ? verb : stem}ing`];
}

function formOf(verb: string, word: string): Cue['form'] {
  if (/^(?:read|put|cast|spread)$/.test(word)) return 'past';
  if (word === verb) return 'base';
  if (/ing$/.test(word)) return 'ing';
  return /s$/.test(word) ? 's' : 'past';
}

function table(): ReadonlyMap<string, Cue> {
  const forms = new Map<string, Cue>();
  const put = (verbs: string, kind: CueKind) => {
    for (const verb of verbs.split(' ')) {
      const words = irregular[verb]?.split(' ') ?? inflect(verb);
      for (const word of [verb, ...words])
        forms.set(word, { kind, form: formOf(verb, word), nounToo: nouns.test(word) });
    }
  };
  put(thought, 'thought');
  put(label, 'label');
  put(speech, 'speech');
  return forms;
}

const cues = table();

/** What a word can be as a cue, whatever its place in the sentence. Takes the word in small letters. */
export function cueOf(word: string): Cue | undefined {
  return cues.get(word);
}
