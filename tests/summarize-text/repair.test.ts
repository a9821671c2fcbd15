import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { repair, toRaw } from '../../src/summarize-text/repair/repair.ts';
import { expectRunLaw } from './run-law.ts';

const mended = (raw: string) => repair(raw).text;

describe('damage that lost nothing is undone', () => {
  it.each([
    ['the Bankâ€™s â€œroadâ€\u009d', 'the Bank’s “road”'],
    ['Â£240 for a cafÃ© in 2026', '£240 for a café in 2026'],
    ['â‚¬1.4m or 900â‚©', '€1.4m or 900₩'],
    ['a vote of 6â€“3 â€” or not', 'a vote of 6–3 — or not'],
    ['the mayorÃ¢â‚¬â„¢s dog', 'the mayor’s dog'],
    ['that\u00e2\u0080\u0099s all', 'that’s all'],
    ['it&rsquo;s a draw &mdash; again', 'it’s a draw — again'],
    ['Marks &amp; Crowe', 'Marks & Crowe'],
    ['well done &#55357;&#56898;', 'well done 🙂'],
    ['a closing mark â€œlostâ€ its byte', 'a closing mark “lost” its byte'],
  ])('%s', (raw, healthy) => {
    expect(mended(raw)).toBe(healthy);
  });
});

describe.each(['ā', 'â', '\ufffd', '?'])('marks of which only %s is left', (sign) => {
  it.each([
    ['It’s Russia’s harbour, and they’re shut out.'],
    ['“The tide is late,” said the pilot. “So are we.”'],
    ['He called the plan “a boat without a sea”.'],
    ['Ministers’ cars stood in the rain because it’s what ministers’ cars do.'],
    ['“It is the farmers’ right to be heard,” she said.'],
    ['“Nobody in town believes the word ‘voluntary’ any more,” said the clerk. It’s over.'],
    ['She was right – for once – and it’s in the minutes.'],
    ['“They lost 6–3 in the ’90s,” he said.'],
    ['The former “ Old Mole ” is shut because it’s old, and of “ the sea. ” Nobody swims.'],
    ['She was voted out of “ Harbour Lights, ” it’s said.'],
    ['“Rock ’n’ roll won’t pay O’Hara’s rent,” he said.'],
  ])('%s', (healthy) => {
    expect(mended(healthy.replace(/[‘’“”–]/g, sign))).toBe(healthy);
  });
});

describe('what a sign cannot decide alone is decided by the text', () => {
  it('gives American papers the long dash', () => {
    const raw = 'The U.S. team won ā again. On Nov. 5 itās the final.';
    expect(mended(raw)).toBe('The U.S. team won — again. On Nov. 5 it’s the final.');
  });

  it('keeps words with ā in a text whose marks are lost', () => {
    const raw =
      'Māori leaders said it was Russiaās war. āThe tamāriki of Whangārei will remember,ā they said.';
    expect(mended(raw)).toBe(
      'Māori leaders said it was Russia’s war. “The tamāriki of Whangārei will remember,” they said.',
    );
  });

  it('gives a quotation in a heading single marks', () => {
    const raw = 'Governor says cut is ādelayed, not cancelledā\nPrices rose, the Governorās office said.';
    expect(mended(raw)).toBe(
      'Governor says cut is ‘delayed, not cancelled’\nPrices rose, the Governor’s office said.',
    );
  });

  it('keeps a question mark in a quotation that closes later', () => {
    const raw = '?Are you lost? I am,? he said. It?s dark.';
    expect(mended(raw)).toBe('“Are you lost? I am,” he said. It’s dark.');
  });

  it('reads a bare sign before a figure as a pound sign', () => {
    expect(mended('A bill of ?240 isn?t what they wanted.')).toBe('A bill of £240 isn’t what they wanted.');
  });
});

describe('healthy text stays', () => {
  it.each([
    ['Māori leaders met Pākehā farmers at Whangārei.'],
    ['Jānis Bērziņš left Rīga for the Latvian coast; the Saeima voted on the bill.'],
    ['The word ātman is Sanskrit, and the ā in it is long.'],
    ['In mājās and valodās, said the teacher, the ā is long.'],
    ['Le château de Châlons a été vendu à un âne.'],
    ['România și Câmpulung: când pământul tremură.'],
    ['São Paulo beat Cádiz 2–1 at the Estádio.'],
    ['Who pays? And when? Nobody at the café knew.'],
    ['See https://lantern.example/find?s=ferry&t=2 for the list.'],
    ['“Why?” he asked. “Who’s there?”'],
    ['AT&T and B&Q; 5 < 6 & 7 > 2'],
    ['He wrote “Māori” and it’s right.'],
    ['日本語の文章です。これは壊れていません。'],
    ['Привет, мир. Всё в порядке.'],
    ['👩‍👩‍👧‍👦 ate 3½ pies at 19°C'],
  ])('%s', (healthy) => {
    expect(repair(healthy)).toEqual({
      text: healthy,
      runs: [{ cleanStart: 0, cleanEnd: healthy.length, rawStart: 0, rawEnd: healthy.length }],
    });
  });
});

describe('the map to the raw text', () => {
  const raw = 'Itâ€™s cafÃ©s, the Bankâ€™s clerk said.';

  it('gives each mended mark a run of its own that names the step', () => {
    const { text, runs } = repair(raw);
    const repaired = runs.filter((run) => run.repaired !== undefined);
    expect(repaired.map(({ cleanStart, cleanEnd }) => text.slice(cleanStart, cleanEnd))).toEqual([
      '’',
      'é',
      '’',
    ]);
    expect(repaired.map(({ rawStart, rawEnd }) => raw.slice(rawStart, rawEnd))).toEqual(['â€™', 'Ã©', 'â€™']);
    expect(new Set(repaired.map((run) => run.repaired))).toEqual(new Set(['mojibake']));
  });

  it('leads from clean words to the raw ones', () => {
    const { text, runs } = repair(raw);
    const start = text.indexOf('the Bank’s');
    const { start: rawStart, end: rawEnd } = toRaw(runs, { start, end: start + 'the Bank’s'.length });
    expect(raw.slice(rawStart, rawEnd)).toBe('the Bankâ€™s');
  });

  it('gives the whole mark for a part of it and an empty span for none', () => {
    const { runs } = repair('Ã©5');
    expect(toRaw(runs, { start: 0, end: 1 })).toEqual({ start: 0, end: 2 });
    expect(toRaw(runs, { start: 1, end: 1 })).toEqual({ start: 2, end: 2 });
    expect(toRaw(runs, { start: 2, end: 2 })).toEqual({ start: 3, end: 3 });
    expect(toRaw([], { start: 0, end: 0 })).toEqual({ start: 0, end: 0 });
  });
});

const pieces = fc.constantFrom(
  ...[
    'ā',
    'â',
    '?',
    '\ufffd',
    'â€™',
    'Â£',
    'Ã©',
    '&amp;',
    '&rsquo;',
    '“',
    '”',
    "'",
    '"',
    ' ',
    '\n',
    '. ',
    ', ',
  ],
  ...['it', 's', 't', 'The', 'word', '6', '\ud83d', '\udc00', '🙂', '\u0080', '\u00a0', 'Māori', '—'],
);
const anyText = fc.oneof(
  fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 200 }),
);

describe('for any text', () => {
  it('the runs follow each other and those not repaired equal the raw text', () => {
    fc.assert(
      fc.property(anyText, (raw) => {
        const { text, runs } = repair(raw);
        expectRunLaw(raw, text, runs);
      }),
      { seed: 20261105, numRuns: 400 },
    );
  });

  it('a clean span leads to a raw span in order and within bounds', () => {
    fc.assert(
      fc.property(anyText, fc.nat(), fc.nat(), (raw, one, other) => {
        const { text, runs } = repair(raw);
        const [start = 0, end = 0] = [one, other].map((at) => at % (text.length + 1)).sort((a, b) => a - b);
        const span = toRaw(runs, { start, end });
        expect(span.start).toBeGreaterThanOrEqual(0);
        expect(span.end).toBeGreaterThanOrEqual(span.start);
        expect(span.end).toBeLessThanOrEqual(raw.length);
      }),
      { seed: 20261106, numRuns: 400 },
    );
  });

  it.each(['ā', '?', 'â€™', '\ufffd', '&', '\ud800', "'a ", 'Ã¢â‚¬â„¢'])(
    'a long run of %j survives',
    (part) => {
      const raw = part.repeat(60_000);
      const { text, runs } = repair(raw);
      expectRunLaw(raw, text, runs);
    },
  );
});
