/** Verbs and nouns whose forms no rule of endings brings together: the plain form first. */
const forms = `
arise arose arisen|awake awoke awoken|be am is are was were been being|bear bore borne|beat beaten|become became
begin began begun|bend bent|bet betting|bind bound|bite bit bitten|bleed bled|blow blew blown|break broke broken|breed bred
bring brought|build built|burn burnt|buy bought|catch caught|choose chose chosen|cling clung|come came|creep crept|deal dealt
dig dug|do did does done|draw drew drawn|dream dreamt|drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen
feed fed|feel felt|fight fought|find found|flee fled|fling flung|fly flew flown|forbid forbade forbidden|forecast
forget forgot forgotten|forgive forgave forgiven|freeze froze frozen|get got gotten|give gave given|go went gone goes
grind ground|grow grew grown|hang hung|have has had having|hear heard|hide hid hidden|hold held|keep kept|kneel knelt
know knew known|lay laid|lead led|lean leant|leap leapt|learn learnt|leave left|lend lent|light lit|lose lost|make made
mean meant|meet met|pay paid|prove proven|ride rode ridden|ring rang rung|rise rose risen|run ran|say said says
see saw seen|seek sought|sell sold|send sent|sew sewn|shake shook shaken|shine shone|shoot shot|show shown
shrink shrank shrunk|sing sang sung|sink sank sunk|sit sat|sleep slept|slide slid|sow sown|speak spoke spoken
speed sped|spell spelt|spend spent|spill spilt|spin spun|spoil spoilt|spring sprang sprung|stand stood|steal stole stolen
stick stuck|sting stung|stink stank stunk|strike struck stricken|strive strove striven|swear swore sworn|sweep swept
swell swollen|swim swam swum|swing swung|take took taken|teach taught|tear tore torn|tell told|think thought
throw threw thrown|tread trod|understand understood|undertake undertook undertaken|undergo underwent undergone
uphold upheld|wake woke woken|wear wore worn|weave wove woven|weep wept|win won|wind wound|withdraw withdrew withdrawn
withstand withstood|write wrote written|overcome overcame|overtake overtook overtaken|overthrow overthrew overthrown
oversee oversaw overseen|foresee foresaw foreseen|mislead misled|rebuild rebuilt|retell retold|repay repaid|outgrow outgrew
man men|woman women|child children|person people persons|foot feet|tooth teeth|mouse mice|goose geese|wife wives|life lives
knife knives|leaf leaves|half halves|wolf wolves|thief thieves|shelf shelves|loaf loaves|crisis crises|analysis analyses
basis bases|datum data|medium media|phenomenon phenomena|criterion criteria|bacterium bacteria|alumnus alumni
nucleus nuclei|fungus fungi|index indices|matrix matrices|ox oxen|die died dying`;

const plainForms: ReadonlyMap<string, string> = new Map(
  forms
    .trim()
    .split(/[|\n]/)
    .flatMap((line) => {
      const [plain = '', ...others] = line.split(' ');
      return others.map((other): [string, string] => [other, plain]);
    }),
);

/** The plain form of an irregular one ("went": "go"); any other word comes back as it is. */
export const plainFormOf = (word: string): string => plainForms.get(word) ?? word;
