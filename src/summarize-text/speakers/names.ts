/** Words before a name that tell who someone is but are no part of it. */
export const titleWord =
  /^(?:Mr|Mrs|Ms|Miss|Dr|Del|Amb|Pres|Ald|Brig|Cpl|Pvt|Fr|Delegate|Assemblyman|Assemblywoman|Alderman|Councilman|Councilwoman|Lawmaker|Candidate|Nominee|Spokesperson|Doctor|Prof|Professor|President|Vice|Senator|Sens?|Reps?|Representative|Gov|Governor|Congressman|Congresswoman|Secretary|General|Gen|Lt|Lieutenant|Col|Colonel|Maj|Major|Capt|Captain|Sgt|Sergeant|Justice|Judge|Chair|Chairman|Chairwoman|Mayor|Speaker|King|Queen|Prince|Princess|Rev|Reverend|Pope|Coach|Prime|Minister|Foreign|Home|Chancellor|Attorney|Director|Ambassador|Former|Spokesman|Spokeswoman|Spokesperson|CEO|Chief|Deputy|Councillor|Cllr|Inspector|Insp|Det|Detective|Superintendent|Supt|Constable|Commissioner|Admiral|Adm|Cmdr|Commander|Premier|Officer|Sheriff|Father|Sister|Brother|Bishop|Archbishop|Cardinal|Rabbi|Imam|Republican|Democrat|Democratic|Conservative|Labour|GOP|Hon|St|President-elect|Co-founder|Executive|Managing|Education|Health|Defence|Defense|Finance|Interior|Treasury|Business|Environment|Transport|State|Council|Acting|Assistant|Associate|Senior|Shadow|Leader|MP|Manager|Editor|Analyst|Economist|Founder|Lawyer|MSP|MEP|TD|DJ|CFO|COO|CTO|QC|KC|Pastor|Sheikh|Sheik|Trooper|Prosecutor|Marshal)\.?$/;
/** Trades that stand before a full name as titles do: "the actress Ann Poe", "Photographer Ann Poe". */
export const trade =
  /^(?:Actor|Actress|Singer|Vocalist|Guitarist|Drummer|Photographer|Author|Writer|Producer|Rapper|Comedian|Developers?|Researcher|Scientist|Principal|Striker|Midfielder|Defender|Goalkeeper|Winger|Skipper|Correspondent|Advis[eo]r|Broadcaster|Presenter|Musician|Artist|Activist|Designer|Driver|Farmer|Fisherman|Student|Teacher|Headteacher|Nurse|Builder|Shopkeeper|Resident|Witness|Neighbou?r|Organi[sz]er|Campaigner|Historian|Novelist|Poet|Critic|Columnist|Blogger|Billionaire|Businessman|Businesswoman|Entrepreneur|Politician|Chef|Golfer|Boxer|Jockey|Swimmer|Sprinter|Cyclist|Footballer|Cricketer|Quarterback|Linebacker|Pitcher|Apostle|Astronaut|Pilot|Coroner|Firefighter|Paramedic|Midwife|Vicar|Solicitor|Barrister|Accountant|Surgeon|Physician|Biologist|Chemist|Physicist|Psychologist|Veteran|Volunteer|Co-star|Soprano|Tenor|Spaniard|Briton|Swede|Dane|Scot|Finn|Dutchman|Frenchman|Englishman|Irishman|Scotsman|Welshman|Londoner|Texan)$/;
/** Honours that English newspapers keep before the full name. */
export const honour = /^(?:Sir|Dame|Lord|Lady|Baroness|Baron)$/;
const masculine = /^(?:Mr|Sir|Lord|Baron|King|Prince|Congressman|Chairman|Spokesman|Father|Brother|Pope)\.?$/;
const feminine =
  /^(?:Mrs|Ms|Miss|Dame|Lady|Baroness|Queen|Princess|Congresswoman|Chairwoman|Spokeswoman|Sister)\.?$/;
/** Words that mark a capitalised run as an organisation, a place or a thing rather than a person. */
export const organisationWord =
  /^(?:University|Party|House|Department|Committee|Commission|Court|Senate|Congress|Times|Post|News|Street|States?|Kingdom|Union|Nations|Council|Ministry|Office|Agency|Institute|Center|Centre|Association|Group|Company|Corp|Inc|Ltd|Bank|Journal|Tribune|Herald|Service|Bureau|Force|Army|Navy|Police|League|Club|Church|School|College|Foundation|Campaign|Administration|Government|Daily|Magazine|Network|Press|Today|Show|Tower|Hotel|Hall|Avenue|City|County|Island|Islands|River|Park|Airport|Democrats?|Republicans?|Americans?|Supreme|National|International|Federal|White|Wall|Twitter|Facebook|TV|CNN|NBC|CBS|ABC|BBC|Fox|FBI|CIA|GOP|DNC|RNC|NATO|Nato|EU|UN|UK|US|U\.S\.|U\.K\.|Act|War|Day|Games?|Cup|Conference|Convention|Report|Project|Fund|Air|East|West|North|South|New|San|Los|Las|Trust|Society|Board|Authority|Parliament|Hospital|Museum|Library|Securities|Ventures|Capital|Partners|Holdings|Foods|Rovers|United|Research|Studies|Security|Affairs|Airlines|Motors|Media|Technologies|Systems|Energy|Water|Health|Review|Guardian|Week|Labour|Labor|Tea|African|European|British|Chinese|Russian|Islamic|Catholic|Christian|Muslim|Jewish|Human|Rights|World|General|Social|Great|Black|Lives|Super|Bowl|Room|Brexit|Christmas|Easter|Academy|Watch|Street|Flight|Airways|Olympics?|Paralympics?|Collective|English|Scottish|Welsh|Irish|Indian|Royal|Country|Reporter)$/;
const dayWord =
  /^(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.|Today|Yesterday|Tonight)$/;

/** "The Sunday Mirror", "Friday Night Live" */
const paperOrShow =
  /^(?:Night|Times|Mirror|Telegraph|Express|Mail|Herald|World|Post|People|Independent|Tribune|Star)$/;

/** Whether the word is a day or month: "May" and "April" are that only beside a number or "in" and "last". */
export function isDay(word: string, before: string | undefined, after: string | undefined): boolean {
  if (!dayWord.test(word) || (/day$/.test(word) && paperOrShow.test(after ?? ''))) return false;
  if (!/^(?:March|April|May|June|July|August)$/.test(word)) return true;
  return (
    /^\d/.test(after ?? '') ||
    /^(?:in|on|since|of|last|next|until|by|early|late|every|this|\d+)$/i.test(before ?? '')
  );
}

/** States, capitals and companies that say and do things as people do, but are no "he". */
export const stateOrFirm =
  /^(?:Afghanistan|Albania|Algeria|Argentina|Armenia|Australia|Austria|Azerbaijan|Bahrain|Bangladesh|Belarus|Belgium|Bolivia|Bosnia|Brazil|Britain|Bulgaria|Cambodia|Cameroon|Canada|Catalonia|Chile|China|Colombia|Croatia|Cuba|Cyprus|Denmark|Ecuador|Egypt|England|Estonia|Ethiopia|Finland|France|Germany|Ghana|Greece|Haiti|Hungary|Iceland|India|Indonesia|Iran|Iraq|Ireland|Italy|Jamaica|Japan|Kenya|Kosovo|Kuwait|Latvia|Lebanon|Libya|Lithuania|Malaysia|Mali|Malta|Mexico|Moldova|Mongolia|Morocco|Mozambique|Myanmar|Namibia|Nepal|Netherlands|Nicaragua|Nigeria|Norway|Oman|Pakistan|Palestine|Panama|Paraguay|Peru|Philippines|Poland|Portugal|Qatar|Romania|Russia|Rwanda|Scotland|Senegal|Serbia|Singapore|Slovakia|Slovenia|Somalia|Spain|Sudan|Sweden|Switzerland|Syria|Taiwan|Tanzania|Thailand|Tunisia|Turkey|Uganda|Ukraine|Uruguay|Venezuela|Vietnam|Wales|Yemen|Zambia|Zimbabwe|Ankara|Baghdad|Beijing|Berlin|Brussels|Cairo|Damascus|Delhi|Dublin|Holyrood|Islamabad|Kabul|Kiev|Kyiv|Madrid|Moscow|Pyongyang|Riyadh|Rome|Seoul|Stormont|Tehran|Tokyo|Westminster|Hamas|Hezbollah|Isis|Taliban|Africa|America|Arabia|Asia|Europe|Emirates|Guinea|Korea|Lanka|Leone|Rica|Salvador|Zealand|Airbus|Alphabet|Amazon|Boeing|Comcast|Exxon|Google|Huawei|Instagram|Microsoft|Netflix|Nissan|Pfizer|Samsung|Spotify|Tesco|Tesla|Toyota|Uber|Verizon|Volkswagen|Walmart|YouTube)$/;

/** Words that take a capital only because a sentence begins there. */
export const openingWord =
  /^(?:But|And|Thus|See|Share|Meet|Either|Neither|Whatever|Whoever|Hence|Yet|So|Or|The|A|An|In|On|At|As|When|For|After|If|While|Even|By|Later|Then|Meanwhile|Since|Although|Though|Like|With|To|From|Earlier|Instead|His|Her|Their|Its|My|Our|Your|One|Two|Three|Only|Most|Some|Many|Said|Asked|Added|He|She|They|It|I|We|You|This|That|These|Those|There|Here|Now|What|Who|Why|How|Where|Which|No|Not|Yes|All|Any|Because|According|More|Both|Still|Also|Last|Next|Other|Another|Such|Each|Every|Over|Under|Among|During|However|Before|Once|Despite|Following|Speaking|Just|Let|Do|Is|Are|Was|Were|Can|Will|Well|Nor|Of|Until|Unless|Whether|Citing|Writing|Per|Than|Nearly|About|Today|Well|Oh|Please|Our|Read|Related|Sign|Perhaps|Maybe|Indeed|Nobody|Nothing|Everyone|People|Soon|Again|Inside|Outside|Through|Throughout|Within|Without|Against|Between|Around|Across|Those|Never|Former)$/;

const men =
  'aaron abdul abe abraham adam adel adrian ahmad ahmed aidan akira akram al alan alban albert aldo ' +
  'alec aleksandr alex alexander alexei alf alfie alfred ali alistair allan allen ally alonso alvin ' +
  'amar amir amit amos anders andre andreas andrei andrew andy angel angelo angus anil anthony ' +
  'antoine anton antonio antony anwar archie ari arjun arne arno arnold aron arthur arturo asad ' +
  'ashok atif augustus austin avi axel barack barney barry bart bashar basil ben benedict benjamin ' +
  'benny bernard bernardo bernie bertie bill billy blake bo boaz bob bobby boris boyd brad brandon ' +
  'brendan brent brett brian bruce bruno bryan bryce buck byron caleb callum calvin cameron carl ' +
  'carlo carlos carter caspar cecil cedric cesar chad charles charlie chester chet chip chris ' +
  'christian christoph christophe christopher christos chuck ciaran clarence clark claude clayton ' +
  'clement clifford clint clinton clive clyde cody colin colm connor conrad corey cormac cornelius ' +
  'cory craig curtis cyril cyrus dale dallas dalton damian damien damon dan daniel dante darius ' +
  'darrell darren darryl daryl dave davey david davis dean declan deepak delroy demetrius denis ' +
  'dennis denny denzel derek derrick desmond devin dick didier diego dieter dimitri dinesh dirk ' +
  'dmitri dmitry domingo dominic don donald donnie dorian doug douglas drew duncan dustin dwight ' +
  'dylan eamon eamonn earl ed eddie edgar edmund eduardo edward edwin efrain eli elias elijah elliot ' +
  'ellis elmer elvis emanuel emile emilio emmanuel emmett enrico enrique erdogan eric erik ernest ' +
  'ernie errol esteban ethan etienne eugen eugene evan evgeny ezra fabian fabio faisal farid farouk ' +
  'federico felix fergus fernando feroz finley finn floyd forrest francesco francis francisco franco ' +
  'francois frank franklin franz fred freddie freddy frederick fritz gabriel gareth gary gavin gene ' +
  'geoff geoffrey george gerald gerard gerardo gerhard gerry gianni gideon gil gilbert gilberto ' +
  'giles gino giorgio giovanni giuseppe glen glenn gopal goran gordie gordon graeme graham grant ' +
  'greg gregor gregory guido guillermo gunnar gus gustav gustavo guy hakim hal hamid hamish hank ' +
  'hans harold harry haruki harvey hassan hector heinrich heinz helmut henri henrik henry herbert ' +
  'herman hiroshi horace horst howard hubert hugh hugo humphrey ian ibrahim ignacio igor ike imran ' +
  'ira irving isaac isaiah ismail ivan ivo jack jacob jaime jake jakob jamal james jamie jan janos ' +
  'jared jarvis jason javed javier jay jean-claude jean-pierre jed jeff jeffrey jens jeremiah jeremy ' +
  'jermaine jerome jerry jesse jim jimmy jin joachim joao joaquin jock joe joel joey johan johann ' +
  'johannes john johnny jon jonah jonas jonathan jonny jorg jorge jose josef joseph josh joshua ' +
  'josiah juan juergen jules julian julio julius jurgen justin kareem karel karim karl karol kazuo ' +
  'keanu keegan keir keith kelvin ken kendrick kenji kenneth kenny kent kenton kevin khaled khalid ' +
  'kieran kingsley kirk klaus kofi kris kumar kurt kwame kyle lachlan lamar lance landon larry lars ' +
  'laszlo laurent lawrence lawson lee leif leo leon leonard leonardo leopold leroy les lester levi ' +
  'lewis lex liam lincoln linus lionel lloyd logan lorenzo louis luc luca lucas lucian luciano ludo ' +
  'ludwig luis luke luther lyle lyndon mac mahmood mahmoud malcolm malik manny manuel marc marcel ' +
  'marcello marcelo marco marcus mario mark markus marlon marquis marshall martin marty marvin ' +
  'masood mateo mathias mathieu matt matteo matthew matthias maurice mauricio maurizio max maxwell ' +
  'mehdi mehmet mel melvin michael mick mickey miguel mitch newt mikael mike mikhail milan miles milo milton ' +
  'mitt mohamad mohamed mohammad mohammed mohsin moises morris mortimer moses moshe muhammad ' +
  'muhammed murray mustafa nabil nadir narendra nathan naveed ned neil nelson nicholas nick nico ' +
  'nicolas niels nigel nikolai nils noah noam noel nolan norbert norman olaf oleg oliver olivier ' +
  'omar omer orlando osama oscar oskar otis ottavio otto owen pablo paolo pascal pasha patricio ' +
  'patrick paul pavel pedro percy perry pete peter petr petros phil philip phillip pierce pierre ' +
  'piers pieter piotr prakash prem quentin quincy rafa rafael rafiq raheem rahim rahul raj rajesh ' +
  'ralph ramesh ramiro ramon rand randolph randy raoul rashid raul ravi ray rayan raymond reece reed ' +
  'reggie reginald reid reinhard reuben rex rhys ricardo richard rick ricky riley rob robert roberto ' +
  'robin rocco rod roderick rodney rodrigo roel roger roland rolf roman romeo ron ronald ronan ' +
  'ronnie rory roscoe ross rowan roy royce ruben rudolf rudy rufus rupert russ russell rusty ruud ' +
  'ryan saad sachin saif salim salman salvador salvatore sam sameer sami samir samuel sandro sanjay ' +
  'santiago saul sayed scott scotty sean sebastian selim serge sergei sergey sergio seth seymour ' +
  'shahid shane shankar shaun sheldon shinzo sid sidney silvio simon sol solomon spencer stan ' +
  'stanley stefan stefano stellan stephen sterling steve steven stewart stuart sunil sven syed ' +
  'sylvester tadeusz takeshi tanner tarek tariq tate ted terence terrell terrence terry thaddeus ' +
  'theo theodor theodore thierry thomas thor tiago tibor tim timothy tobias tobin toby todd tom ' +
  'tomas tomasz tommaso tommy tony toshiro travis trent trevor trey tristan troy tucker turner ty ' +
  'tyler tyrone ulrich umar umberto uri usman valentin van vance vaughn vernon vic vicente victor ' +
  'vijay vikram viktor vince vincent vincenzo vito vivek vlad vladimir volodymyr wade wallace wally ' +
  'walt walter ward warren warwick wayne wes wesley wilbur wilf wilfred wilfried will willem william ' +
  'willie winston wolf wolfgang woody xavi xavier yannick yasser yitzhak yoshi youssef yuri yusuf ' +
  'yves zac zach zachariah zachary zack zane zeke ziad zoltan';
const women =
  'abby abigail ada adelaide adele adeline adriana adrienne agatha agnes agnieszka aileen aimee ' +
  'aisha alana alba alejandra aleksandra alessandra alessia alexa alexandra alexandria alexis alice ' +
  'alicia alina alisa alisha alison allegra allison alma althea alyssa amal amalia amanda amani ' +
  'amara amber amelia amina amira amy ana anastasia andie andrea angela angelica angelina angelique ' +
  'angie anika anissa anita anjali ann anna annabel annabelle annalise anne anneliese annette annie ' +
  'anouk antonella antonia anya april arabella aretha ariadne ariana arianna ariel arlene asha ' +
  'ashleigh astrid athena audra audrey aurora ava avril ayesha azra babette barbara bea beatrice ' +
  'becky belinda bella bernadette bernadine bernice bertha beryl bess bessie beth bethany betsy ' +
  'bettina betty beulah beverly bianca birgit blanche bobbie bonnie bree brenda brenna briana ' +
  'bridget bridie brittany bronwen brooke caitlin callie camilla candace candice caprice carina ' +
  'carla carlotta carly carmel carmen carol carole carolin carolina caroline carolyn carrie carys ' +
  'cassandra catalina catarina cate catherine cathleen cathy catriona cecelia cecile cecilia celeste ' +
  'celia celine chantal charity charlene charlotte charmaine chelsea cher cherie cheryl chiara chloe ' +
  'chrissie christa christabel christiane christie christina christine ciara cicely cilla cindy ' +
  'claire clara clare claudette claudia claudine clementine cleo coco colette colleen connie ' +
  'constance cora coralie corinne cornelia cosima courtney cristina crystal cynthia dagmar dahlia ' +
  'daisy damaris dana danica daniela daniella danielle daphne daria darla davina dawn deanna debbie ' +
  'deborah debra deirdre delia delilah delphine demi denice denise desiree devi diana diane dilma ' +
  'dinah dolores dominique donna dora dorcas doreen doria doris dorothea dorothy dot edie edith edna ' +
  'effie eileen eilidh elaine eleanor elena eleni eleonora elisa elisabeth elise eliza elizabeth ' +
  'ella elle ellen ellie elodie eloise elsa elsie elspeth elvira emilia emiliana emily emma emmeline ' +
  'enid erica erika erin erma ernestine esme esmeralda esperanza estelle esther ethel etta eugenia ' +
  'eugenie eunice eva evangeline eve evelyn evie fabiola faith fanny farah farrah fatima fatou faye ' +
  'federica felicia felicity fern fernanda fidelia filomena fiona fleur flora florence florrie ' +
  'frances francesca francine freda frederica freya frida gabby gabrielle gaby gail gayle gemma ' +
  'genevieve georgette georgia georgiana georgina geraldine germaine gertrude gia gigi gilda gillian ' +
  'gina ginger ginny gisela gisele giselle giulia gladys glenda glenys gloria glynis golda grace ' +
  'greer greta gretchen gretel griselda gudrun guinevere gwen gwendolen gwendolyn gwyneth hanna ' +
  'hannah harriet harriett hattie hayley hazel heather hedda hedwig heidi heike helen helena heloise ' +
  'henrietta hermione hester hettie hilary hilda hildegard hillary holly honor hope hortense huma ' +
  'ida ilana ilse imelda imogen ina ines inez inga ingeborg ingrid ioana iona irena irene irina iris ' +
  'irma isabel isabella isadora isla isobel isolde ivana ivanka ivonne ivy izzy jacinda jackie ' +
  'jacqueline jada jamila jana jane janelle janet janette janey janice janie janina janine jasmine ' +
  'jayne jean jeanette jeanie jeanne jeannie jemima jen jenna jennifer jenny jess jessica jessie ' +
  'jette jill jillian jo joan joann joanna joanne jocelyn jodie joelle johanna joni jordana josefina ' +
  'josephine josette josie joy joyce juanita judi judie judith judy julia juliana julianna julie ' +
  'juliet juliette june kaitlin kaitlyn kali kara karen karina karla karolina katarina kate katerina ' +
  'katharina katharine katherine kathleen kathryn kathy katia katie katja katrina katy kay kaye ' +
  'kayla keira kellyanne kelsey kendall kerry khadija kiara kiera kiki kim kimberly kirsten kirstie ' +
  'kirsty kitty klara kristen kristin kristina kylie laila lana lara larissa latoya laura lauren ' +
  'lauretta laurie lavinia layla lea leah leanne leena leila lena leni lenore leona leonie leonor ' +
  'leonora lesley leslie leticia letitia libby lidia lila lilian liliana lilith lillian lily lina ' +
  'linda lindsay linnea lisa liv livia liz liza lizzie lois lola lorena loretta lori lorna lorraine ' +
  'lottie louisa louise lourdes lucia luciana lucie lucille lucinda lucy ludmila luisa lulu luna luz ' +
  'lydia lynda lyndsey lynette lynn lynne mabel mackenzie maddie madeleine madeline madonna mae ' +
  'maeve magda magdalena maggie maia maisie malala malia mallory malvina mandy manuela mara marcella ' +
  'marcelle marcia margaret margaux margery margo margot marguerite mari maria mariam mariana ' +
  'marianna marianne maribel marie mariella marietta mariko marilena marilyn marina marine marion ' +
  'marisa marisol marissa maritza marjorie marlene marnie marta martha martina marva mary maryam ' +
  'mathilda mathilde matilda maud maude maureen mavis maxine maya meera megan meghan melania melanie ' +
  'melina melinda melissa melody mercedes mercy meredith merle meryl mia michaela michele michelle ' +
  'mildred millicent millie mimi mina mindy minnie mira miranda mireille miriam mitzi moira mollie ' +
  'molly mona monica monika montserrat morag morgana moya muriel myra myrna myrtle nadia nadine ' +
  'najma nancy nanette naomi natalia natalie natasha naya nell nellie nerys nessa nettie nia nichola ' +
  'nicki nicola nicole nicolette nigella nikki nina noelle noemi nola nora noreen norma nuala ' +
  'octavia odette olena olga olive olivia olympia oona ophelia ornella ottilie paige paloma pamela ' +
  'pansy paola pat patience patrice patricia patsy patty paula paulina pauline pearl peggy penelope ' +
  'penny perla petra petronella petula philippa philomena phoebe phyllis pia pippa polly poppy ' +
  'portia priscilla priti priya prudence queenie rachael rachel rafaela raisa ramona rania raquel ' +
  'rasha raven reba rebecca regan regina reina rena renata renee rhiannon rhoda rhonda ria ricarda ' +
  'rita roberta roisin romy rosa rosalie rosalind rosalyn rosamund rosanna rosaria rose roseanne ' +
  'rosemarie rosemary rosetta rosie rosita rowena roxana roxanne roxy ruby ruth sabina sabine ' +
  'sabrina sadie saffron sally salma salome samantha samia samira sanaa sandra sandrine sanna ' +
  'saoirse sara sarah sarai saskia savannah scarlett selena selina selma serena shakira shana shania ' +
  'shanice shannon sharon sharron shauna shawna sheila shelagh shelley shelly sherri sherry sheryl ' +
  'shirin shirley shona sian sibyl sienna sigrid silvia simona simone sinead siobhan sofia solange ' +
  'soledad sonia sonja sonya sophia sophie soraya stacey stacie stacy stefania stefanie stella ' +
  'stephanie sue summer sunita susan susana susanna susanne susie suzanne suzette suzie svetlana ' +
  'sybil sylvia sylvie tabitha talia tallulah tamara tammy tania tansy tanya tara tasha tatiana ' +
  'tatyana teresa tess tessa thalia thea thelma theodora theresa therese thomasina tia tiffany tilda ' +
  'tilly timothea tina toni tori tracey tracy tricia trina trinity trisha trixie trudy twyla ulrike ' +
  'uma una ursula valentina valeria valerie vanda vanessa vera verity veronica vicki vickie vicky ' +
  'victoria vida vilma viola violet virginia virginie vivian vivien vivienne wallis wanda wendy ' +
  'whitney wilhelmina wilma winifred winnie xanthe xenia yael yara yasmin yasmine yelena yoko ' +
  'yolanda yolande ysabel yuki yuliya yusra yvette yvonne zadie zahra zainab zara zelda zena zinnia ' +
  'zita zoe zuzana';

export type Gender = 'm' | 'f';

const givenNames: ReadonlyMap<string, Gender> = new Map([
  ...men.split(' ').map((name): [string, Gender] => [name, 'm']),
  ...women.split(' ').map((name): [string, Gender] => [name, 'f']),
]);

/** What a title says of the person's gender, if anything. */
export function genderOfTitle(title: string): Gender | undefined {
  if (masculine.test(title)) return 'm';
  return feminine.test(title) ? 'f' : undefined;
}

/** The gender a given name usually goes with; absent for names of both or not on the list. */
export function genderOfGivenName(name: string): Gender | undefined {
  return givenNames.get(name.toLowerCase());
}

/** Given names of women and men alike: they tell of a person, though not which. */
const eitherName =
  /^(?:Alexis|Ariel|Ashley|Ashton|Aubrey|Avery|Bailey|Billie|Blair|Bobbie|Brook|Cary|Casey|Charlie|Dakota|Dana|Darcy|Devon|Dorian|Drew|Eden|Emerson|Frankie|Hayden|Hollis|Indiana|Jaden|Jamie|Jan|Jayden|Jess|Jo|Jody|Johnnie|Jordan|Jules|Justice|Kai|Kelly|Kendall|Kim|Kyle|Lee|Leigh|Leslie|Lindsey|Logan|Lou|Marley|Max|Mel|Morgan|Nat|Nicky|Ollie|Parker|Pat|Peyton|Quinn|Reese|Remy|Riley|River|Robin|Rory|Rowan|Ryan|Sam|Sandy|Sasha|Shane|Shannon|Shelby|Sidney|Sky|Skyler|Stevie|Sydney|Tatum|Taylor|Terry|Tracy|Tyler|Val|Yael|Yuri|Zion)$/;

/** Whether the word is a given name, of whatever gender. */
export function isGivenName(name: string): boolean {
  return genderOfGivenName(name) !== undefined || eitherName.test(name);
}
