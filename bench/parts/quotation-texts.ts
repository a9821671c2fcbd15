import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Span } from 'summarize-text';
import { z } from 'zod';
import { root } from './machine.ts';
import type { GoldQuotation, GoldText } from './score-quotations.ts';

export interface QuotationSet {
  readonly name: string;
  readonly texts: readonly GoldText[];
}

const kind = z.enum(['direct', 'fragment']);

const goldSchema = z.object({
  title: z.string(),
  body: z.array(z.string()),
  quotations: z.array(z.object({ text: z.string(), speaker: z.string().nullable(), kind })),
});

/** Our own articles with their quotations as we read them; a split one counts as so many. */
export function goldSet(): QuotationSet {
  const folder = join(root, 'data', 'gold');
  const texts = globSync('*.json', { cwd: folder })
    .toSorted()
    .map((file): GoldText => {
      const gold = goldSchema.parse(JSON.parse(readFileSync(join(folder, file), 'utf8')));
      const text = gold.body.join('\n\n');
      let from = 0;
      const quotations = gold.quotations.flatMap(({ text: words, speaker, kind }) =>
        words.split(' … ').map((part): GoldQuotation => {
          const start = text.indexOf(part, from);
          if (start === -1) throw new Error(`${file} does not have “${part}”`);
          from = start + part.length;
          const names = speaker === null ? [] : [speaker];
          return { ...trimmed(part, start), kind, names, isNamed: speaker !== null };
        }),
      );
      return { text, title: gold.title, quotations, ignored: [] };
    });
  return { name: `${texts.length} sample articles`, texts };
}

/** The comma before "she said" is not scored. */
function trimmed(words: string, start: number): Span {
  return { start, end: start + words.replace(/[\s,.;:]+$/, '').length };
}

const place = z.tuple([z.int(), z.int()]).transform(([start, end]): Span => ({ start, end }));

const developmentSchema = z.object({
  text: z.string(),
  quotes: z.array(
    z.object({
      start: z.int(),
      end: z.int(),
      kind,
      speaker: z.string().nullish(),
      speakerType: z.string(),
      speakerSpan: place.nullish(),
      entity: z.string().nullish(),
      mentions: z.array(z.string()).nullish(),
    }),
  ),
  ignore: z.array(place).default([]),
});

type DevelopmentQuotation = z.infer<typeof developmentSchema>['quotes'][number];

const development = [
  ['articles of seven outlets', 'polnear-dev.jsonl'],
  ['articles of the general web', 'web-dev.jsonl'],
] as const;

/** News articles for measuring that are kept beside the project by those who develop it; other people's words. */
export function developmentSets(tell: (line: string) => void): readonly QuotationSet[] {
  return development.flatMap(([name, file]) => {
    const path = join(root, '..', 'shared', 'eval', 'quotes', 'data', file);
    if (!existsSync(path)) {
      tell(`quotations: ../shared has no ${name}; they are left out`);
      return [];
    }
    const lines = readFileSync(path, 'utf8').trim().split('\n');
    const texts = lines.map((line): GoldText => {
      const { text, quotes, ignore } = developmentSchema.parse(JSON.parse(line));
      return { text, quotations: quotes.map(goldOf), ignored: ignore };
    });
    return [{ name: `${texts.length} ${name}`, texts }];
  });
}

/** A speaker who is nobody, or a clause about somebody, is not scored. */
function goldOf(quote: DevelopmentQuotation): GoldQuotation {
  const { start, end, kind: which, speaker, speakerType, speakerSpan, entity, mentions } = quote;
  if (/none|relative/.test(speakerType)) return { start, end, kind: which, names: [], isNamed: false };
  const written = [...(mentions ?? []), entity, speakerType === 'pronoun' ? undefined : speaker];
  const names = written.filter((name) => name != null).flatMap(waysToSay);
  return {
    start,
    end,
    kind: which,
    names,
    ...(speakerSpan == null ? {} : { mention: speakerSpan }),
    isNamed: entity != null,
  };
}

/** "Ann Poe, who leads the council" is "Ann Poe" as well. */
function waysToSay(name: string): readonly string[] {
  const capitals = name.match(
    /\p{Lu}[\p{L}.'’-]*(?:\s+(?:(?:de|van|von|der|bin|al|la|du)\s+)*\p{Lu}[\p{L}.'’-]*)+/gu,
  );
  return [name, name.split(/,| who | which |\(/)[0] ?? name, ...(capitals ?? [])].filter((way) => way !== '');
}
