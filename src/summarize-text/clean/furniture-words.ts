const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Words with which a text speaks to its reader. */
export const readerWords = words("you your yours you're you've you'll you'd yourself");

/** Words with which a publisher speaks of itself. */
export const publisherWords = words("we our us ours we're we've we'll we'd");

/** Verbs that ask the reader for something when a sentence begins with them. */
export const askingVerbs = words(
  'accept activate add allow ask become browse buy cancel catch check chip choose click contribute create discover don’t donate download enable enjoy enter explore follow get give go have hear help join keep learn leave let listen login make manage meet never pick please put reach read receive refresh remember renew reply republish save scan scroll see send sign skip stay submit subscribe swipe take tap tell thank thanks try tune turn tweet type unlock unsubscribe upgrade want watch write',
);

/** These are nouns as often: they ask only before the words below. */
export const askingNouns = words(
  'access back book call change comment contact email find fund like log message order pay phone play post print rate register report ring search share shop show stand start support tag text update use view visit vote',
);
export const askedThings = words(
  'our us your this these the a an it them now here more all up in out to with at',
);

/** What papers call what they make, which news speaks of seldom. */
const pressWords =
  'article articles story stories reporting link links comment content editor paper print photos pictures video videos exclusive reader briefing membership newspaper episode episodes edition editions piece transcript feedback puzzle puzzles voucher vouchers archive editorial webpage playlist';

/** Words of sites, of the press itself, and of giving and selling, by how seldom news uses them. */
const weights: readonly (readonly [number, string])[] = [
  [
    2,
    'newsletter newsletters unsubscribe javascript cookie cookies paywall paywalls inbox slideshow permalink newsroom newsrooms advertisement advertorial sponsored whatsapp linkedin pinterest flipboard reddit clipboard crossword permission reproduced redistributed moderated webinar sudoku autoplay opt-out ad-free epaper e-paper sitemap footer captcha widget',
  ],
  [
    1.2,
    'subscribe subscriber subscribers subscription subscriptions email emails e-mail download browser app apps podcast journalism journalists reporters correspondents editors readers donation donate donations contribution privacy policy terms advert adverts ads advertising sponsor sponsors partners notifications alerts bulletin login account register registered signup log newsdesk desk comments commenting website site sites page pages click tap scroll instagram facebook twitter youtube tiktok bluesky telegram quiz poll forum personalised personalized copyright reserved amended typo gallery membership supporter unlimited commission helpline hotline podcasts republish republished reprinted syndicated advertiser advertisers homepage embedded preferences qr',
  ],
  [0.6, pressWords],
  [
    0.6,
    'free gift gifts give offers weekly daily send message messages address conditions papers news media coverage updates latest sign support pay price cost coffee pound pounds month monthly box advice discussion conversation below published trending related recommended popular shop settings device member members team delivered independent confidential community trusted consent',
  ],
];

/** The words with which sites speak: to whom or as whom, or by how seldom news uses them. */
export const spokenWords: ReadonlyMap<string, number | 'reader' | 'publisher' | 'please'> = new Map<
  string,
  number | 'reader' | 'publisher' | 'please'
>([
  ...weights.flatMap(([weight, list]) => list.split(' ').map((word) => [word, weight] as const)),
  ...[...readerWords].map((word) => [word, 'reader'] as const),
  ...[...publisherWords].map((word) => [word, 'publisher'] as const),
  ['please', 'please'],
]);

/** Of these, the ones that news has so seldom that one of them tells something. */
export const ownWords: ReadonlySet<string> = new Set(
  weights.flatMap(([weight, list]) => (weight > 1 || list === pressWords ? list.split(' ') : [])),
);

/** Words that say nothing of what a text is about. */
export const emptyWords = words(
  'about above across after again against all almost along already also although always among and another any anything around because been before being below best better between both but can come comes coming could did does doing done down during each either else even ever every everyone everything few first for found from full further gets getting give given gives goes going gone good got great had half has have having here high him his how however into its just keep kept know known large last later latest least left less let like likely little live long look looking made make makes making many may means might more most much must near need needs never new next none nor not nothing now number off often once one only open other others our out over own part people perhaps place put rather ready real really right said same say says see seen set several shall she should show side since small some someone something soon still such take taken takes taking than that the their them then there these they thing things think this those though three through time times today together told too took two under until upon used using very want wants was way week well went were what when where whether which while who whole whose why will with within without work worked working would year years yes yet you your',
);
