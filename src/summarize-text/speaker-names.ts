/** Words before a name that tell who someone is but are no part of it. */
export const titleWord =
  /^(?:Mr|Mrs|Ms|Miss|Dr|Del|Amb|Pres|Ald|Brig|Cpl|Pvt|Fr|Delegate|Assemblyman|Assemblywoman|Alderman|Councilman|Councilwoman|Lawmaker|Candidate|Nominee|Spokesperson|Doctor|Prof|Professor|President|Vice|Senator|Sens?|Reps?|Representative|Gov|Governor|Congressman|Congresswoman|Secretary|General|Gen|Lt|Lieutenant|Col|Colonel|Maj|Major|Capt|Captain|Sgt|Sergeant|Justice|Judge|Chair|Chairman|Chairwoman|Mayor|Speaker|King|Queen|Prince|Princess|Rev|Reverend|Pope|Coach|Prime|Minister|Foreign|Home|Chancellor|Attorney|Director|Ambassador|Former|Spokesman|Spokeswoman|Spokesperson|CEO|Chief|Deputy|Councillor|Cllr|Inspector|Insp|Det|Detective|Superintendent|Supt|Constable|Commissioner|Admiral|Adm|Cmdr|Commander|Premier|Officer|Sheriff|Father|Sister|Brother|Bishop|Archbishop|Cardinal|Rabbi|Imam|Republican|Democrat|Democratic|Conservative|Labour|GOP|Hon|St|President-elect|Co-founder|Executive|Managing|Education|Health|Defence|Defense|Finance|Interior|Treasury|Business|Environment|Transport|State|Council|Acting|Assistant|Associate|Senior|Shadow|Leader|MP|Manager|Editor|Analyst|Economist|Founder|Lawyer)\.?$/;
/** Honours that English newspapers keep before the full name. */
export const honour = /^(?:Sir|Dame|Lord|Lady|Baroness|Baron)$/;
const masculine = /^(?:Mr|Sir|Lord|Baron|King|Prince|Congressman|Chairman|Spokesman|Father|Brother|Pope)\.?$/;
const feminine =
  /^(?:Mrs|Ms|Miss|Dame|Lady|Baroness|Queen|Princess|Congresswoman|Chairwoman|Spokeswoman|Sister)\.?$/;
/** Words that mark a capitalised run as an organisation, a place or a thing rather than a person. */
export const organisationWord =
  /^(?:University|Party|House|Department|Committee|Commission|Court|Senate|Congress|Times|Post|News|Street|States?|Kingdom|Union|Nations|Council|Ministry|Office|Agency|Institute|Center|Centre|Association|Group|Company|Corp|Inc|Ltd|Bank|Journal|Tribune|Herald|Service|Bureau|Force|Army|Navy|Police|League|Club|Church|School|College|Foundation|Campaign|Administration|Government|Daily|Magazine|Network|Press|Today|Show|Tower|Hotel|Hall|Avenue|City|County|Island|Islands|River|Park|Airport|Democrats?|Republicans?|Americans?|Supreme|National|International|Federal|White|Wall|Twitter|Facebook|TV|CNN|NBC|CBS|ABC|BBC|Fox|FBI|CIA|GOP|DNC|RNC|NATO|Nato|EU|UN|UK|US|U\.S\.|U\.K\.|Act|War|Day|Games?|Cup|Conference|Convention|Report|Project|Fund|Air|East|West|North|South|New|San|Los|Las|Trust|Society|Board|Authority|Parliament|Hospital|Museum|Library|Securities|Ventures|Capital|Partners|Holdings|Foods|Rovers|United|Research|Studies|Security|Affairs|Airlines|Motors|Media|Technologies|Systems|Energy|Water|Health|Review|Guardian|Week|Labour|Labor|Tea|African|European|British|Chinese|Russian|Islamic|Catholic|Christian|Muslim|Jewish|Human|Rights|World|General|Social|Great|Black|Lives|Super|Bowl|Room|Brexit|Christmas|Easter|Academy|Watch|Street)$/;
const dayWord =
  /^(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.|Today|Yesterday|Tonight)$/;

/** Whether the word is a day or month: "May" and "April" are that only beside a number or "in" and "last". */
export function isDay(word: string, before: string | undefined, after: string | undefined): boolean {
  if (!dayWord.test(word)) return false;
  if (!/^(?:March|April|May|June|July|August)$/.test(word)) return true;
  return (
    /^\d/.test(after ?? '') ||
    /^(?:in|on|since|of|last|next|until|by|early|late|every|this|\d+)$/i.test(before ?? '')
  );
}

/** Words that take a capital only because a sentence begins there. */
export const openingWord =
  /^(?:But|And|Yet|So|Or|The|A|An|In|On|At|As|When|For|After|If|While|Even|By|Later|Then|Meanwhile|Since|Although|Though|Like|With|To|From|Earlier|Instead|His|Her|Their|Its|My|Our|Your|One|Two|Three|Only|Most|Some|Many|Said|Asked|Added|He|She|They|It|I|We|You|This|That|These|Those|There|Here|Now|What|Who|Why|How|Where|Which|No|Not|Yes|All|Any|Because|According|More|Both|Still|Also|Last|Next|Other|Another|Such|Each|Every|Over|Under|Among|During|However|Before|Once|Despite|Following|Speaking|Just|Let|Do|Is|Are|Was|Were|Can|Will|Well|Nor|Of|Until|Unless|Whether|Citing|Writing|Per|Than|Nearly|About|Today|Well|Oh|Please|Our|Read|Related|Sign|Perhaps|Maybe|Indeed|Nobody|Nothing|Everyone|People|Soon|Again|Inside|Outside|Through|Throughout|Within|Without|Against|Between|Around|Across|Those|Never|Former)$/;

const men =
  'aaron abdul adam adrian ahmed aidan al alan albert alec alex alexander alfred ali allan allen alistair andre andrew andy angus anil ' +
  'anthony antonio archie arnold arthur ashley barack barry ben benjamin bernard bernie bill billy bob bobby boris ' +
  'brad brandon brendan brett brian bruce bryan callum calvin cameron carl carlos cecil charles charlie chris ' +
  'christian christopher chuck clarence claude clive colin colm connor corey craig dale damian damien dan daniel darren ' +
  'dave david dean declan denis dennis derek desmond dick dmitry dominic don donald doug douglas duncan dustin dwight ' +
  'earl ed eddie edgar edmund eduardo edward edwin elliot eric ernest ethan eugene evan ezra felix fernando fergus francis francisco ' +
  'frank fred frederick gareth gary gavin geoff geoffrey george gerald gerard giles glen glenn gordon graeme graham grant ' +
  'greg gregory guy hamid harold harry harvey hassan henry herbert herman howard hugh hugo ian ibrahim igor irving isaac ivan ' +
  'jack jacob jake jamal james jamie jared jason javier jay jeff jeffrey jeremy jerome jerry jesse jim jimmy joe joel ' +
  'john johnny jon jonathan jordan jorge jose joseph josh joshua juan julian justin karim karl keir keith ken kenneth ' +
  'kevin khalid kofi kurt kyle larry lars lawrence lee leo leon leonard leroy lewis liam lionel lloyd louis luca lucas luis luke ' +
  'malcolm manuel marc marco marcus mario mark markus marshall martin marvin matt matthew maurice max maxwell melvin michael ' +
  'miguel mike mitch mitt mohamed mohammed muhammad murray narendra nathan ned neil nelson nicholas nick nigel noah norman ' +
  'oliver omar oscar osama otto owen pablo patrick paul pedro pete peter phil philip phillip pierre rafael raj ralph ramon rand randy ' +
  'ray raymond reggie reginald rex ricardo richard rick ricky rob robert roberto robin rod rodney roger roland ron ronald ' +
  'rory ross roy rudy rupert rush russell ryan salman sam samir samuel scott sean sebastian sergei seth shane shaun sidney simon ' +
  'spencer stanley stefan stephen steve steven stewart stuart sunil tariq ted terence terrence terry theo theodore thomas tim ' +
  'timothy toby tobias todd tom tommy tony travis trevor tyler vernon viktor vincent vladimir wade walter warren wayne ' +
  'wesley will william willie winston xavier yusuf zach zachary kenji aldo ruud denny alban ludo rahul steny newt mitchell marlon jair emmanuel';
const women =
  'abigail ada adele agnes aisha alexandra alexis alice alicia alison allison amanda amber amelia amy ana andrea angela angelina ' +
  'anita ann anna annabel anne annette annie april ariana arlene audrey barbara beatrice becky belinda bernadette beth bethany betsy ' +
  'betty beverly bonnie brenda bridget brittany camilla candace carla carly carmen carol caroline carolyn carrie cassandra ' +
  'catherine cathy celia charlotte chelsea cheryl chloe christina christine cindy claire clara claudia colleen connie ' +
  'constance courtney crystal cynthia daisy danielle dawn deborah debbie deirdre denise diana diane dinah dolores donna dora doris ' +
  'dorothy edith edna eileen elaine eleanor elena elizabeth ella ellen emily emma erica erin esther eva eve evelyn faith ' +
  'fatima felicity fiona florence frances gabby gabrielle gail gemma georgia georgina geraldine gina gloria grace greta gretchen gwen ' +
  'hannah harriet hattie hazel heather heidi helen helena hilary hillary holly hope huma ida imogen ingrid irene iris isabel isabella ivanka ivy ' +
  'jackie jacqueline jane janet janice jean jeanne jen jenna jennifer jenny jessica jill jo joan joanna joanne jodie josephine josie ' +
  'joy joyce juanita judith judy julia julie june karen kate katherine kathleen kathryn kathy katie katrina kay kayla kellyanne ' +
  'kelly kim kimberly kirsten kristen kristin laila laura lauren laurie leah leila lena lesley leslie lily linda lindsay lisa liz ' +
  'lois loretta lori lorraine louise lucia lucy lydia lynn mabel mackenzie madeleine maggie marcia margaret maria marie marilyn ' +
  'marina marion marjorie martha mary maureen megan melania melanie melissa mercedes mia michelle mildred miriam molly monica ' +
  'muriel myra nadia nancy naomi natalie natasha nicola nicole nikki nina nora norma olga olivia pamela pat patricia patty paula ' +
  'pauline peggy penelope penny phyllis polly priscilla priti priya rachel rebecca regina renee rhonda rita roberta rosa rose ' +
  'rosemary roxanne ruby ruth sally samantha samira sandra sara sarah selena shannon sharon sheila shelly sherry shirley ' +
  'sofia sonia sophia sophie stacey stella stephanie sue susan susanna suzanne sylvia tamara tammy tanya teresa theresa tiffany ' +
  'tina tracy ursula valerie vanessa vera veronica victoria viola violet virginia vivian wanda wendy whitney winifred yolanda yvonne ' +
  'yusra zoe zainab nerys angelique loretta tulsi kamala jacinda marine oprah ilhan kirstjen';

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
