import { z } from 'zod';
import {
  articleFacts,
  articleText,
  deliveryItem,
  digestItem,
  entryItem,
  feedItem,
  guildItem,
  valueItem,
} from '../../store/transfer/items.ts';
import { ExportFault } from './export-fault.ts';
import { exportFormat } from './item-lines.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const checkLine = z.strictObject({ kind: z.literal('check'), sha256 });
const endLine = z.strictObject({
  kind: z.literal('end'),
  counts: z.record(z.string(), z.int().min(0)),
  sha256,
});

const lineSchema = z.discriminatedUnion('kind', [
  articleFacts,
  articleText,
  digestItem,
  deliveryItem,
  feedItem,
  guildItem,
  entryItem,
  valueItem,
  checkLine,
  endLine,
]);

export type ExportLine = z.infer<typeof lineSchema>;

const headSchema = z.object({
  format: z.literal(exportFormat.format),
  version: z.int(),
  at: z.iso.datetime(),
});

/** A text that holds half a surrogate pair, which no store keeps. */
const mayBeIllFormed = /\\u[dD][89a-fA-F]/;

function json(text: string, line: number): unknown {
  const wellFormed = (_: string, part: unknown) => (typeof part === 'string' ? part.toWellFormed() : part);
  try {
    return JSON.parse(text, mayBeIllFormed.test(text) ? wellFormed : undefined);
  } catch (error) {
    throw new ExportFault(line, 'the line is no JSON', { cause: error });
  }
}

function mistakesOf(error: z.ZodError): string {
  const [issue] = error.issues;
  if (issue?.code === 'invalid_union') return 'the line is of no kind that is known here';
  if (issue === undefined) return 'it is not what it should be';
  const place = issue.path.join('.');
  return place === '' ? issue.message : `${place}: ${issue.message}`;
}

/** Fails with an `ExportFault` where this is not the first line of one that is known here. */
export function checkHead(text: string, line: number): void {
  const isJson = text.startsWith('{');
  const head = isJson ? headSchema.safeParse(json(text, line)).data : undefined;
  if (head === undefined) throw new ExportFault(line, 'this is no export of a store of Standfirst');
  if (head.version !== exportFormat.version)
    throw new ExportFault(
      line,
      `it is written in version ${head.version} of the format, and this Standfirst reads version ${exportFormat.version}`,
    );
}

/** Fails with an `ExportFault` where a line is none of an export. */
export function parseLine(text: string, line: number): ExportLine {
  const { data, error } = lineSchema.safeParse(json(text, line));
  if (data === undefined) throw new ExportFault(line, mistakesOf(error), { cause: error });
  return data;
}
