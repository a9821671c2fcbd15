import { describe, expect, it } from 'vitest';
import type { JudgedStory, RunRecord, Verdict } from '../../../src/domain/run-record.ts';
import { countsWords, type VerdictContext, verdictWords } from '../../../src/render/digest/verdict-words.ts';
import { newDigest } from '../../store/bench.ts';

const until = Date.UTC(2026, 10, 26, 8);
const minuteMs = 60_000;

const story = (verdict: Verdict, given: Partial<JudgedStory> = {}): JudgedStory => ({
  storyId: verdict,
  articleId: verdict,
  verdict,
  sourceCount: 4,
  ...given,
});

const record = (stories: readonly JudgedStory[], counts: RunRecord['counts'] = {}): RunRecord => ({
  since: until - 24 * 60 * minuteMs,
  until,
  counts,
  stories,
});

const said = (judged: JudgedStory, given: Partial<VerdictContext> = {}) =>
  verdictWords(judged, {
    digest: newDigest({ timezone: 'Europe/London' }),
    record: record([judged]),
    ...given,
  });

describe('what is said of a story of a run', () => {
  it.each<[JudgedStory, Partial<VerdictContext>, string]>([
    [story('new'), { publishedAt: until - 35 * minuteMs }, 'Taken: 4 sources, 35 minutes old'],
    [
      story('new', { sourceCount: 1 }),
      { publishedAt: until - 30 * 60 * minuteMs },
      'Taken: 1 source, 30 hours old',
    ],
    [story('new'), { publishedAt: until - 80 * 60 * minuteMs }, 'Taken: 4 sources, 3 days old'],
    [story('new'), { publishedAt: until + minuteMs }, 'Taken: 4 sources, 0 minutes old'],
    [story('update'), {}, 'Taken as an update, as it has changed: 4 sources'],
    [story('topic'), {}, 'Left out: it is of another topic'],
    [story('source'), {}, 'Left out: none of the chosen sources tells it'],
    [story('words'), {}, 'Left out: it holds none of the wanted words'],
    [story('except-words', { detail: 'football' }), {}, 'Left out: it holds “football”'],
    [story('except-words'), {}, 'Left out: it holds an unwanted word'],
    [story('muted'), {}, 'Left out: only muted feeds tell it'],
    [story('stub'), {}, 'Left out: no article says enough of it'],
    [story('told'), {}, 'Left out: told before, nothing new since'],
    [
      story('told'),
      { toldAt: Date.UTC(2026, 10, 24, 8) },
      'Left out: told on Tuesday, 24 November 2026, nothing new since',
    ],
    [story('room'), {}, 'Left out: the post had no room for it'],
  ])('$verdict: $2', (judged, given, words) => {
    expect(said(judged, given)).toBe(words);
  });

  it('is its rank, where others came before it', () => {
    const told = [story('new'), story('update'), story('room')];
    const ranked = Array.from({ length: 20 }, (_, index) => story('rank', { storyId: `${index}` }));
    const all = record([...told, story('topic'), ...ranked]);
    const words = ranked.map((one) => said(one, { record: all }));
    expect(words.slice(0, 2)).toEqual([
      'Left out: only 3 fit, it ranked 4th',
      'Left out: only 3 fit, it ranked 5th',
    ]);
    expect(words[17]).toBe('Left out: only 3 fit, it ranked 21st');
    expect(words[18]).toBe('Left out: only 3 fit, it ranked 22nd');
  });
});

describe('what is said of a run in numbers', () => {
  it.each<[RunRecord['counts'], string]>([
    [{}, 'Nothing came in'],
    [{ new: 1 }, '1 story taken'],
    [{ new: 4, update: 1 }, '5 stories taken, 1 of them an update'],
    [{ update: 2 }, '2 stories taken, 2 of them updates'],
    [{ told: 2, topic: 7 }, 'No story taken; left out: 2 told before, with nothing new, 7 of other topics'],
    [
      { new: 5, rank: 3, room: 1, source: 1, words: 1, 'except-words': 1, muted: 1, stub: 1 },
      '5 stories taken; left out: 3 ranked lower, 1 without room in the post, 1 of other sources, 1 without the wanted words, 1 with unwanted words, 1 told by muted feeds alone, 1 of which no article says enough',
    ],
  ])('%j: %s', (counts, words) => {
    expect(countsWords(record([], counts))).toBe(words);
  });
});
