export type Place = 'head' | 'glued' | 'middle' | 'end';

/** Words of a site around an article, as scrapers leave them: one or more lines. */
export interface FurnitureBlock {
  readonly kind: string;
  /** Where sites put such a block; "glued" stands before the lead without a blank. */
  readonly places: readonly Place[];
  readonly text: string;
}

const block = (kind: string, places: string, text: string): FurnitureBlock => ({
  kind,
  places: places.split(' ').filter(isPlace),
  text,
});

function isPlace(word: string): word is Place {
  return word === 'head' || word === 'glued' || word === 'middle' || word === 'end';
}

/** Even numbers are for tuning, odd ones for reporting. */
export const furnitureBank: readonly FurnitureBlock[] = [
  block(
    'appeal',
    'head glued',
    'Why we are asking\nNobody tells our editors what to print. No proprietor rings the news desk at midnight, and no minister ever will.\nThat freedom is paid for by people who read us over breakfast. If you have a pound to spare, it will be spent on shoe leather.\nWe are grateful for every one of them.',
  ),
  block(
    'appeal',
    'head glued',
    'You are holding up this roof\nA town without a paper is a town where nobody watches the till. The Lantern has watched it since 1871, through two floods and a fire.\nThis winter the printing bill has doubled. A gift from you, large or small, keeps the presses turning and the reporters fed.\nWith you beside us we can go on asking.',
  ),
  block(
    'appeal',
    'head glued middle end',
    'Good reporting costs money, and we would rather ask our readers than an oligarch. Could you chip in the price of a coffee?',
  ),
  block(
    'appeal',
    'head glued middle end',
    'We are a small team and we answer to nobody but the people who read us. If our work matters to you, please consider standing with us today.',
  ),
  block(
    'appeal',
    'glued head',
    'Since you are here, we have something to ask of you. More people than ever come to these pages, and far fewer of them pay for what they find. Your help, however modest, means that we can leave the door unlocked for everybody else.',
  ),
  block(
    'appeal',
    'glued head',
    "From city hall to the harbour wall, our correspondents go where the story is. They do not do it for the glamour. They do it because you told us it matters.\nKeep them on the road for as little as the cost of a bus fare.",
  ),
  block(
    'appeal',
    'end middle',
    'Did this story help you understand what is going on? Then help us tell the next one, from £3 a month.',
  ),
  block('appeal', 'end', 'Back fearless reporting. Every pound you give goes to the newsroom, and none of it to shareholders.'),
  block('newsletter', 'head middle end', 'Our morning bulletin lands at seven, free of charge. Put your address in the box and we will do the rest.'),
  block('newsletter', 'head middle end', 'The best of the week, chosen by our editors and delivered to you every Saturday'),
  block('newsletter', 'middle end', 'Enjoying this? Sign up for The Long Lunch, our letter about food and the people who grow it'),
  block('newsletter', 'head middle end', 'Stay ahead of the day: five stories, five minutes, one email. Unsubscribe whenever you like.'),
  block('newsletter', 'middle end', 'Thank you for signing up! Check your inbox for a message from us to confirm your address.'),
  block(
    'newsletter',
    'middle head',
    'Please enter a valid email address\nSomething went wrong. Please try again later.\nI agree to receive messages about products and offers from partners of the group.',
  ),
  block(
    'cookies',
    'head',
    'This site stores small files on your device to remember your settings and count visits. You may refuse them at any time. OK Refuse Settings',
  ),
  block(
    'cookies',
    'head',
    'We and our 214 partners process data such as IP addresses to show you personalised content. Change your mind at any time under Privacy.',
  ),
  block('cookies', 'head', 'Your privacy matters to us. Accept everything or choose what you share.'),
  block('cookies', 'head end', 'By continuing to browse you agree to the use of cookies, as set out in our policy.'),
  block('share', 'glued head', 'ShareTweetPinPostEmail'),
  block('share', 'glued head', 'Share this story on Facebook Share this story on X Send this story by email Copy the address'),
  block('share', 'head end', 'Facebook Twitter Flipboard LinkedIn Reddit Print'),
  block('share', 'glued head', 'FacebookXBlueskyWhatsAppTelegramCopy link'),
  block('share', 'head', '214 shares 38 comments'),
  block('share', 'head end', 'Save Share Print Listen Resize'),
  block('related', 'middle end', 'Read also: Ten gardens that bloom in February'),
  block('related', 'middle', 'More on this story Why the ferries stopped running'),
  block('related', 'middle end', 'See also | The actor who would not learn his lines'),
  block('related', 'middle end', 'Don’t miss: the quiet village with three cathedrals'),
  block(
    'related',
    'end',
    'You might also like\nThe bakers who rise at two\nA whale comes home to the estuary\nHow to sleep on a train',
  ),
  block(
    'related',
    'end',
    'Trending now\n1. Singer cancels tour after fall\n2. What the new bin rules mean for renters\n3. Quiz: how well do you know your cheeses?',
  ),
  block('related', 'middle', 'Explained: how the voting system works, in four charts'),
  block('related', 'middle', 'Opinion: Our bridges deserve better than paint'),
  block('advertisement', 'middle', 'Advertisement'),
  block('advertisement', 'middle', 'This article continues after the break. Ads help keep it free.'),
  block('advertisement', 'middle', 'Advertising. Scroll on for the rest of the story'),
  block('advertisement', 'middle', 'Content from our sponsor begins below'),
  block('caption', 'middle head', 'The harbour at dusk, seen from the old customs house. Credit: Neve Larkin/Coastal Images'),
  block('caption', 'middle head', 'Firefighters at the scene on Tuesday (Picture: Dorrit Lane)'),
  block('caption', 'middle head', 'Image source, Quayside Agency'),
  block('caption', 'head', 'Image caption Crowds gathered outside the town hall before the vote'),
  block('caption', 'middle', 'A volunteer sorts tins in the church hall. © Halden Press'),
  block('caption', 'middle', 'Video: Drone footage shows the extent of the damage'),
  block('byline', 'head', 'By Osian Tregarth and Lena Moorcroft'),
  block('byline', 'head', 'Marta Quill | Transport reporter'),
  block('byline', 'head', 'Written by Ferris Oakham, Senior Editor. Updated 2 hours ago'),
  block('byline', 'end', 'Additional reporting by Sabine Orwell'),
  block('byline', 'end', 'Follow @ferrisoakham for more from our senior editor'),
  block('byline', 'end', 'Tomas Greel is a freelance writer who lives on a narrowboat. His first novel is out in May.'),
  block('dateline', 'head', 'Tuesday 3 November 2026 18:45 GMT'),
  block('dateline', 'head', 'Published: 06:00, 4 November 2026 | Updated: 09:12, 4 November 2026'),
  block('dateline', 'head', 'First published on Wed 4 Nov 2026 07.00 CET'),
  block('dateline', 'head', 'Last modified: Nov. 4, 2026, 9:15 a.m.'),
  block('slug', 'head', 'BREAKING NEWS: more follows'),
  block('slug', 'head', 'URGENT-FERRIES/STRIKE (ADDS QUOTES, BACKGROUND)'),
  block('slug', 'end', '(Reporting by Ilse Brandt; Additional reporting by Omar Vance; Editing by Ruth Sella)'),
  block('slug', 'end', '(c) 2026 Harbourside News. Distributed by Coastal Wire.'),
  block('copyright', 'end', '© 2026 The Evening Lantern. Registered office: 4 Quay Street.'),
  block('copyright', 'end', 'Copyright © Inkwell Media plc. This material may not be published, broadcast, rewritten or redistributed.'),
  block('copyright', 'end', 'All content belongs to the Inkwell Group and may not be used without its consent.'),
  block('copyright', 'end', 'Terms of service Privacy notice Accessibility Contact Careers'),
  block('comments', 'end', 'Join the discussion: 43 people have had their say. Be polite, stay on the subject.'),
  block('comments', 'end', 'Comments on this piece are moderated before they appear.'),
  block('comments', 'end', 'Got a story? Ring the news desk on 01632 960118 or write to tips@lantern.example'),
  block('comments', 'end', 'Have your say in the comments below'),
  block('comments', 'end', 'What would you do about the ferries? Tell us on 01632 960441, and we may print your answer.'),
  block('comments', 'end', 'Log in or register to post your comment. Your email will not be shown.'),
  block('signup', 'middle end', 'Create a free account to keep reading, save stories and follow writers'),
  block('signup', 'head middle', 'You have 2 free articles left this month. Subscribe now for unlimited access.'),
  block('signup', 'middle', 'This story is for members. Already one of them? Sign in'),
  block('signup', 'end', 'Become a supporter today and get our crossword app thrown in'),
  block('app', 'end middle', 'Get the app: alerts the moment a train is late'),
  block('app', 'end', 'Available now on the App Store and Google Play'),
  block('audio', 'head', 'Listen 6 min'),
  block('audio', 'head', 'Your browser does not support the audio element.'),
  block('video', 'head middle', 'To play this video you need to enable JavaScript in your browser.'),
  block('video', 'middle', 'Watch: the moment the tower came down'),
  block('contact', 'end', 'If you have been affected by any of the issues in this story, help is available on 0800 960 960.'),
  block('contact', 'end', 'Tickets are on sale now at the box office or from quaytheatre.example'),
  block('correction', 'end', 'This article was amended on 5 November to correct the spelling of a name.'),
  block('correction', 'end', 'Spotted a mistake? Let us know and we will put it right.'),
  block('topics', 'end', 'Topics: Ferries, Strikes, Transport, Islands'),
  block('topics', 'end', 'Filed under Local news Harbour Weather'),
  block('social', 'end', 'Find us on Instagram, where we post the pictures that did not fit'),
  block('social', 'end', 'Like our page on Facebook for stories from your street'),
  block('shop', 'end middle', 'We may earn a commission when you buy through links on our site. It never changes what we recommend.'),
  block('shop', 'end', 'Buy this photograph as a print from our shop'),
  block('live', 'head', 'LIVE Refresh for the latest'),
  block('live', 'head', 'Key events Show key events only Please turn on JavaScript to use this feature'),
];
