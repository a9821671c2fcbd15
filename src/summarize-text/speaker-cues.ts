/**
 * Verbs that put words in someone's mouth. `speech` reports ("said"), `label` gives a name to something in
 * the speaker's words ("called it"), `thought` reports a mind ("believes") and yields to the other two.
 */
export type CueKind = 'speech' | 'label' | 'thought';

const speech =
  'acknowledge add admit advise affirm agree allege announce answer argue ask assert assure boast bellow caution ' +
  'chant charge claim comment complain concede conclude confess confide confirm contend continue counter cry ' +
  'declare demand deny describe emphasise emphasize exclaim explain fume gush grumble hint implore indicate ' +
  'insist interject joke lament maintain marvel mention muse mutter note object observe opine plead pledge ' +
  'post predict proclaim promise propose protest quip read recall reckon recount reflect reiterate relate ' +
  'remark remember remind repeat reply report respond retort reveal roar scoff scream shout shrug sigh snap ' +
  'sneer state stress suggest tease testify text thunder tweet urge vent volunteer vow warn whisper wonder yell ' +
  'recommend reassure email blog elaborate laugh joke signal summarise summarize theorise theorize crow brag ' +
  'advocate enthuse';
const label =
  'accuse assail attack blame blast brand cast characterise characterize chide cite condemn credit criticise criticize ' +
  'damn decry deem denounce deride dismiss dub echo hail invoke label lambast lambaste mock ' +
  'portray praise ridicule rip slam tout trumpet welcome call dispute reject compare rate refer bemoan voice ' +
  'express thank apologise apologize congratulate invite encourage offer order rule outline detail list ' +
  'question raise liken defend issue release publish promote point lash quote discuss use cheer';
const thought =
  'believe consider expect fear feel hope think want wish worry need view see find show learn suspect doubt regret ' +
  'envision estimate decide understand insinuate imply know';
const irregular: Readonly<Record<string, string>> = {
  say: 'said says saying',
  tell: 'told tells telling',
  write: 'wrote writes writing written',
  think: 'thought',
  feel: 'felt',
  see: 'saw seen',
  find: 'found',
  read: 'read',
  speak: 'spoke speaks speaking spoken',
  know: 'knew known',
  show: 'shown',
  put: 'put puts putting',
  swear: 'swore swears swearing',
  cast: 'cast',
  sing: 'sang sings singing',
  talk: 'talked talks talking',
  rip: 'ripped ripping',
  understand: 'understood',
};
const doubling = /^(?:admit|chat|quip|blog|slam|dub|rip|tut|snap|brag|wag|refer|nod|regret|chid)$/;
/** Forms that are nouns as often as verbs: not a cue after "the", "his" or an adjective. */
const nouns =
  /^(?:reports?|claims?|comments?|notes?|tweets?|vows?|pledges?|promises?|states?|remarks?|e?mails?|posts?|calls?|jokes?|offers?|views?|uses?|attacks?|questions?|fears?|hopes?|answers?|cheers?|raises?|texts?|charges?|demands?|needs?|reads?|orders?|rules?|lists?|issues?|releases?|points?|cries|cry|laughs?|doubts?|wishes|wish|welcome|cast|warning|estimates?|signals?|brands?|labels?|voices?|details?|shows?|finding|blasts?|quotes?|hints?|requests?|protests?|counters?|describing|lament|appeal|roar|blogs?|saying|writing|beliefs?|reply|feeling|meaning|reading|building|showing|volunteers?|object|objects|wants)$/;

function inflect(verb: string): string[] {
  const stem = doubling.test(verb) ? verb + verb.slice(-1) : verb.replace(/e$/, '');
  const ending = /[^aeiou]y$/.test(verb) ? { stem: verb.slice(0, -1), s: 'ies', ed: 'ied' } : undefined;
  const s = ending ? ending.stem + ending.s : verb + (/(?:s|sh|ch|x|z)$/.test(verb) ? 'es' : 's');
  const ed = ending ? ending.stem + ending.ed : `${stem}ed`;
  return [verb, s, ed, `${/y$/.test(verb) ? verb : stem}ing`];
}

function table(): ReadonlyMap<string, CueKind> {
  const forms = new Map<string, CueKind>();
  const put = (verbs: string, kind: CueKind) => {
    for (const verb of verbs.split(' '))
      for (const form of [...inflect(verb), ...(irregular[verb]?.split(' ') ?? [])]) forms.set(form, kind);
  };
  put(thought, 'thought');
  put(label, 'label');
  put(speech, 'speech');
  for (const verb of ['say', 'tell', 'write', 'swear'])
    for (const form of [verb, ...(irregular[verb]?.split(' ') ?? [])]) forms.set(form, 'speech');
  for (const verb of ['speak', 'put', 'sing', 'talk'])
    for (const form of [verb, ...(irregular[verb]?.split(' ') ?? [])]) forms.set(form, 'label');
  for (const form of ['describe', 'describes', 'described', 'describing', 'deny', 'denies', 'denied'])
    forms.set(form, 'label');
  return forms;
}

const cues = table();

/** The kind of cue a word is, whatever its place in the sentence. Takes the word in small letters. */
export function cueKind(word: string): CueKind | undefined {
  return cues.get(word);
}

/** Whether the word is as often a noun ("report", "claims"): the word before it then decides. */
export function isNounToo(word: string): boolean {
  return nouns.test(word);
}
