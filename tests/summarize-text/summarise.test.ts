import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { segment } from '../../src/summarize-text/segment/segment.ts';
import { summarise } from '../../src/summarize-text/summary/summarise.ts';
import { article, articleWith, focus, lead, never, paragraphs, pier } from './summary-lines.ts';

const textsOf = (...call: Parameters<typeof summarise>) => summarise(...call).map(({ text }) => text);
const wordsIn = (text: string) => text.match(/\S+/g)?.length ?? 0;

describe('the length of a summary', () => {
  it.each([
    ['line', 1],
    ['short', 3],
    ['medium', 5],
    ['long', 8],
  ] as const)('%s: %i sentences at most', (length, count) => {
    const found = summarise(article, { length });
    expect(found.length).toBeLessThanOrEqual(count);
    expect(found.length).toBeGreaterThanOrEqual(Math.min(count, 5));
  });

  it('is three sentences when nothing is asked for', () => {
    expect(summarise(article)).toEqual(summarise(article, { sentences: 3 }));
    expect(summarise(article)).toHaveLength(3);
  });

  it.each([70, 120, 250, 400])(
    'keeps to %i characters, the spaces between its sentences counted',
    (characters) => {
      const found = textsOf(article, { characters });
      expect(found.join(' ').length).toBeLessThanOrEqual(characters);
      expect(found).not.toEqual([]);
    },
  );

  it('is nothing where no sentence fits into the characters', () => {
    expect(summarise(article, { characters: 20 })).toEqual([]);
  });

  it('is one sentence where even that is more than three tenths of the article', () => {
    expect(textsOf('The pier is shut. The sea is calm and nobody came to look at it.')).toHaveLength(1);
  });

  it('is nothing where there is nothing', () => {
    expect(summarise('')).toEqual([]);
    expect(summarise(' \n\n ')).toEqual([]);
    expect(summarise(article, { sentences: 0 })).toEqual([]);
  });

  it('gives the one line of a text that has no stop', () => {
    expect(textsOf('Corrin pier to close in June')).toEqual(['Corrin pier to close in June']);
  });
});

describe('what a summary tells', () => {
  it('opens with the lead', () => {
    expect(textsOf(article, { length: 'line' })).toEqual([lead]);
    expect(textsOf(article)[0]).toBe(lead);
  });

  it.each([
    ['a word of a button', 'Copied!'],
    ['a slogan', 'The voice of Corrin and its coast.'],
    ['a teaser on other things', 'Which cheddar goes with toast, according to nine grocers?'],
  ])('in one line tells the lead, though the page has left %s before it', (_, left) => {
    expect(textsOf(paragraphs(left, ...pier), { length: 'line' })).toEqual([lead]);
  });

  it('prefers what later sentences take up and what has figures to colour', () => {
    const found = textsOf(article, { sentences: 4 });
    expect(found.filter((text) => /\d/.test(text)).length).toBeGreaterThanOrEqual(3);
    expect(found.join(' ')).not.toMatch(/brass band|railings/);
  });

  it.each([
    ['kittiwakes law', /kittiwakes/],
    ['ferries islands', /Ferries/],
    ['brass band', /brass band/],
  ])('turns to the words asked about: %s', (focus, expected) => {
    expect(textsOf(article).join(' ')).not.toMatch(expected);
    expect(textsOf(article, { focus }).join(' ')).toMatch(expected);
  });

  it('leaves out a first line that repeats the title', () => {
    const title = 'Corrin’s old pier will close in June.';
    expect(textsOf(paragraphs(title, ...pier), { title })).not.toContain(title);
  });

  it('speaks other languages', () => {
    const spanish = paragraphs(
      'El ayuntamiento de Corrin cerrará su viejo muelle después de hallar 38 grietas en el hierro.',
      'La obra costaría seis millones de euros, según la alcaldesa Marta Vega.',
      'Nadie sabe todavía quién pagará el muelle.',
      'Los barcos saldrán desde el puerto nuevo.',
      'La banda toca allí cada verano desde la guerra.',
    );
    expect(textsOf(spanish, { length: 'line' })).toEqual([spanish.split('\n')[0]]);
    const japanese =
      '港は古い桟橋を閉じる。桟橋に三十八の亀裂が見つかった。修理には六億円かかる。誰が払うかは分からない。海は静かだ。';
    expect(japanese).toContain(textsOf(japanese, { length: 'line' })[0]);
    expect(textsOf(japanese, { length: 'line' })).toHaveLength(1);
  });
});

describe('a summary never tells', () => {
  it.each(never)('%s', (_law, line, forbidden) => {
    expect(textsOf(articleWith(line), { focus }).join('\n')).not.toMatch(forbidden);
  });
});

describe('a summary may tell', () => {
  it.each([
    'The dredger Halcyon lifts silt out of Marlow Sound.',
    '“The dredger Halcyon lifts silt out of Marlow Sound,” Ruth Coe told reporters.',
    'Ruth Coe of the port said: “The dredger Halcyon lifts silt out of Marlow Sound.”',
    '‘The dredger Halcyon lifts silt out of Marlow Sound,’ said a spokesman for the port.',
    'Ruth Coe calls the dredger Halcyon “a broom” for the silt of Marlow.',
    'This week the dredger Halcyon lifts silt out of Marlow Sound.',
  ])('%s', (line) => {
    expect(textsOf(articleWith(line), { focus })).toContain(line);
  });
});

describe('a sentence that leans on another', () => {
  const before = 'The dredger Halcyon arrived at Marlow on Friday to lift silt.';
  const leaning = 'It digs 900 tonnes of silt from Marlow a day.';

  it('may follow it', () => {
    const found = textsOf(articleWith(`${before} ${leaning}`), { focus: `${focus} digs tonnes` });
    expect(found).toContain(leaning);
    expect(found[found.indexOf(leaning) - 1]).toBe(before);
  });

  it('is not told without it', () => {
    const text = articleWith(`Rain fell on Marlow for a week without an end. ${leaning}`);
    expect(textsOf(text, { sentences: 1, focus: 'digs tonnes day' })).not.toContain(leaning);
  });
});

describe('the caption of a picture', () => {
  it.each([
    'An artist’s impression of the pier of Corrin without the 38 cracks that divers of the board counted.',
    'Ruth Coe, left, and divers of the harbour board of Corrin look at the 38 cracks in the pier.',
    'The pier of Corrin is seen from the harbour on Tuesday, March 3, 2026, with 38 cracks in its legs.',
  ])('is not told: %s', (line) => {
    expect(textsOf(paragraphs(line, ...pier), { length: 'line' })).toEqual([lead]);
    expect(textsOf(paragraphs(lead, line, ...pier.slice(1)))).not.toContain(line);
  });

  it('is nothing that only looks like one', () => {
    const line =
      'Right now, left without a pier, the harbour board of Corrin is seen as a spent force of 38 cracks.';
    expect(textsOf(articleWith(line), { focus: 'spent force' })).toContain(line);
  });
});

describe('two sentences that say the same', () => {
  it('are not both told', () => {
    const once = 'The dredger Halcyon will lift 900 tonnes of silt out of Marlow Sound.';
    const again = 'In Marlow Sound the dredger Halcyon is to lift 900 tonnes of silt a day.';
    const found = textsOf(articleWith(paragraphs(once, ...pier.slice(3, 5), again)), { focus });
    expect(found.filter((text) => text.includes('Halcyon'))).toHaveLength(1);
  });
});

describe('furniture at the head of a page', () => {
  it('takes along the sentences between it', () => {
    const appeal = [
      'Your support helps us to tell the story.',
      'The harbour board of Corrin closes its pier with 38 cracks, and we were there.',
      'Your donation keeps our reporters at the harbour.',
      'Please make a contribution today.',
    ];
    expect(textsOf(paragraphs(...appeal, ...pier))[0]).toBe(lead);
  });
});

const part = fc.constantFrom(...pier, ...never.map(([, line]) => line), ...pier.map((line) => `But ${line}`));
const articles = fc.array(part, { maxLength: 30 }).map((lines) => paragraphs(...lines));
const anyText = fc.oneof(articles, fc.string({ unit: 'grapheme', maxLength: 300 }));
const options = fc.record(
  {
    sentences: fc.integer({ min: 0, max: 9 }),
    characters: fc.integer({ min: 0, max: 900 }),
    focus: part,
    title: part,
    length: fc.constantFrom('line', 'short', 'medium', 'long'),
  },
  { requiredKeys: [] },
);

describe('any summary of any text', () => {
  it('is some of the text’s sentences in their order, word for word', () => {
    fc.assert(
      fc.property(anyText, options, (text, asked) => {
        const sentences = segment(text);
        const found = summarise(text, asked);
        for (const sentence of found) expect(sentences[sentence.index]).toEqual(sentence);
        const indexes = found.map(({ index }) => index);
        expect(indexes).toEqual([...new Set(indexes)].toSorted((a, b) => a - b));
      }),
      { seed: 21, numRuns: 400 },
    );
  });

  it('is at most three tenths of the words, or one sentence', () => {
    fc.assert(
      fc.property(articles, fc.integer({ min: 1, max: 12 }), (text, sentences) => {
        const found = textsOf(text, { sentences });
        const share = wordsIn(found.join(' ')) / wordsIn(text);
        expect(found.length <= 1 || share <= 0.3).toBe(true);
      }),
      { seed: 22, numRuns: 400 },
    );
  });

  it('keeps to what was asked for', () => {
    fc.assert(
      fc.property(anyText, options, (text, asked) => {
        const found = textsOf(text, asked);
        expect(found.length).toBeLessThanOrEqual(asked.sentences ?? 8);
        expect(found.join(' ').length).toBeLessThanOrEqual(asked.characters ?? text.length);
      }),
      { seed: 23, numRuns: 400 },
    );
  });

  it('is the same each time', () => {
    fc.assert(
      fc.property(anyText, options, (text, asked) => {
        expect(summarise(text, asked)).toEqual(summarise(text, asked));
      }),
      { seed: 24, numRuns: 200 },
    );
  });

  it('has its double quotation marks in pairs', () => {
    fc.assert(
      fc.property(articles, (text) => {
        for (const sentence of textsOf(text, { length: 'long' })) {
          expect(sentence.match(/“/g)?.length).toBe(sentence.match(/”/g)?.length);
          expect((sentence.match(/"/g)?.length ?? 0) % 2).toBe(0);
        }
      }),
      { seed: 25, numRuns: 300 },
    );
  });

  it('says nothing twice', () => {
    fc.assert(
      fc.property(articles, (text) => {
        const found = textsOf(text, { length: 'long' });
        expect(new Set(found).size).toBe(found.length);
      }),
      { seed: 26, numRuns: 300 },
    );
  });

  it('joins only to the sentence right before it', () => {
    fc.assert(
      fc.property(articles, (text) => {
        const found = summarise(text, { length: 'long' });
        found.forEach(({ text: words, index }, at) => {
          if (/^(?:But|He|This) /.test(words) && index > 0) expect(found[at - 1]?.index).toBe(index - 1);
        });
      }),
      { seed: 27, numRuns: 300 },
    );
  });
});

describe('the sample articles', () => {
  const gold = new URL('../../data/gold/', import.meta.url);
  const samples = readdirSync(gold).map((file) => {
    const { title, body } = JSON.parse(readFileSync(new URL(file, gold), 'utf8'));
    return { file, title: String(title), text: paragraphs(...body) };
  });

  it.each(samples)(
    '$file opens with its lead, in three sentences or what fair dealing leaves',
    ({ title, text }) => {
      const found = textsOf(text, { title });
      expect(found[0]).toBe(segment(text)[0]?.text);
      expect(found.length).toBeGreaterThanOrEqual(2);
      expect(wordsIn(found.join(' '))).toBeLessThanOrEqual(wordsIn(text) * 0.3);
    },
  );
});

it('a book is read to its end', () => {
  const pages = Array.from({ length: 400 }, (_, page) => pier.map((line) => `${line} Page ${page} ends.`));
  const text = paragraphs(...pages.flat());
  expect(summarise(text)).toHaveLength(3);
  expect(segment(text).at(-1)?.text).toBe('Page 399 ends.');
});
