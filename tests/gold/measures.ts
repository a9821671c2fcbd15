import { clean } from '../../src/summarize-text/clean/clean.ts';
import { paragraphEdits } from '../../src/summarize-text/clean/paragraphs.ts';
import { repair } from '../../src/summarize-text/repair/repair.ts';
import { summarise } from '../../src/summarize-text/summary/summarise.ts';
import { answerMeasures } from './answer-measures.ts';
import { damages } from './damages.ts';
import { figureMeasures } from './figure-measures.ts';
import { quotationMeasures } from './quotation-measures.ts';
import { type GoldSample, goldSamples } from './samples.ts';

/** How well the text engine does on the gold, each measure from 0 to 1. */
export type Measures = Readonly<Record<string, number>>;

/** Letters and digits only: damaged marks make no difference. */
const fold = (text: string) =>
  text
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();

export function measureGold(): Measures {
  return {
    'bodies cleaned to the letter': share(
      goldSamples,
      ({ raw, body }) => clean(raw).text === body.join('\n\n'),
    ),
    'lines of bodies kept': share(goldSamples.flatMap(bodyLines), ({ line, text }) => text.includes(line)),
    'furniture taken out': share(
      goldSamples.flatMap(furnitureLines),
      ({ line, text }) => !text.includes(line),
    ),
    'sentences an editor would take': editorial(3),
    'leads an editor would take': editorial(1),
    ...Object.fromEntries(
      Object.entries(damages).map(([name, damage]) => [`lines restored: ${name}`, restored(damage)]),
    ),
    'glued paragraphs parted': parted(),
    ...quotationMeasures(),
    ...figureMeasures(),
    ...answerMeasures(),
  };
}

function share<T>(items: readonly T[], holds: (item: T) => boolean): number {
  return items.filter(holds).length / Math.max(1, items.length);
}

const cleaned = ({ raw }: GoldSample): string => ` ${fold(clean(raw).text)} `;

function bodyLines(sample: GoldSample) {
  const text = cleaned(sample);
  return sample.body.map((line) => ({ line: fold(line), text }));
}

/** Words of the furniture that the body has too say nothing. */
function furnitureLines(sample: GoldSample) {
  const text = cleaned(sample);
  const body = ` ${fold(sample.body.join(' '))} `;
  return sample.furniture
    .map((line) => ({ line: ` ${fold(line)} `, text }))
    .filter(({ line }) => line.trim() !== '' && !body.includes(line));
}

/** Of the editor's first `count` places, the share that our summary of so many sentences fills. */
function editorial(count: number): number {
  const places = goldSamples.flatMap(({ body, title, summary }) => {
    const found = new Set(summarise(body.join('\n\n'), { title, sentences: count }).map(({ text }) => text));
    return summary
      .slice(0, count)
      .map((alternatives) => alternatives.some((sentence) => found.has(sentence)));
  });
  return share(places, (filled) => filled);
}

/** Of the lines of bodies that the damage changes, those that are mended to the letter. */
function restored(damage: (text: string) => string): number {
  const lines = goldSamples.flatMap(({ title, body }) => {
    const whole = [title, ...body].join('\n');
    const [had, got] = [damage(whole).split('\n'), repair(damage(whole)).text.split('\n')];
    return whole.split('\n').map((want, at) => ({ want, had: had[at], got: got[at] }));
  });
  return share(
    lines.filter(({ want, had }) => want !== had),
    ({ want, got }) => want === got,
  );
}

/** F1 of the breaks put back where every second one was lost. */
function parted(): number {
  let [right, both] = [0, 0];
  for (const { body } of goldSamples) {
    const lost = new Set<number>();
    let text = '';
    body.forEach((line, index) => {
      if (index % 2 === 1) lost.add(text.length);
      text += index % 2 === 1 || index === 0 ? line : `\n\n${line}`;
    });
    const found = paragraphEdits(text).map(({ start }) => start);
    right += found.filter((at) => lost.has(at)).length;
    both += found.length + lost.size;
  }
  return (2 * right) / both;
}
