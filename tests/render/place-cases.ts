/** A page, its clean text and words in it that a link must lead to. */
export interface PlaceCase {
  readonly name: string;
  readonly html: string;
  readonly text: string;
  /** The words; where they stand more than once, the last of them are meant. */
  readonly words: string;
  /** What the fragment must be, after `#:~:text=`. */
  readonly terms: string;
  readonly title?: string;
}

const filler = '<p>The tide came in, the tide went out.</p>'.repeat(40);

/** Every case is looked at twice: the terms in `place-url.test.ts`, the page in a browser. */
export const placeCases: readonly PlaceCase[] = [
  {
    name: 'a few words',
    html: '<p>The quay reopened on Monday after long repairs.</p>',
    text: 'The quay reopened on Monday after long repairs.',
    words: 'quay reopened on Monday',
    terms: 'quay%20reopened%20on%20Monday',
  },
  {
    name: 'hyphens and commas, which part the terms of a fragment',
    html: '<p>It was a half-hearted, ill-planned start-up, she said.</p>',
    text: 'It was a half-hearted, ill-planned start-up, she said.',
    words: 'half-hearted, ill-planned start-up',
    terms: 'half%2Dhearted%2C%20ill%2Dplanned%20start%2Dup',
  },
  {
    name: 'ampersands',
    html: '<p>“Fish &amp; chips, salt &amp; vinegar,” he said.</p>',
    text: '“Fish & chips, salt & vinegar,” he said.',
    words: 'Fish & chips, salt & vinegar',
    terms: 'Fish%20%26%20chips%2C%20salt%20%26%20vinegar',
  },
  {
    name: 'percent, hash, plus and question marks',
    html: '<p>Is 4.25% = 100% of #1 + 2? Nobody can say.</p>',
    text: 'Is 4.25% = 100% of #1 + 2? Nobody can say.',
    words: '4.25% = 100% of #1 + 2?',
    terms: '4.25%25%20%3D%20100%25%20of%20%231%20%2B%202%3F',
  },
  {
    name: 'letters beyond ASCII, dashes and quotation marks inside',
    html: '<p>“Zoë Ørsted’s café – ‘très’ chic,” they said.</p>',
    text: '“Zoë Ørsted’s café – ‘très’ chic,” they said.',
    words: 'Zoë Ørsted’s café – ‘très’ chic',
    terms: 'Zo%C3%AB%20%C3%98rsted%E2%80%99s%20caf%C3%A9%20%E2%80%93%20%E2%80%98tr%C3%A8s%E2%80%99%20chic',
  },
  {
    name: 'an apostrophe that is no quotation mark',
    html: "<p>'Tis time, he said, 'to rock 'n' roll'.</p>",
    text: "'Tis time, he said, 'to rock 'n' roll'.",
    words: "to rock 'n' roll",
    terms: "to%20rock%20'n'%20roll",
  },
  {
    name: 'spaces of the page that do not break',
    html: '<p>It costs £3.5&nbsp;million and 10&nbsp;years, they say.</p>',
    text: 'It costs £3.5 million and 10 years, they say.',
    words: 'costs £3.5 million and 10 years',
    terms: 'costs%20%C2%A33.5%20million%20and%2010%20years',
  },
  {
    name: 'line breaks in the page’s source',
    html: '<p>The wall\n   has kept\n us dry for\n a century.</p>',
    text: 'The wall has kept us dry for a century.',
    words: 'wall has kept us dry',
    terms: 'wall%20has%20kept%20us%20dry',
  },
  {
    name: 'marked-up words, more than eight of them',
    html: '<p>We <b>will</b> not <a href="/x">pay for <i>it</i></a> twice in all our lives, said she.</p>',
    text: 'We will not pay for it twice in all our lives, said she.',
    words: 'We will not pay for it twice in all our lives',
    terms: 'We%20will%20not%20pay,in%20all%20our%20lives',
  },
  {
    name: 'two paragraphs',
    html: '<p>“Nobody asked the fishermen at the quay.</p><p>“They will not forget it in the end,” she said.</p>',
    text: '“Nobody asked the fishermen at the quay.\n\n“They will not forget it in the end,” she said.',
    words: 'Nobody asked the fishermen at the quay.\n\n“They will not forget it in the end',
    terms: 'Nobody%20asked%20the%20fishermen,it%20in%20the%20end',
  },
  {
    name: 'few words over two paragraphs',
    html: '<p>“That is no answer.</p><p>“Never again,” she said.</p>',
    text: '“That is no answer.\n\n“Never again,” she said.',
    words: 'That is no answer.\n\n“Never again',
    terms: 'That%20is%20no%20answer.,%E2%80%9CNever%20again',
  },
  {
    name: 'a line break in the page',
    html: '<p>Line one of verse<br>line two of verse<br>line three</p>',
    text: 'Line one of verse\nline two of verse\nline three',
    words: 'one of verse\nline two',
    terms: 'one%20of%20verse,line%20two',
  },
  {
    name: 'a list',
    html: '<ul><li>First we measure the bed</li><li>then we build on piles of oak</li></ul>',
    text: 'First we measure the bed\n\nthen we build on piles of oak',
    words: 'First we measure the bed\n\nthen we build on piles of oak',
    terms: 'First%20we%20measure%20the,on%20piles%20of%20oak',
  },
  {
    name: 'a beginning that stands further up as well',
    html: `<p>I do not think that the plan is good.</p>${filler}<p>I do not think that anyone has read it to its end.</p>`,
    text: 'I do not think that the plan is good.\n\nI do not think that anyone has read it to its end.',
    words: 'I do not think that anyone has read it to its end',
    terms: 'I%20do%20not%20think%20that%20anyone%20has%20read,it%20to%20its%20end',
  },
  {
    name: 'words that stand further up as well',
    html: `<p>She spoke of “a fine old mess”.</p>${filler}<p>He called it “a fine old mess” too.</p>`,
    text: 'She spoke of “a fine old mess”.\n\nHe called it “a fine old mess” too.',
    words: 'a fine old mess',
    terms: 'called%20it%20%E2%80%9C-,a%20fine%20old%20mess',
  },
  {
    name: 'words of the headline',
    html: `<h1>Pier ‘will not stand’</h1>${filler}<p>She said that it “will not stand” by Easter.</p>`,
    text: 'She said that it “will not stand” by Easter.',
    words: 'will not stand',
    terms: 'that%20it%20%E2%80%9C-,will%20not%20stand',
    title: 'Pier ‘will not stand’',
  },
  {
    name: 'one word that any menu may have',
    html: `<p>Chaos: all our stories</p>${filler}<p>He called it “chaos” on Monday.</p>`,
    text: 'He called it “chaos” on Monday.',
    words: 'chaos',
    terms: 'called%20it%20%E2%80%9C-,chaos',
  },
  {
    name: 'brackets, an ellipsis and what Markdown would read',
    html: '<p>“[We] can… (perhaps) do *it* ~_now_!”</p>',
    text: '“[We] can… (perhaps) do *it* ~_now_!”',
    words: '[We] can… (perhaps) do *it* ~_now_!',
    terms: '%5BWe%5D%20can%E2%80%A6%20(perhaps)%20do%20*it*%20~_now_!',
  },
  {
    name: 'pictures among the words',
    html: '<p>So proud 🎉👩‍🚒 of our crew, she wrote.</p>',
    text: 'So proud 🎉👩‍🚒 of our crew, she wrote.',
    words: 'So proud 🎉👩‍🚒 of our crew',
    terms: 'So%20proud%20%F0%9F%8E%89%F0%9F%91%A9%E2%80%8D%F0%9F%9A%92%20of%20our%20crew',
  },
];

/** Where the words of a case stand in its text. */
export function spanOf({ text, words }: PlaceCase): { readonly start: number; readonly end: number } {
  const start = text.lastIndexOf(words);
  return { start, end: start + words.length };
}
