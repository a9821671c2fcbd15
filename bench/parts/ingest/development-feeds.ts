import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { root } from '../machine.ts';
import type { FeedCase } from './feed-cases.ts';
import { type Expectation, isClear } from './score-feeds.ts';

const lineSchema = z.object({
  file: z.string(),
  headers: z.record(z.string(), z.string()),
  asserts: z.array(
    z.object({
      scope: z.enum(['feed', 'entry']),
      i: z.int(),
      field: z.enum(['title', 'link', 'id', 'published', 'updated', 'summary', 'content']),
      value: z.string(),
    }),
  ),
});

/** Real feeds for measuring that are kept beside the project by those who develop it; other people's words. */
export function developmentFeeds(tell: (line: string) => void): readonly FeedCase[] {
  const folder = join(root, '..', 'shared', 'eval', 'ingest');
  const list = join(folder, 'feeds-expect.jsonl');
  if (!existsSync(list)) {
    tell('ingest: ../shared has no real feeds; they are left out');
    return [];
  }
  const lines = readFileSync(list, 'utf8').trim().split('\n');
  return lines.map((line): FeedCase => {
    const { file, headers, asserts } = lineSchema.parse(JSON.parse(line));
    const expectations = asserts.map(
      ({ scope, i, field, value }): Expectation => ({
        entry: scope === 'entry' ? i : undefined,
        field,
        value,
      }),
    );
    return {
      group: 'real feeds',
      name: file,
      input: {
        bytes: readFileSync(join(folder, 'feeds', file)),
        contentType: headers['content-type'] ?? 'application/xml',
        url: '', // nobody wrote down where they came from
      },
      expectations: expectations.filter(isClear),
      titles: expectations.flatMap(({ entry, field, value }) =>
        entry !== undefined && field === 'title' ? [value] : [],
      ),
    };
  });
}
