import { stem } from './words.ts';

const listed = (words: string): readonly string[] => words.trim().split(/\s+/);

/** Words that join others, count days or fill lines: they tell no story, whatever the article. */
export const joiningWords: ReadonlySet<string> = new Set(
  listed(`
  a about above after again against ago all almost along already also although always among an and another
  any anyone anything april are around as asked at august away back be became because become been before
  began behind being below best better between both but by came can cannot come could dame day days december
  did do does doing done down dr during each early either else end enough even ever every far february few
  first following for former found four friday from full further gave get give given go goes going gone good
  got great had half has have having he help her here herself him himself his hour hours how however i if in
  including into is it its itself january july june just keep kept know known large last late later least
  left less let like likely little long look made make makes making man many march may me might million
  minute minutes monday month months more most mr mrs ms much must my near nearly need never new next night
  nine no nobody none nor not nothing november now october of off often old on once one only onto or other
  others our out outside over own part people per perhaps place put quite rather really right said same
  saturday saw say saying says second see seen september set seven several shall she should since sir six so
  some something soon still such sunday take taken ten than that the their them themselves then there these
  they thing things think third this those though three through thursday time times to today together told
  tomorrow too took toward towards tuesday two under until up upon us use used very want wanted was way we
  wednesday week weeks well went were what when where whether which while who whole whom whose why will with
  within without woman world would year years yes yesterday yet you your
  `),
);

/** Words that about one news article in eight has. */
const veryCommon = listed(`
  according act action added age aged announced announcement army arrested attack born business called car
  case century change charges child children city claim comes company control cost country court daughter
  dead death died east eastern evening evidence expected face fact family father figures final find force
  friends future game government group happened hard head held high hit hold home hope hospital house human
  husband idea independent industry inside international issue job killed land latest law lead leader led
  legal level life line list live lives local lost main major market media meet members minister money
  morning mother move moved name national news newspaper north northern number office officer officials open
  order paid paper past pay plan planned play players point police position possible power present president
  press price private problem program programme project public question rate reached read recent record
  released remain report result return risk role rule rules run school season security sent service short
  show side single site situation small social son south southern special spokesman spokeswoman staff stand
  start state statement stop story street strong support system taking talk team term thought total town
  trade training treatment try turn understand value victory view visit vote voted voters war weekend west
  western wife win word work workers written wrote young
`);

/** Words that about one news article in 25 has, among them those of a kind of event (a quake, a trial, a match). */
const common = listed(`
  abroad abuse accept access accident account accused achieve admitted adult advice affair affected agency
  agent aid aim air aircraft airport album alert alive allegation alleged allegedly allow ambulance analyst
  anger angry animal annual answer anxious apartment apologised apology appeal appear appearance application
  apply appointed approach approval approved argue arm arrived art article artist assault assembly asset
  assistant association athlete attempt attention attorney audience author authority average award baby ball
  ban band bank bar base based basis battle beach beat beautiful bed begin belief believe benefit bid bill
  billion bit black blame block blood blow blue board boat body bomb bonus book border boss bought box boy
  brain branch break bridge brief bring broadcast broke broken brother brought budget build buildings built
  burned bus buy buyer cabinet camera camp campaign cancer candidate capital captain capture card care
  career carried carry cash caught cause celebrate cell center central centre ceremony certain chair
  chairman challenge champion championship chance channel character charity chief choice chose chosen church
  cinema citizen civil civilian class clear climate close club coach coalition coast cold collapse collect
  college comedy comment commission commit committed committee common community compare competition
  complaint complete computer concern condition conference confidence confirm conflict congress connection
  conservative considered construction consumer contact content contest continue contract convicted
  conviction cope corporate correct council councillor count couple course coverage crash create credit crew
  crime criminal crisis critical criticism critics cross crowd crucial culture cup current customer cut
  daily damage danger dangerous data database date dating deadline deadly deal dealer debate debt decade
  decide decision declared decline deep defeat defence defendant defense delay deliver demand democracy
  democratic denied deny department deputy described design despite destroyed detail detained detective
  developed development device die difference different difficult dinner diplomat direct director disaster
  discovered discovery discuss discussed disease dispute district division doctor document dog dollar door
  double doubt dozen drama dream dress drew drink drive driven driver drop dropped drove drug due duty
  earlier earn earnings earth earthquake easy economic economist economy edge edition editor education
  effect effort elected election electric email emerged emergency employ employee employer energy engine
  engineer enjoy entered entire environment epicentre episode equipment era escape especially establish
  estate estimate event exchange executive exit expand expensive experience expert explain explosion express
  extra eye faced factory fail failure fair faith fall fallen false fame famous fan farm farmer fast fatal
  favourite fear federal feel feet fell felt female festival field fight fighter file filed fill film
  finance financial findings fine finish fire fired firefighters firm fish fit fix flag flat fled flight
  flood floor flow focus follow food football forecast foreign forest form formal fought foundation founder
  fourth free freedom fresh friendly front fuel fun fund funeral gain gallery games gang garden gas gathered
  general generation girl glass global goal gold governor grand grant green ground grow growth guard guest
  guide guilty gun gunman gunmen hall hand happy harm health hear heard heart heat heavy height helicopter
  hero hidden hill historic history holiday homes honour hopes host hotel households huge hundreds hunt
  hurricane hurt ice identified identity illegal image immediate immediately impact important impossible
  improve incident income increase independence individual infected inflation influence information initial
  injured injuries inmate innocent inquiry inspector insurance intelligence intended interest interim
  internal internet interview introduced invest investigate investigation investigators investment investor
  involved island jail join joint journalist journey judge jury justice keen key kick killer kind king knife
  knock labour lack lady lake language launch lawmakers lawsuit lawyer lay layer league leak learn leave
  legs lessons letter liberal library licence lie lifted light limit link listen loan lock loss losses love
  lower luck machine magazine magistrates magnitude maintain majority maker male manage management manager
  mark marriage married mass massive match material matter mayor meaning measure medal medical medicine
  memory mental message metal metres miles military mind mine ministry minor minority missing mission
  mistake mobile model modern moment monetary mortgage motor mountain mourning movement movie movies
  multiple murder museum music musical named nation nature navy necessary neck neighbour neighbourhood
  network nominated nomination nominee normal notice novel nuclear nurse obvious occurred offence offered
  oil online operate operation operator opinion opponent opportunity opposed opposition option organisation
  organised organization original outcome overnight owned owner pain painting pair panel parent park
  parliament parties partner passed passenger patient pattern peace penalty pension percent percentage
  perform performance period permission person personal phone photo photograph physical picture piece pilot
  pitch planet plant platform plea pleaded pleased pledge pocket poll pool poor popular population port
  positive post potential pound poverty practice praise predict prefer pregnant premier prepare presence
  presidential pressure prevent previous previously prime prince princess principal prison prisoner prize
  probably process produce producer product production professional professor profile profit progress
  promise promotion proof property proposal proposed prosecution prosecutor protect protection protest
  protesters proud prove provide province provisions publish publisher pull purchase pursue pushed quake
  quality quarter queen quick quickly quit quoted race racing radio rail railway rain raise ran range rates
  react reaction ready real reality reason rebel receive recession recognise recommend recovered recovery
  reduce referendum referred reform refugee refugees refused regime region regional regular regulator
  rejected related relation relationship relatives relief religious rely remember remote remove repair
  repeat replace reporter representative republic request require rescue rescuers research researcher
  residents resign resignation resistance resolution resources respect respond response responsible rest
  restaurant restored retail retired retirement reveal revenue review revolution rich riding rise risen
  rising rival river road rock rocket roof room rose round route row royal running rural sad safe safety
  sale sales sank satellite save saved savings scale scandal scene scheduled scheme science scientific
  scientist score screen sea search seat secret secretary sector secure seek sell seller semi-final senate
  senator send senior sentence separate series serious serve session settle settlement severe sex sexual
  share shareholders ship shock shoot shop shot shut sick sides sign signal significant silence silver
  singer sister sit size skills sky sleep slow smoke snow soccer software sold soldier solution song sort
  sought sound source space speak speaker species specific speech speed spend spent split spoke sport spot
  spread spring squad square stabbed stage stake standard star station statistics status stay steal step
  stepped stock stolen stone stopped store storm straight strategy strength stress stretch strike striker
  struck structure struggle student studied studies style subject succeed success successful sudden suffer
  suggest suicide suit summer supply supporters supreme sure surface surgery surprise surrounding survey
  survive survivor suspect suspended suspicion sustained target tax teacher teaching technology teenager
  telephone television tell temperature temporary tennis tension terrible territory terror terrorism
  terrorist test theatre theft theory threat threatened throw ticket tie tied tight tiny title toll tonight
  tool top tough tour tourist tower track traders traditional traffic tragedy tragic transfer transport
  trapped travel travelled treat tree trees trial trip troops trouble truck true trust truth tsunami twin
  type uncertain union unit university unknown unusual updated urged user vaccine van vehicle version
  veteran victim video viewers village violence violent virus visitors voice volunteer vulnerable wages wait
  walk wall warm warned warnings watch water wave waves weak weapon wear weather web website wedding weekly
  weight welcome welfare white wide widely widow wild window winds winner winning winter wish withdraw
  witness witnesses won worth wounded wrong youth zone
`);

/**
 * The share of news articles that has a word, by its stem: an estimate, so that the first articles of an empty store
 * are not put together by words that all news has. Words that are not here are rare.
 */
export const usualShares: ReadonlyMap<string, number> = new Map([
  ...common.map((word): [string, number] => [stem(word), 0.04]),
  ...veryCommon.map((word): [string, number] => [stem(word), 0.12]),
]);
