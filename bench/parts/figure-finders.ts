import { createRequire } from 'node:module';
import { join } from 'node:path';
import { findFigures } from 'summarize-text';
import { z } from 'zod';
import { root } from './machine.ts';

/** A quantity as the finders are compared by it. */
export interface FoundFigure {
  readonly value: number;
  readonly value2?: number | undefined;
  /** "%", an ISO 4217 code, a unit's symbol, or the noun counted; "" for none. */
  readonly unit: string;
}

export interface FigureFinder {
  readonly name: string;
  find(text: string): readonly FoundFigure[];
}

export const ours: FigureFinder = {
  name: 'Standfirst',
  find: (text) => findFigures(text).map(({ value, value2, unit }) => ({ value, value2, unit })),
};

const peers = createRequire(join(root, 'bench', 'package.json'));
const engine = createRequire(join(root, 'src', 'summarize-text', 'package.json'));

/** Currency signs and unit words as peers give them; a noun that is not here stands for itself. */
const units: Readonly<Record<string, string>> = {
  '%': '%',
  '£': 'GBP',
  $: 'USD',
  '€': 'EUR',
  '¥': 'JPY',
  percent: '%',
  dollar: 'USD',
  pound: 'GBP',
  euro: 'EUR',
  pence: 'penny',
};

const scales: readonly (readonly [RegExp, number])[] = [
  [/^(?:k|thousand)$/, 1e3],
  [/^(?:m|mn|million)$/, 1e6],
  [/^(?:b|bn|billion)$/, 1e9],
  [/^(?:t|tn|trillion)$/, 1e12],
];

const scaleOf = (word: string): number | undefined =>
  scales.find(([form]) => form.test(word.toLowerCase()))?.[1];

const unitOf = (word: string): string => {
  const noun = word.toLowerCase().replace(/[^\p{L}%£$€¥]/gu, '');
  return units[noun] ?? units[noun.replace(/s$/, '')] ?? noun;
};

const numberRows = z.array(
  z.object({
    number: z
      .object({
        prefix: z.string().nullish(),
        num: z.union([z.number(), z.nan()]).nullish(), // not a number: it does not say of what a part is
        suffix: z.string().nullish(),
        unit: z.string().nullish(),
      })
      .nullish(),
  }),
);

const readNlp = z.custom<(text: string) => { numbers(): { json(options: object): unknown } }>(
  (value) => typeof value === 'function',
);

/** compromise's numbers; it gives the letter of "£1.2bn" as a suffix, and we read it as what it says. */
export function compromiseFinder(): FigureFinder {
  const nlp = readNlp.parse(peers('compromise'));
  return {
    name: 'compromise',
    find: (text) =>
      numberRows.parse(nlp(text).numbers().json({ terms: false })).flatMap(({ number }) => {
        if (number?.num == null || Number.isNaN(number.num)) return [];
        const scale = scaleOf(number.suffix ?? '');
        const suffix = scale === undefined ? (number.suffix ?? '') : '';
        return [
          {
            value: number.num * (scale ?? 1),
            unit: unitOf(number.prefix || suffix || number.unit || ''),
          },
        ];
      }),
  };
}

interface WinkEntity {
  out(): string;
  out(its: unknown): string;
}

const readWink = z.custom<
  (model: unknown) => {
    readonly its: { readonly type: unknown };
    readDoc(text: string): { entities(): { each(visit: (entity: WinkEntity) => void): void } };
  }
>((value) => typeof value === 'function');

const counted = new Set(['CARDINAL', 'MONEY', 'PERCENT', 'DURATION']);

/** wink-nlp's entities alone, without what we do with its word classes; their numbers are read in the plainest way. */
export function winkFinder(): FigureFinder {
  const wink = readWink.parse(engine('wink-nlp'));
  const nlp = wink(engine('wink-eng-lite-web-model'));
  return {
    name: 'wink-nlp alone',
    find(text) {
      const found: FoundFigure[] = [];
      nlp
        .readDoc(text)
        .entities()
        .each((entity) => {
          if (!counted.has(entity.out(nlp.its.type))) return;
          const read = readPlainly(entity.out());
          if (read !== undefined) found.push(read);
        });
      return found;
    },
  };
}

const numberWords =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );

/** "about $1.2 million", "three years": a number in digits or one word, its scale, and a sign or a word for its unit. */
function readPlainly(words: string): FoundFigure | undefined {
  const digits = /\d[\d,]*(?:\.\d+)?/.exec(words)?.[0];
  const parts: readonly string[] = words.toLowerCase().match(/\p{L}+/gu) ?? [];
  const spelled = numberWords.findIndex((word) => parts.includes(word));
  const base = digits === undefined ? spelled : Number(digits.replaceAll(',', ''));
  if (base < 0) return undefined;
  const scale = parts.map(scaleOf).find((one) => one !== undefined) ?? 1;
  const sign = /[%£$€¥]/.exec(words)?.[0];
  const noun = parts.findLast((word) => scaleOf(word) === undefined && !numberWords.includes(word));
  return { value: base * scale, unit: unitOf(sign ?? noun ?? '') };
}
