import { describe, expect, it } from 'vitest';
import { clean } from '../../src/summarize-text/clean/clean.ts';
import { languageOf } from '../../src/summarize-text/segment/language.ts';
import { segment } from '../../src/summarize-text/segment/segment.ts';
import { summarise } from '../../src/summarize-text/summary/summarise.ts';
import { type LanguageText, languageTexts } from './language-texts.ts';
import { expectRunLaw } from './run-law.ts';

const textOf = ({ paragraphs, gap }: LanguageText) =>
  paragraphs.map((sentences) => sentences.join(gap)).join('\n\n');

it('there are texts in at least 12 languages and 9 scripts', () => {
  expect(languageTexts.length).toBeGreaterThanOrEqual(12);
  const scripts = 'Hani Hira Hang Thai Arab Hebr Deva Cyrl Grek Latn'.split(' ');
  const used = scripts.filter((script) => {
    const letter = new RegExp(`\\p{sc=${script}}{2}`, 'u');
    return languageTexts.some((text) => letter.test(textOf(text)));
  });
  expect(used.length).toBeGreaterThanOrEqual(9);
});

describe.each(languageTexts)('a text in $language', (given) => {
  const text = textOf(given);

  it('is known as such', () => {
    expect(languageOf(text)).toBe(given.locale);
  });

  it('is cut into its sentences, with exact spans', () => {
    const sentences = segment(text);
    expect(sentences.map((sentence) => sentence.text)).toEqual(given.paragraphs.flat());
    for (const { start, end, text: words } of sentences) expect(text.slice(start, end)).toBe(words);
    const paragraphs = given.paragraphs.flatMap((own, index) => own.map(() => index));
    expect(sentences.map(({ paragraph }) => paragraph)).toEqual(paragraphs);
  });

  it.each([
    ['as it is', (words: string) => words],
    ['with single line ends', (words: string) => words.replaceAll('\n\n', '\n')],
    ['with white space around', (words: string) => ` \u00a0${words}\r\n \r\n`],
    [
      'with an English site around it',
      (words: string) => `Share on Facebook\n${words}\n© 2026 Harbour Post.`,
    ],
  ])('loses no letter in cleaning, %s', (_, around) => {
    const raw = around(text);
    const cleaned = clean(raw);
    expect(cleaned.text).toBe(text);
    expectRunLaw(raw, cleaned.text, cleaned.runs);
  });

  it('is mended when its marks were read in another encoding', () => {
    const damaged = new TextDecoder('windows-1252').decode(new TextEncoder().encode(text));
    expect(clean(damaged).text).toBe(text);
  });

  it('is told in some of its own sentences', () => {
    const found = summarise(text, { sentences: 2 });
    expect(found.length).toBeGreaterThanOrEqual(1);
    expect(found[0]?.text).toBe(given.paragraphs[0]?.[0]);
    for (const { text: words } of found) expect(given.paragraphs.flat()).toContain(words);
  });
});

describe('marks and abbreviations of other languages', () => {
  it.each([
    ['“船呢？”他问。', '没有人回答。'],
    ['火势很大。', '“我们走！”她喊道。'],
    ['「危なかった。', 'でも助かった。」と漁師は語った。'],
    ['어부는 "무서웠다."고 말했다.', '피해는 3.5억 원이다!'],
    ['قال أ. د. سمير خليل إن الخسائر بلغت 3.5 مليون.', 'أين السفينة؟'],
    ['डॉ. मोहन ने कहा कि नुकसान 3.5 करोड़ का है।', 'जहाज़ कहाँ है?'],
    ['Πού είναι το πλοίο;', 'Ο κ. Παππάς δεν ξέρει.'],
    ['Er wohnt im 1. Stock, z. B. neben Prof. Dr. Kern.', 'Sie ist 50.', 'Er ist 48.'],
    ['Secondo il dott. Rossi i danni sono di 3,5 milioni.', 'Dov’è la nave?'],
    ['Port powstał w 1998 r.', 'Nikt go nie remontował, mówi inż. Nowak.'],
    ['EE. UU. ofreció ayuda a la Sra. Vega.', '¡Nadie lo sabe!'],
    ['Порт г. Приморска построили в 1998 г.', 'С тех пор им управляет П. С. Орлов.'],
  ])('%s', (...sentences) => {
    const gap = /[\p{sc=Han}\p{sc=Hira}]/u.test(sentences.join('')) ? '' : ' ';
    expect(segment(sentences.join(gap)).map(({ text }) => text)).toEqual(sentences);
  });
});

describe('English', () => {
  it.each([
    'The ferry left at noon and nobody waved.',
    'The pier shut in May; the board said that it was the sea.',
    'Ces ferries: “the end of a line”, and of an age, said the captain of the last of them.',
  ])('is not asked about: %s', (text) => {
    expect(languageOf(text)).toBeUndefined();
  });

  it.each(['', '12 – 14', '🙂', '?!'])('is what a text without letters is taken for: %j', (text) => {
    expect(languageOf(text)).toBeUndefined();
  });
});
