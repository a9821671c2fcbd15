import type { GivenText } from './answer-json.ts';
import { UsageError } from './command-line.ts';

/** A line of a JSONL input: a text for a brief, or a question with one text or several. */
export interface TextLine extends GivenText {
  readonly question?: string;
  /** What is asked of; the line's own text where it has no others. */
  readonly texts: readonly GivenText[];
}

/** Reads line `number` (from 1) of a JSONL input. */
export function readTextLine(line: string, number: number): TextLine {
  const value = jsonOf(line);
  if (!isObject(value) || !('id' in value) || !('text' in value || 'texts' in value))
    throw new UsageError(`line ${number} is no JSON object with "id" and "text"`);
  const { question } = value;
  if (question !== undefined && typeof question !== 'string')
    throw new UsageError(`the "question" of line ${number} is no string`);
  const asked = question === undefined ? {} : { question };
  if (question === undefined || value.texts === undefined) {
    const own = readText(value, number);
    return { ...own, ...asked, texts: [own] };
  }
  if (!Array.isArray(value.texts)) throw new UsageError(`the "texts" of line ${number} are no list`);
  const texts: readonly unknown[] = value.texts;
  return { id: value.id, text: '', ...asked, texts: texts.map((text) => readText(text, number)) };
}

function readText(value: unknown, number: number): GivenText {
  if (!isObject(value) || typeof value.text !== 'string')
    throw new UsageError(`the "text" of line ${number} is no string`);
  const { id, text, title } = value;
  return typeof title === 'string' ? { id, text, title } : { id, text };
}

interface Fields {
  readonly id?: unknown;
  readonly text?: unknown;
  readonly title?: unknown;
  readonly texts?: unknown;
  readonly question?: unknown;
}

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
