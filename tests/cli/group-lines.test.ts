import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { groupLines, linesOf } from '../../src/cli/group-lines.ts';
import { UsageError } from '../../src/cli/usage-error.ts';

async function grouped(lines: readonly string[]) {
  const written: string[] = [];
  const notes: string[] = [];
  const input = Readable.from([lines.join('\n')]);
  const status = await groupLines(await linesOf('-', input), {
    write: async (line) => void written.push(line),
    note: (line) => void notes.push(line),
  });
  return { status, notes, rows: written.map((line): unknown => JSON.parse(line)) };
}

const bridge = {
  id: 'one',
  title: 'Old Brannoch bridge closes after crack is found',
  text: 'The Brannoch bridge was closed on Monday after divers found a crack in its third pier. Engineers of the county said that repairs would take until March, and that buses would go by way of Sula. The bridge carries 9,000 cars a day between Brannoch and the harbour, and was last repaired in 1987.',
  publishedAt: '2026-10-05T08:00:00Z',
};
const copy = { ...bridge, id: 'two', title: 'Crack shuts bridge', publishedAt: Date.UTC(2026, 9, 5, 10) };
const other = {
  id: 'three',
  title: 'Choir of Sula wins the autumn prize',
  text: 'Forty singers from Sula have won the autumn prize of the choirs in Ashby, with a song by a teacher of theirs.',
};

describe('grouping lines', () => {
  it('says the story of each, in the order of the lines, and whose text a copy has', async () => {
    const { status, notes, rows } = await grouped([
      JSON.stringify(copy),
      JSON.stringify(other),
      '',
      JSON.stringify(bridge),
    ]);
    expect(rows).toEqual([
      { id: 'two', story: 'one', copyOf: 'one' },
      { id: 'three', story: 'three' },
      { id: 'one', story: 'one' },
    ]);
    expect([status, notes]).toEqual([0, ['3 articles, 2 stories']]);
  });

  it.each([
    ['{', 'line 2 is no JSON'],
    ['{"id":"x","title":"y"}', 'line 2 is no article: text:'],
    ['{"id":"x","title":"y","text":"z","publishedAt":"soon"}', 'line 2 is no article: publishedAt:'],
    ['[]', 'line 2 is no article: Invalid'],
    [JSON.stringify(bridge), 'line 2: one is there already'],
  ])('refuses the line %#', async (line, problem) => {
    const failing = grouped([JSON.stringify(bridge), line]);
    await expect(failing).rejects.toThrow(UsageError);
    await expect(failing).rejects.toThrow(problem);
  });

  it('counts one as one', async () => {
    expect((await grouped([JSON.stringify(bridge)])).notes).toEqual(['1 article, 1 story']);
  });

  it('refuses a file that is not there, and a folder', async () => {
    await expect(linesOf('/', Readable.from([]))).rejects.toThrow(new UsageError('/ is a folder'));
    await expect(linesOf('/no/such/file', Readable.from([]))).rejects.toThrow('cannot be read');
  });
});
