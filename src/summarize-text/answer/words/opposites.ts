import { plainFormOf } from './irregular.ts';
import { stemOf } from './stem.ts';

/** Words that say the opposite of each other, a pair each: a sentence that has the other one denies what is asked. */
const pairs = `accept refuse|accept reject|accept decline|add remove|admit deny|advance retreat|agree disagree|allow forbid|allow ban|allow prohibit
allow prevent|alive dead|all none|always never|ancient modern|appear disappear|approve reject|arrive leave|arrive depart|ascend descend
attack defend|attack protect|backward forward|bad good|begin end|begin finish|best worst|better worse|big small|birth death|born die
borrow lend|build destroy|build demolish|buy sell|cheap expensive|close open|cold hot|cold warm|common rare|common uncommon|complex simple
continue stop|convict acquit|create destroy|cut raise|dark light|deep shallow|decline grow|decline rise|decrease increase|decrease rise|defeat victory
defend invade|deny confirm|different same|dry wet|early late|earliest latest|east west|eastern western|easy difficult|easy hard|emigrate immigrate
empty full|enemy ally|enter leave|even odd|exclude include|expand shrink|expand contract|export import|external internal|fail succeed|failure success
fall rise|false true|far near|farther nearer|fast slow|fastest slowest|female male|fewer more|fewest most|final first|first last
float sink|foreign domestic|forget remember|former latter|former present|free enslaved|freeze melt|gain lose|guilty innocent|happy sad|hard soft|hate love
heavy light|heaviest lightest|high low|higher lower|highest lowest|hire fire|human animal|ignore consider|import export|improve worsen|include omit
inner outer|inside outside|invest divest|join leave|join secede|junior senior|large small|larger smaller|largest smallest|legal illegal|less more|least most
lend borrow|liberal conservative|long short|longer shorter|longest shortest|lose win|lose find|loss profit|loss win|love hate|major minor|majority minority
many few|maximum minimum|mean kind|mother father|narrow wide|negative positive|new old|newer older|newest oldest|night day|north south|northern southern
nothing everything|offensive defensive|old young|older younger|oldest youngest|oppose support|opponent supporter|opposition support|ordinary unusual|outlaw legalise
outlaw legalize|parent child|pass fail|passive active|peace war|permanent temporary|permit forbid|poor rich|poorest richest|poverty wealth|praise criticise
praise criticize|praise condemn|present absent|preserve destroy|private public|proceed recede|prove disprove|pull push|rapid slow|reduce increase|reduce raise
reduce expand|regular irregular|release arrest|release detain|release imprison|remain leave|reveal conceal|reveal hide|reward punish|right left|right wrong
rural urban|safe dangerous|same different|save kill|save spend|secular religious|separate join|separate unite|short tall|shortest tallest|sick healthy
single multiple|single married|slower faster|smooth rough|soldier civilian|solid liquid|sooner later|start end|start stop|start finish|strengthen weaken
strong weak|stronger weaker|strongest weakest|summer winter|supply demand|support resist|surrender resist|thick thin|thicker thinner|tight loose|top bottom
unite divide|united divided|unknown known|upper lower|useful useless|vacant occupied|vertical horizontal|victor loser|visible invisible|visitor host
voluntary compulsory|voluntary mandatory|weakest strongest|wet dry|win defeat|winner loser|within outside|withdraw advance|withdraw enter|youngest oldest`;

/** By stem. */
const opposites: ReadonlyMap<string, ReadonlySet<string>> = readPairs();

function readPairs(): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const pair of pairs.split(/[|\n]/)) {
    const [one = '', other = ''] = pair.split(' ').map((word) => stemOf(plainFormOf(word)));
    for (const [from, to] of [
      [one, other],
      [other, one],
    ] as const)
      found.set(from, (found.get(from) ?? new Set()).add(to));
  }
  return found;
}

/** Stems of the words that say the opposite of a stem's. */
export const oppositesOf = (stem: string): ReadonlySet<string> => opposites.get(stem) ?? none;

const none: ReadonlySet<string> = new Set();
