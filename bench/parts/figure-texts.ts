import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { FoundFigure } from './figure-finders.ts';
import { root } from './machine.ts';

export interface FigureText {
  readonly text: string;
  readonly figures: readonly FoundFigure[];
}

export interface FigureSet {
  readonly name: string;
  readonly texts: readonly FigureText[];
}

const figure = z.object({ value: z.number(), value2: z.number().nullish(), unit: z.string().nullish() });
const goldSchema = z.object({ body: z.array(z.string()), figures: z.array(figure) });
const developmentSchema = z.object({
  text: z.string(),
  figures: z.array(figure.extend({ kind: z.string() })),
});

const foundOf = ({ value, value2, unit }: z.infer<typeof figure>): FoundFigure => ({
  value,
  value2: value2 ?? undefined,
  unit: unit ?? '',
});

/** Our own articles with their figures as we read them. */
export function goldSet(): FigureSet {
  const folder = join(root, 'data', 'gold');
  const texts = globSync('*.json', { cwd: folder }).map((file) => {
    const { body, figures } = goldSchema.parse(JSON.parse(readFileSync(join(folder, file), 'utf8')));
    return { text: body.join('\n\n'), figures: figures.map(foundOf) };
  });
  return { name: `${texts.length} sample articles`, texts };
}

const development = [
  ['news articles', 'newsgold.dev.jsonl'],
  ['news sentences of NewsQuant', 'newsquant.dev.jsonl'],
  ['lines of single phenomena', 'phenomena.dev.jsonl'],
] as const;

/** What data sets list beside figures. */
const noFigures = new Set(['date', 'time', 'ordinal', 'name', 'id', 'phone', 'score', 'url']);

/** Texts for measuring that are kept beside the project by those who develop it; other people's words. */
export function developmentSets(tell: (line: string) => void): readonly FigureSet[] {
  return development.flatMap(([name, file]) => {
    const path = join(root, '..', 'shared', 'eval', 'figures', 'data', file);
    if (!existsSync(path)) {
      tell(`figures: ../shared has no ${name}; they are left out`);
      return [];
    }
    const lines = readFileSync(path, 'utf8').trim().split('\n');
    const texts = lines.map((line): FigureText => {
      const { text, figures } = developmentSchema.parse(JSON.parse(line));
      return { text, figures: figures.filter(({ kind }) => !noFigures.has(kind)).map(foundOf) };
    });
    return [{ name: `${texts.length} ${name}`, texts }];
  });
}
