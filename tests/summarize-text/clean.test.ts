import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clean, cleaningSteps } from '../../src/summarize-text/clean/clean.ts';
import { toRaw } from '../../src/summarize-text/repair/repair.ts';
import { furnitureBank } from './furniture-bank.ts';
import { expectRunLaw } from './run-law.ts';

const title = 'Pilots of Port Ansel refuse to work at night';
const standfirst = 'Union says the harbour lights have failed four times this winter';
const body = [
  'The pilots who guide ships into Port Ansel have refused to work after dark until its lights are mended.',
  'Their union said the harbour lights had failed four times since November, once with a tanker in the channel.',
  '“We are not afraid of the dark,” said Ines Halloran, who has been a pilot for 22 years. “We are afraid of rocks.”',
  'The harbour board called the pilots’ refusal “a strike by another name” and said new lamps had been ordered.',
  'Ships bound for Ansel in the evening must now wait outside the harbour until morning, at a cost of £9,000 a night each.',
  'The board’s chairman, Alban Reyes, said: “The lamps will come in March. Until then I ask for patience.”',
];
const article = [title, standfirst, ...body].join('\n');
const bodyText = body.join('\n\n');
const withLine = (line: string, after: number) => [...body.slice(0, after), line, ...body.slice(after)];

describe('title and standfirst', () => {
  it('are told from the body when the text begins with them', () => {
    expect(clean(article)).toMatchObject({ text: bodyText, title, standfirst, pullQuotes: [] });
  });

  it('are found with furniture before and between them', () => {
    const raw = [
      'Listen 4 min',
      title,
      'By Ada Crowe, shipping reporter',
      standfirst,
      'Wed 4 Nov 2026 07.00 GMT',
      ...body,
    ];
    expect(clean(raw.join('\n'))).toMatchObject({ text: bodyText, title, standfirst });
  });

  it('are not taken from a body that has none', () => {
    const { title: found, standfirst: other, text } = clean(body.join('\n'));
    expect([found, other, text]).toEqual([undefined, undefined, bodyText]);
  });

  it('are told apart by the title that is given, also when it stands there twice', () => {
    const raw = ['Shipping', title, `${title} - The Harbour Post`, ...body].join('\n');
    expect(clean(raw, { title })).toMatchObject({ text: bodyText, title });
  });

  it('give back the title that is given where the text has none', () => {
    expect(clean(body.join('\n'), { title })).toMatchObject({ text: bodyText, title });
  });
});

describe('lines of the body that look like others stay', () => {
  it.each([
    [
      'a quotation whose mark ends the line',
      'Asked how long he could wait, Mr Reyes said: "Until the lamps come"',
    ],
    ['a result', 'Harbour board 3-2 Pilots’ union'],
    [
      'a sentence that speaks to the reader',
      'If you stand on the mole at night, the harbour is as black as the sea.',
    ],
    ['a quotation that asks', '“Come and stand here with us,” she told the board. “Bring your own light.”'],
    [
      'a plan with prices',
      'Under the plan a new lamp will cost £40,000 and seamen may visit the harbour tower free.',
    ],
    ['a question', 'Who will pay for the lamps?'],
    ['a sentence on an app', 'Pilots now follow the ships in an app that the union paid for.'],
    [
      'a number to call',
      'The plans for the harbour can be had from the board’s clerk on 01632 960111 until Friday.',
    ],
  ])('%s', (_, line) => {
    const lines = withLine(line, 4);
    expect(clean([title, ...lines].join('\n')).text).toBe(lines.join('\n\n'));
  });

  it('a list behind a colon', () => {
    const list = ['The lights that failed are:', 'Old Mole', 'Fish Quay north', 'The tower at Sander Point'];
    const lines = [...body.slice(0, 3), ...list, ...body.slice(3)];
    expect(clean([title, ...lines].join('\n')).text).toBe(lines.join('\n\n'));
  });

  it('items with bullets', () => {
    const list = ['• four lamps for the mole', '• two for the tower', '• one for the chapel'];
    const lines = [...body.slice(0, 3), ...list, ...body.slice(3)];
    expect(clean([title, ...lines].join('\n')).text).toBe(lines.join('\n\n'));
  });

  it('a poem', () => {
    const poem = [
      'The lamp went out, the tide came in',
      'and no one on the quay',
      'could tell the harbour from the night',
      'or the night from the sea',
    ];
    expect(clean(poem.join('\n')).text).toBe(poem.join('\n\n'));
  });
});

describe('repeated words', () => {
  const pulled = 'We are not afraid of the dark';

  it.each([
    ['before the words', 1],
    ['behind them', 5],
  ])('a pull quote %s is taken out and remembered', (_, after) => {
    const { text, pullQuotes } = clean([title, ...withLine(pulled, after)].join('\n'));
    expect({ text, pullQuotes }).toEqual({ text: bodyText, pullQuotes: [pulled] });
  });

  it('a pull quote that leaves words out and has lost its marks is remembered mended', () => {
    const line = 'The harbour board called the pilotsā refusal a strike by another name';
    const { text, pullQuotes } = clean(
      [title, ...withLine(line, 5)].join('\n').replace('union said', 'unionās men said'),
    );
    expect(pullQuotes).toEqual([line.replace('ā', '’')]);
    expect(text).toContain('“a strike by another name”');
  });

  it('a paragraph that stands there twice stays once', () => {
    expect(clean([...body, body[1]].join('\n')).text).toBe(bodyText);
  });

  it('a sentence that says who spoke is no pull quote', () => {
    const line = '“We are not afraid of the dark,” Ms Halloran said.';
    expect(clean([title, ...withLine(line, 5)].join('\n')).text).toContain(line);
  });
});

describe('what was cut off the lead', () => {
  it.each([
    ['PORT ANSEL, Nov 5 (Quay News) - '],
    ['PORT ANSEL (AP) — '],
    ['(QNA)'],
    ['PORT ANSEL, Ohio — '],
    ['Share on FacebookShare on XCopy link'],
    ['Share4Tweet11Pin2.1k'],
    ['PORT ANSEL, Nov 5 (Quay News) -\n'],
    ['By Ada Crowe on Wednesday, November 4th, 2026 at 7:15 a.m.\n'],
    ['Your gift keeps our reporters at sea. Please support our newsroom today. '],
  ])('%s', (before) => {
    const { text, removals } = clean(`${title}\n${before}${bodyText}`);
    expect(text).toBe(bodyText);
    expect(removals.map((removal) => removal.text.trim())).toContain(before.trim());
  });

  it('sentences before the dateline that name nobody of the article', () => {
    const before = 'Ink and paper are dear this year, and so is time. Somebody has to pay for the tea.';
    const { text, removals } = clean(`${title}\n${before}\nPORT ANSEL (AP) — ${bodyText}`);
    expect(text).toBe(bodyText);
    expect(removals.map((removal) => removal.text)).toContain(before);
  });

  it('not what the article begins with before a dateline in its midst', () => {
    const lines = [...body.slice(0, 2), `PORT ANSEL (AP) — ${body[2]}`, ...body.slice(3)];
    expect(clean(lines.join('\n')).text).toBe(lines.join('\n\n'));
  });

  it('words in brackets and capitals of the sentence itself stay', () => {
    const lead = 'The OECD (a club of rich countries) praised the EU, NATO – and Port Ansel.';
    expect(clean([lead, ...body].join('\n')).text).toBe([lead, ...body].join('\n\n'));
  });
});

describe('each removal', () => {
  const raw = `${title}\r\n${standfirst}\r\n\r\nWe use cookies to show you adverts. Accept all\r\n${body.join('\r\n')}\r\n© 2026 Harbour Post.`;

  it('names its step and a reason, and holds the raw text taken out', () => {
    const { removals } = clean(raw);
    expect(removals.map(({ step }) => step)).toEqual(['title', 'title', 'furniture', 'furniture']);
    const steps = cleaningSteps.map(({ name }) => name) as readonly string[];
    for (const removal of removals) {
      expect(steps).toContain(removal.step);
      expect(removal.reason).not.toBe('');
      expect(raw).toContain(removal.text);
    }
  });

  it.each([
    ['title', title],
    ['furniture', '© 2026 Harbour Post.'],
    ['pull quotes', 'We are afraid of rocks and little else'],
  ])('is left out when the step %s is skipped', (step, line) => {
    const text = [title, ...body, line].join('\n');
    expect(clean(text, { skip: [step, 'fragments'] }).text).toContain(line);
  });

  it('does not happen when all steps are skipped', () => {
    const dirty = ` ${raw}\u00a0 `;
    const { text, removals } = clean(dirty, { skip: cleaningSteps.map(({ name }) => name) });
    expect({ text, removals }).toEqual({ text: dirty, removals: [] });
  });
});

describe('white space', () => {
  it.each([
    ['blank lines', bodyText],
    ['Windows line ends', body.join('\r\n')],
    ['blanks at the ends of lines', body.map((line) => `  ${line} \t`).join('\n')],
    [
      'hard spaces and soft hyphens',
      body.map((line) => line.replaceAll(' ', '\u00a0').replace('harbour', 'har\u00adbour')).join('\n\n'),
    ],
    ['lines cut at a width', body.map((line) => line.replaceAll(/(.{50,60}) /g, '$1\n')).join('\n\n')],
    ['a mark of byte order', `\ufeff${bodyText}\u2028`],
  ])('%s make no difference', (_, raw) => {
    expect(clean(raw).text).toBe(bodyText);
  });
});

const lineOfBody = fc.constantFrom(...body);
const lineOfSite = fc.constantFrom(...furnitureBank.flatMap(({ text }) => text.split('\n')));
const scrap = fc.constantFrom(
  ...[
    'ā',
    '“',
    '”',
    '’',
    '"',
    "'",
    '?',
    '\ufffd',
    'â€™',
    'Â£',
    '. ',
    'A',
    '\ud800',
    '\u00a0',
    '\u200b',
    '(CNN)',
  ],
  ...[
    'PORT — ',
    '- ',
    ': ',
    'you ',
    'our ',
    'Share',
    'Facebook',
    '\t',
    '&amp;',
    '1',
    '%',
    '\r\n',
    '  ',
    'I.',
    'U.S.',
    '🙂',
  ],
);
const scraps = fc.array(scrap, { maxLength: 9 }).map((parts) => parts.join(''));
const line = fc.oneof(lineOfBody, lineOfSite, scraps, fc.string({ unit: 'binary', maxLength: 40 }));
const anyText = fc
  .array(fc.tuple(line, fc.constantFrom('\n', '\n', '\n\n', ' ', '')), { maxLength: 14 })
  .map((parts) => parts.flat().join(''));

describe('for any text', () => {
  it('cleaning a second time changes nothing', () => {
    fc.assert(
      fc.property(anyText, (raw) => {
        const { text } = clean(raw);
        expect(clean(text).text).toBe(text);
      }),
      { seed: 20261107, numRuns: 300 },
    );
  });

  it('the runs follow each other, and those not repaired equal the raw text', () => {
    fc.assert(
      fc.property(anyText, (raw) => {
        const { text, runs } = clean(raw, { title });
        expectRunLaw(raw, text, runs);
      }),
      { seed: 20261108, numRuns: 300 },
    );
  });

  it('paragraphs are parted by one blank line and hold single blanks', () => {
    fc.assert(
      fc.property(anyText, (raw) => {
        expect(clean(raw).text).not.toMatch(/\n\n\n|^\s|\s$| {2}|[^\n]\n[^\n]/);
      }),
      { seed: 20261109, numRuns: 300 },
    );
  });

  it('no word of the clean text is missing from the raw one', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(lineOfBody, lineOfSite), { maxLength: 12 }), (lines) => {
        const raw = lines.join('\n');
        const words = clean(raw).text.match(/[\p{L}\p{N}]+/gu) ?? [];
        const known = new Set(raw.match(/[\p{L}\p{N}]+/gu));
        expect(words.filter((word) => !known.has(word))).toEqual([]);
      }),
      { seed: 20261110, numRuns: 100 },
    );
  });

  it.each(['a', '\n', '?', 'ā', '"', "'a ", '.A', 'a.A', 'a\n', 'Share', '\ud800', 'x@y', 'â€™', 'By A '])(
    'a long run of %j survives, twice',
    (part) => {
      const raw = part.repeat(60_000 / part.length);
      const { text, runs } = clean(raw);
      expectRunLaw(raw, text, runs);
      expect(clean(text).text).toBe(text);
    },
    60_000,
  );

  it.each(['', ' ', '\n', '\ud800', 'word', '?', '“', '0'])('%j survives', (raw) => {
    const { text, runs } = clean(raw);
    expectRunLaw(raw, text, runs);
  });
});

it('a note at the end of a paragraph goes without the break behind it', () => {
  const raw = [body[0], `${body[1]} © 2026 Harbour Post.`, ...body.slice(2)].join('\n\n');
  const { text, runs } = clean(raw);
  expect(text).toBe(bodyText);
  expect(runs.filter(({ repaired }) => repaired !== undefined)).toEqual([]);
});

it('a span of the clean text leads to its words in the raw text', () => {
  const raw = `${title}\n\nItâ€™s ${body[0]}\n\nSign up for our newsletter\n\n${body[1]}`;
  const { text, runs } = clean(raw);
  const start = text.indexOf('mended.');
  const { start: from, end: to } = toRaw(runs, { start, end: start + 'mended.\n\nTheir union'.length });
  expect(raw.slice(from, to)).toBe('mended.\n\nSign up for our newsletter\n\nTheir union');
});
