import { describe, expect, it } from 'vitest';
import { goldArticles } from '../../bench/parts/stories/story-gold.ts';
import { toldTopics, topicsOf } from '../../src/story/topics.ts';
import { sampleArticles } from '../sample-articles.ts';
import { languageTexts } from '../summarize-text/language-texts.ts';

const samples = await sampleArticles();

/** What an editor might file each sample under; any other topic is a mistake, none at all is not. */
const filed: Readonly<Record<string, readonly string[]>> = {
  'Owen Tarrant': ['world', 'politics', 'war'],
  'Bank of Ardmoor': ['business', 'politics'],
  'Larkspur Foods': ['business'],
  Thornwick: ['politics', 'culture'],
  'Deep-sea worm': ['science', 'climate'],
  'Warm-home': ['health', 'science'],
  'Chip start-up': ['technology', 'business'],
  Hallowford: ['sport'],
  'Hundreds flee': ['weather', 'climate'],
  'Missing farmer': ['weather', 'climate'],
  Accountant: ['crime'],
  'Pupils at': ['politics', 'science'],
  'Forgotten composer': ['culture'],
  'Rail fares': ['politics', 'business'],
};

/** Events of the gold of which each article, where it has a topic, has one of these first. */
const events: readonly (readonly [string, readonly string[]])[] = [
  ['redmere-aldon', ['sport']],
  ['game-six', ['sport']],
  ['tarsia-rate-rise', ['business', 'politics']],
  ['halvard-first-quarter', ['business']],
  ['brandreth-trial', ['crime']],
  ['pellworth-teacher', ['crime']],
  ['storm-edmund', ['weather']],
  ['golden-heron', ['culture']],
  ['glass-frog', ['science', 'climate']],
  ['estmark-election', ['politics']],
];

describe('topics', () => {
  it.each(Object.entries(filed))(
    'of the sample "%s…" are among those an editor would give',
    (begin, allowed) => {
      const article = samples.find(({ title }) => title.startsWith(begin));
      if (article === undefined) throw new Error(`no sample begins with ${begin}`);
      for (const topic of topicsOf(article.title, article.text, [])) expect(allowed).toContain(topic);
    },
  );

  it('are told for most samples', () => {
    const told = samples.filter(({ title, text }) => topicsOf(title, text, []).length > 0);
    expect(told.length).toBeGreaterThanOrEqual(11);
  });

  it.each(events)('of articles on %s begin with one of %j', (event, allowed) => {
    const first = goldArticles
      .filter((article) => article.event === event)
      .flatMap(({ title, text }) => topicsOf(title, text, []).slice(0, 1));
    expect(first.length).toBeGreaterThan(0);
    for (const topic of first) expect(allowed).toContain(topic);
  });

  it('come with the words that told them', () => {
    const [first] = toldTopics(
      'Striker’s late goal wins the cup',
      'The coach said the final was the best of the season.',
      [],
    );
    expect(first?.topic).toBe('sport');
    expect(first?.words).toEqual(expect.arrayContaining(['striker', 'goal', 'cup', 'coach', 'final']));
  });

  it.each([
    ['Football', 'sport'],
    ['UK Politics', 'politics'],
    ['Arts & Books', 'culture'],
    ['World news', 'world'],
  ])('are taken from the feed’s category %s', (category, topic) => {
    expect(topicsOf('A quiet day', 'Nothing much to tell of it.', [category])).toEqual([topic]);
  });

  it.each(languageTexts.filter(({ language }) => language !== 'English'))(
    'are none by words of $language',
    ({ paragraphs, gap }) => {
      const text = paragraphs.map((sentences) => sentences.join(gap)).join('\n');
      expect(topicsOf(text.slice(0, 80), text, [])).toEqual([]);
    },
  );

  it('are not told by words that only look like English ones', () => {
    const german =
      'Das war ein Test: Patient, General, Film, Album, Trainer, Rate, Wind, Fund, Computer und Software.';
    expect(topicsOf('Software, Computer, Internet, Browser', german, [])).toEqual([]);
    expect(topicsOf('Software, Computer, Internet, Browser', german, ['Technology'])).toEqual(['technology']);
  });

  it('are none where words tell none, and never more than three', () => {
    expect(topicsOf('A quiet day', 'Nothing much to tell of it.', ['Latest', '__proto__', ''])).toEqual([]);
    expect(topicsOf('', '', [])).toEqual([]);
    expect(topicsOf('', '', ['sport, politics, health, science, war'])).toHaveLength(3);
  });
});
