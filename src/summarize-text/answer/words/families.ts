import { plainFormOf } from './irregular.ts';
import { stemOf } from './stem.ts';

/** Words that tell of one thing, as questions and articles word it: each line a family. */
const lines = `
die death dead deadly fatal fatality lethal perish killed kill killing slain casualty toll|murder homicide kill slay slaying
born birth birthplace birthday birthdate native|win winner victory victorious triumph champion beat defeat
lose loss loser defeat beaten|buy purchase acquire acquisition takeover bought|sell sale seller sold vendor
begin start commence launch open inception onset|end finish conclude conclusion stop cease terminate close expire
found founder establish establishment create creation start set form formation originate|make create produce production build manufacture maker construct
build construct construction erect built builder|write author writer written wrote compose pen|invent inventor invention devise create develop
say tell state announce announcement statement declare claim remark comment add note explain warn insist argue think believe
marry marriage wife husband wed wedding spouse married|child son daughter kid baby children|parent mother father mom dad
job work employ employment employee worker occupation post position role career|hire recruit appoint employ|fire sack dismiss axe lay
leave depart departure exit quit resign resignation|arrest detain detention custody capture apprehend|charge accuse indict indictment allege accused suspect
convict guilty conviction sentence|sentence jail imprison prison jailed|attack assault strike raid bomb bombing|injure injury wound hurt wounded injured harm
cost price pay charge worth value spend fee expense|pay salary wage earn income paid payment|rich wealthy wealth
big large huge size great largest biggest giant|small little tiny minor|fast quick rapid speed quickly|increase rise grow growth climb jump gain raise surge up
decrease fall drop decline reduce reduction cut shrink down slump plunge|find discover discovery detect locate found uncover|see spot sight witness notice
search hunt look seek|help aid assist assistance support|cause reason lead result trigger blame due because|happen occur take place event
live reside residence home dwell inhabit resident|house home residence|country nation state|city town capital|place location site venue located spot situated
call name known term dub title nickname refer|mean meaning definition define denote|use utilize employ usage|need require requirement necessary must
allow permit let enable|stop prevent ban block halt prohibit forbid|ban prohibit forbid outlaw illegal|vote elect election ballot poll|lead leader head chief boss rule ruler
rule govern reign ruler government|play player perform performance star|movie film picture|show programme program series|doctor physician medic
lawyer attorney counsel|police officer cop|car vehicle automobile|plane aircraft jet airplane flight airliner|ship vessel boat|gun weapon firearm
crash collide collision accident wreck|fire blaze burn flame|storm hurricane cyclone typhoon|quake earthquake tremor|study research survey report
scientist researcher expert|school university college|student pupil|teacher professor instructor|area region zone district territory|begin origin original originate
join member membership enter|fight battle war combat conflict|army troops military soldier force|attend go visit|travel journey go trip move|move transfer relocate
return back|receive get win award given obtain|give donate award grant present provide offer|award prize honour honor medal|send deliver ship dispatch
show demonstrate reveal display indicate|hide conceal|agree agreement deal accord pact treaty|refuse reject deny decline|want hope wish seek desire aim plan
plan intend propose proposal aim|try attempt seek effort|think believe consider opinion view feel|know aware knowledge|teach educate education|learn study
eat food feed diet consume|drink beverage|disease illness sick condition disorder|cure treat treatment heal|hospital clinic|kill murder
often frequent frequently usually regularly|old age aged|tall high height|long length|wide width broad|deep depth|far distance away|heavy weigh weight|hot temperature heat warm
cold cool|replace succeed successor replacement|follow after succeed|precede before prior|own owner ownership belong|contain include consist comprise
part portion section component|separate divide split|unite combine merge merger join|choose select pick choice|hold host stage held|control dominate command
protect defend guard protection|destroy destruction ruin demolish damage|save rescue|escape flee|attack criticise criticize criticism|praise applaud
different differ difference vary|similar like alike same|important significant main major key|popular famous well-known|early first initial|main primary chief principal
speak language spoken|religion faith religious|money cash fund funds funding|fund finance pay|debt owe|tax levy|company firm corporation business
meet meeting talk|trial court hearing|judge justice|complain complaint|promise pledge vow|ask request urge call demand|release free publish issue
publish publication release print|appear star feature|record album song|sign contract|score goal point|coach manager|team side club squad|game match
boy son teen|girl daughter teen|teenager teen youth|baby infant newborn|man husband|victim casualty|missing disappear vanish lost|body corpse remains
believe suspect|worry fear concern|angry anger outrage|happy glad pleased delight|sad upset|surprise shock stun amaze|apologise apologize apology sorry
tourist visitor|immigrant migrant|president leader|minister secretary|spokesman spokesperson spokeswoman|percent percentage per cent share proportion
population inhabitants people residents|number amount total figure|type kind sort form|near close nearby|border boundary|flow empty drain|translate translation
argue argument debate quarrel row dispute discuss discussion disagree clash|evacuate evacuation leave flee displaced homeless|repair mend fix restore restoration renovate refurbish|coach carriage wagon car train
crash derail collide come|injure hurt harm wound casualty|hit strike punch slap beat|alight fire burn blaze ignite caught flame|danger dangerous risk hazard hazardous threat unsafe harm|safe safety secure
check inspect inspection examine examination test survey|punctual late delay delayed time|cancel cancellation call scrap axe abandon|ticket fare|price fare cost|fee charge bill cost|cost bill price
lawsuit sue suit case claim litigation|lawyer attorney solicitor barrister counsel prosecutor|trial prosecute prosecution court charge|jail prison sentence cell custody behind|free release acquit bail|innocent guilty plead plea verdict
headteacher headmaster headmistress principal head|mum mom mother|dad father|parent mother father|kid child|cop police officer|thief burglar robber steal theft robbery raid|steal stole theft rob
killer murderer gunman shooter attacker|shoot shot shooting gunman fire|stab knife|drown drowned water|missing lost disappear found search|hostage kidnap abduct captive|bomb explosion blast explode explosive detonate
boss manager chief head director executive|chairman chairwoman chair head|leader head chief president premier|minister secretary government|prime premier|mayor council leader|spokesman spokeswoman statement said
quit resign step leave departure|replace successor succeed follow next take|promote promotion|dismiss sack fire axe drop suspend suspension|strike walkout stoppage industrial picket|union workers
layoff redundancy redundant cut job lose|hire recruit employ|staff worker employee personnel employed|wage pay salary|bonus pay|profit earnings income gain|loss lose deficit|revenue sales turnover income
share stock|merger merge takeover deal acquire|debt borrow loan lend borrowing|rate interest|inflation price|budget spending money|tax duty levy|fine penalty punish punishment sanction
storm wind gale hurricane typhoon cyclone|flood water river overflow deluge|rain rainfall wet|snow ice blizzard|drought dry dryness arid water|heat hot temperature heatwave warm|quake magnitude tremor shake earthquake|volcano erupt eruption lava ash
rescue save pull lifeboat crew|survive survivor alive escape|trapped stuck caught|destroy wreck ruin demolish flatten collapse|damage harm destroy|rebuild repair restore|shelter refuge camp
doctor surgeon physician hospital|patient ill sick hospital|virus infection infect disease outbreak epidemic|infect infection catch contract|vaccine jab injection dose|cancer tumour|symptom sign|treat treatment therapy drug medicine|drug medicine pill
depart departure leave|arrive arrival land come reach|launch lift start begin|reopen open|close shut closure|closed shut|delay postpone late|schedule plan timetable
score goal point result|result score outcome|draw tie|beat defeat win|lose defeat|final match game|medal gold silver bronze|champion title win|record best fastest|referee umpire|striker forward scorer|player footballer|fan supporter crowd|crowd attendance attend audience spectator people
attend crowd audience|award prize win winner laureate|nominate nomination|premiere release open debut|star actor actress cast lead|director direct film|film movie|author write novel book|album record song|band group|singer musician star|show programme series concert|season series
photo picture image photograph snap|video footage clip film|tweet twitter post message|letter note message|email message|phone call telephone|hack breach steal data|website online site|app software|device gadget phone|customer user client|user people customer
discover find unearth dig|scientist researcher team|species animal kind|planet world star|rocket spacecraft launch satellite|research study|paper study journal publish|dig excavation archaeologist|bury buried grave burial funeral|funeral burial bury service
vote ballot poll election|election vote poll win|candidate run stand|majority vote lead|law bill act legislation|pass approve vote adopt|approve approval permission back|oppose against opposition reject|support back favour endorse|protest demonstrate demonstration march rally|protester demonstrator crowd|petition sign signature
sign signature|ban forbid outlaw prohibit bar|allow let permit|order tell command|warn warning alert|threat threaten warn|promise pledge vow|admit confess plead|deny denial reject|blame accuse fault|criticise attack condemn criticism|praise hail|apologise sorry apology|agree deal accord|refuse decline reject
marry wedding husband wife|engage engaged fiance fiancee marry|divorce split separate|pregnant baby expect birth|girlfriend boyfriend partner|partner husband wife boyfriend girlfriend|birthday born|graduate degree university study|study graduate degree student
live home house reside|flat apartment home|hotel inn|move relocate go transfer|visit tour trip go|travel cycle drive walk ride go|walk foot|drive car road|road street route motorway|bridge crossing|route road way|traffic car driver|passenger traveller commuter people aboard|aboard board carrying passenger
carry transport take|weigh weight heavy|size big large|deep depth metre|long length last|last duration long|distance far kilometre mile|age old aged|speed fast quick|often regular daily weekly
teach teacher lesson class|pupil student child|school college|exam test|farm farmer|crop harvest|dog pet|eat meal food|drink wine beer|cook chef|restaurant cafe|shop store|clothes wear dress|wear dress|hair beard
hope want plan|fear afraid worry scared|angry furious anger|happy delight pleased|sad grief mourn|shock surprise stun|joke laugh tease|dream hope|decide decision choose|plan intend propose|suggest propose recommend suggestion|advise recommend advice|explain reason say|reason because motive
originally first initially|previously before former earlier|currently now present|annual yearly year|name call title|nickname known call|mean stand|symbol represent|consist contain made|belong own|capital city|population people inhabitant|language speak|religion worship church|worship pray church temple
throne crown king queen reign|king queen monarch ruler|abdicate abdication throne resign|reign rule king queen|dynasty family|empire emperor|conquer capture take|capture seize take|seize take grab|invade invasion attack|treaty peace agreement|surrender yield|siege besiege|soldier troop army|army force troop
profession career job training trade work|career profession|founder found establish set|establish found set up|compensation pay receive|compensate compensation pay|slave slavery|free freed emancipation release|freedom free`;

/** By stem, the families it stands in. */
const families: ReadonlyMap<string, readonly number[]> = readFamilies();

function readFamilies(): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  for (const [family, line] of lines.trim().split(/[|\n]/).entries())
    for (const word of new Set(line.split(' ').map((one) => stemOf(plainFormOf(one)))))
      found.set(word, [...(found.get(word) ?? []), family]);
  return found;
}

/** By family, the stems in it. */
const members: ReadonlyMap<number, readonly string[]> = readMembers();

function readMembers(): ReadonlyMap<number, readonly string[]> {
  const found = new Map<number, string[]>();
  for (const [stem, ids] of families) for (const id of ids) found.set(id, [...(found.get(id) ?? []), stem]);
  return found;
}

/** Stems of the words that tell of the same as a stem. */
export function relativesOf(stem: string): ReadonlySet<string> {
  const all = (families.get(stem) ?? []).flatMap((id) => members.get(id) ?? []);
  return new Set(all.filter((other) => other !== stem));
}
