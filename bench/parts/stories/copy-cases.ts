import { createRandom } from '../numbers.ts';
import { bulletinPairs } from './bulletins.ts';
import { countWords, deskEdits, lastWords, note } from './desk-edits.ts';
import { type GoldArticle, lookAlikes } from './story-gold.ts';

/** A text as it is published. */
export interface Printed {
  readonly title: string;
  readonly text: string;
}

/** Two texts, the second published after the first: `copy` where it is the first one's words, or `other`. */
export interface CopyCase {
  readonly kind: string;
  readonly is: 'copy' | 'other';
  readonly first: Printed;
  readonly second: Printed;
}

const fewestWords = 60;
/** A bulletin's words are few, so are its kinds: this many pairs of them and of others. */
const bulletinCount = 120;

const isLong = ({ text }: Printed): boolean => countWords(text) >= fewestWords;

/** What another newspaper sets over a text: its last words but few. */
const anotherTitle = ({ text }: Printed): string =>
  (text.split(/(?<=[.!?]["”’]?)\s+/).at(-1) ?? '').split(' ').slice(0, 7).join(' ');

function copies(texts: readonly Printed[], random: () => number): readonly CopyCase[] {
  return deskEdits.flatMap(({ kind, edit }) =>
    texts.map((first, index): CopyCase => {
      const another = texts[(index + 7) % texts.length]?.text ?? '';
      const second = { title: anotherTitle(first), text: edit(first.text, random, another) };
      return { kind, is: 'copy', first, second };
    }),
  );
}

/** Follow-ups that tell again, in the first article's words, up to a third of what it said; more than half is new. */
const followUps = (pairs: readonly (readonly [GoldArticle, GoldArticle])[]): readonly CopyCase[] =>
  pairs.flatMap(([first, { title, text }]): CopyCase[] => {
    const most = Math.min(countWords(first.text) / 3, 0.8 * countWords(text));
    const background = lastWords(first.text, most);
    return background === ''
      ? []
      : [
          {
            kind: 'a follow-up that tells a third again',
            is: 'other',
            first,
            second: { title, text: `${text}\n\n${background}` },
          },
        ];
  });

function sameNotes(texts: readonly Printed[], random: () => number): readonly CopyCase[] {
  return texts.map((first, index) => {
    const [same, second] = [note(random), texts[(index + 3) % texts.length] ?? first];
    const withNote = ({ title, text }: Printed): Printed => ({ title, text: `${text}\n\n${same}` });
    return {
      kind: 'the same note of the house under both',
      is: 'other',
      first: withNote(first),
      second: withNote(second),
    };
  });
}

const bulletins = (seed: number): readonly CopyCase[] =>
  bulletinPairs(bulletinCount, seed).map(([one, other]) => {
    const titled = (text: string): Printed => ({ title: text.split(' ').slice(0, 9).join(' '), text });
    return {
      kind: 'bulletins in the same words, other numbers',
      is: 'other',
      first: titled(one),
      second: titled(other),
    };
  });

const pairsOf = (
  gold: readonly GoldArticle[],
  areWanted: (one: GoldArticle, other: GoldArticle) => boolean,
): readonly (readonly [GoldArticle, GoldArticle])[] =>
  gold.flatMap((one, index) =>
    gold.slice(index + 1).flatMap((other) => (areWanted(one, other) ? [[one, other] as const] : [])),
  );

/** Near-copies made of our own texts, and what is easily taken for one; the same for the same seed. */
export function copyCases(
  gold: readonly GoldArticle[],
  samples: readonly Printed[],
  seed: number,
): readonly CopyCase[] {
  const random = createRandom(seed);
  const originals = gold.filter(({ copyOf }) => copyOf === undefined);
  const texts = [...samples, ...originals].filter(isLong);
  const twins = new Set(lookAlikes.map((pair) => pair.join()));
  const areTwins = (one: GoldArticle, other: GoldArticle) =>
    twins.has([one.event, other.event].toSorted().join());
  const ofOneEvent = pairsOf(originals, (one, other) => one.event === other.event);
  const asOther =
    (kind: string) =>
    (pair: readonly [GoldArticle, GoldArticle]): CopyCase => ({
      kind,
      is: 'other',
      first: pair[0],
      second: pair[1],
    });
  return [
    ...copies(texts, random),
    ...pairsOf(originals, areTwins).map(asOther('an event that looks alike')),
    ...ofOneEvent.map(asOther('the same event in other words')),
    ...followUps(ofOneEvent),
    ...sameNotes(texts, random),
    ...bulletins(seed),
  ];
}
