/** Numbers from 0 up to 1, the same for the same seed. */
type Random = () => number;

/** What a desk makes of an agency's text; `another` is a text to put beside it. */
export interface DeskEdit {
  readonly kind: string;
  edit(text: string, random: Random, another: string): string;
}

export const countWords = (text: string): number => text.split(/\s+/).filter(Boolean).length;

/** Paragraphs; of a text that has few, sentences. */
function piecesOf(text: string): readonly string[] {
  const paragraphs = text.split(/\n{2,}/);
  return paragraphs.length > 3 ? paragraphs : text.split(/(?<=[.!?]["”’]?)\s+/);
}

const oneOf = (list: readonly string[], random: Random): string =>
  list[Math.floor(random() * list.length)] ?? '';

const join = (pieces: readonly string[]): string => pieces.join('\n\n');

/** The first pieces that hold at least this share of the words. */
function cutTo(text: string, share: number): string {
  const most = share * countWords(text);
  let words = 0;
  return join(
    piecesOf(text).filter((piece) => {
      const isIn = words < most;
      words += countWords(piece);
      return isIn;
    }),
  );
}

/** The last pieces that hold at most so many words. */
export function lastWords(text: string, most: number): string {
  let words = 0;
  return join(
    piecesOf(text)
      .toReversed()
      .filter((piece) => {
        words += countWords(piece);
        return words <= most;
      })
      .toReversed(),
  );
}

function dropped(text: string, random: Random): string {
  const pieces = piecesOf(text);
  const gone = 1 + Math.floor(random() * (pieces.length - 1));
  return join(pieces.filter((_, index) => index === 0 || (index !== gone && random() > 0.3)));
}

function reordered(text: string, random: Random): string {
  const [first = '', ...rest] = piecesOf(text);
  const shuffled = rest.map((piece) => ({ piece, at: random() })).sort((one, other) => one.at - other.at);
  return join([first, ...shuffled.map(({ piece }) => piece)]);
}

const houseWords: ReadonlyMap<string, string> = new Map([
  ['said', 'told reporters'],
  ['about', 'around'],
  ['after', 'following'],
  ['began', 'started'],
  ['people', 'residents'],
  ['children', 'youngsters'],
  ['police', 'officers'],
  ['killed', 'dead'],
  ['died', 'lost their lives'],
  ['injured', 'hurt'],
  ['before', 'ahead of'],
  ['near', 'close to'],
  ['since', 'from'],
  ['while', 'as'],
  ['would', 'will'],
  ['nearly', 'almost'],
  ['company', 'firm'],
  ['called', 'described as'],
  ['because', 'since'],
  ['last', 'past'],
  ['also', ''],
  ['that', ''],
  ['later', 'afterwards'],
  ['home', 'house'],
  ['asked', 'questioned'],
  ['found', 'discovered'],
  ['was', 'had been'],
]);
const fillers = ['indeed', 'there', 'reportedly', 'still', 'however', 'meanwhile', 'yesterday', 'locally'];

/** One word in so many is another one, or gone; most of them those that the house says otherwise. */
function withHouseWords(text: string, random: Random, every: number): string {
  return text.replace(/\b[a-z]{3,}\b/g, (word) => {
    const isKnown = houseWords.has(word);
    if (random() > (isKnown ? 3 : 0.6) / every) return word;
    return houseWords.get(word) ?? oneOf(fillers, random);
  });
}

const numbers = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** Typewriter's marks, American spelling, figures for numbers, no titles. */
const withOtherMarks = (text: string): string =>
  text
    .replace(/[“”]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/\s[–—]\s/g, ', ')
    .replace(/\bper cent\b/g, 'percent')
    .replace(/\b(apolog|author|critic|emphas|organ|real|recogn)is(?=e|i|a)/g, '$1iz')
    .replace(/\b(col|lab|harb|neighb|fav|hon)our/g, '$1or')
    .replace(/\b(cent|met|theat)re(s?)\b/g, '$1er$2')
    .replace(/\bprogramme/g, 'program')
    .replace(/\bdefence\b/g, 'defense')
    .replace(/(\w)lled\b/g, '$1led')
    .replace(/\b(?:Mr|Mrs|Ms|Dr) /g, '')
    .replace(/(\d),(\d{3})\b/g, '$1$2')
    .replace(/\b(\d{1,2})(?= [a-z])/g, (digits) => numbers[Number(digits)] ?? digits)
    .replace(/\b(?:seven|eight|nine|ten|eleven|twelve)\b/g, (word) => String(numbers.indexOf(word)));

const notes = [
  'Have you seen something that the newspaper should know about? Write to the desk, come in on a weekday, or ring the number on the back page, and we will call you back.',
  'This article was first sent out by an agency and has been shortened. Sign up for our morning letter to have the five things worth knowing before breakfast.',
  'Our reporting is paid for by readers. If you can, take out a subscription: it costs less than a cup of tea a week, and you can end it whenever you like.',
];
const locals = [
  'The news was followed closely here, where several families have relatives in the area and the town hall lowered its flag for the afternoon.',
  'In our own county the council said it would look at what had happened before its next meeting, which is open to everyone.',
  'A shop owner in our high street, who used to live there, said she had been on the telephone all night with her sister.',
];

function withOwnWords(text: string, random: Random): string {
  const [first = '', ...rest] = piecesOf(text);
  return join([first, oneOf(locals, random), ...rest, oneOf(notes, random)]);
}

export const deskEdits: readonly DeskEdit[] = [
  { kind: 'cut to the first half', edit: (text) => cutTo(text, 0.5) },
  { kind: 'cut to the first third', edit: (text) => cutTo(text, 0.33) },
  { kind: 'paragraphs dropped', edit: dropped },
  { kind: 'paragraphs in another order', edit: reordered },
  { kind: 'one word in ten of the house', edit: (text, random) => withHouseWords(text, random, 10) },
  { kind: 'other marks and spellings', edit: withOtherMarks },
  { kind: 'a local paragraph and a note of the house', edit: withOwnWords },
  {
    kind: 'merged with another text',
    edit: (text, _, another) => join([cutTo(text, 0.7), cutTo(another, 0.7)]),
  },
  {
    kind: 'cut, words and marks of the house, its note',
    edit: (text, random) =>
      withOwnWords(withOtherMarks(withHouseWords(cutTo(text, 0.6), random, 16)), random),
  },
];

/** The end of a page that a newspaper puts under everything. */
export const note = (random: Random): string => oneOf(notes, random);
