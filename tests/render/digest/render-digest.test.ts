import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cardShape } from '../../../src/brief/make-brief.ts';
import { makeBriefs } from '../../../src/brief/make-briefs.ts';
import type { Brief } from '../../../src/domain/brief.ts';
import { type Digest, usualDigest } from '../../../src/domain/digest.ts';
import type { Line, Reply, Section } from '../../../src/domain/reply.ts';
import {
  type Card,
  type DigestStory,
  lighterAndLighter,
  storyCard,
} from '../../../src/render/digest/cards.ts';
import { type DigestOccasion, renderDigest } from '../../../src/render/digest/render-digest.ts';
import { readLength } from '../../../src/render/limits.ts';
import { escapeMarkdown, lineToMarkdown } from '../../../src/render/markdown.ts';
import { titlePassage } from '../../../src/render/passages.ts';
import { passage } from '../../../src/render/pieces.ts';
import { sampleArticles } from '../../sample-articles.ts';
import { anyBriefs } from '../any-brief.ts';
import { expectWithinLimits } from '../within-limits.ts';

const samples = makeBriefs(await sampleArticles(), cardShape);

const slot = Date.UTC(2026, 10, 25, 23);
const hourMs = 60 * 60_000;

const digest: Digest = {
  ...usualDigest,
  id: 'a'.repeat(22),
  guildId: '1',
  channelId: '2',
  name: 'Morning',
  times: ['08:00'],
  days: [1, 3],
  timezone: 'Asia/Tokyo',
  createdBy: '3',
  createdAt: 0,
  nextRunAt: slot,
};

const storyOf = (brief: Brief): DigestStory => ({ brief, sourceCount: 1, isUpdate: false });
const someStories = (count: number) => samples.slice(0, count).map(storyOf);

interface Given extends Partial<Omit<DigestOccasion, 'digest'>> {
  readonly digest?: Partial<Digest>;
}

function render(stories: readonly DigestStory[], { digest: changed, ...given }: Given = {}) {
  return renderDigest(stories, {
    digest: { ...digest, ...changed },
    slot,
    at: slot,
    isAsked: false,
    reference: 'abc123',
    nextRunAt: slot + 48 * hourMs,
    ...given,
  });
}

const sectionsOf = (reply: Reply | undefined): readonly Section[] =>
  (reply?.blocks ?? []).filter((block) => block.kind === 'section');

const allLines = (reply: Reply | undefined): readonly Line[] =>
  (reply?.blocks ?? []).flatMap((block): readonly Line[] => {
    if (block.kind === 'section') return block.lines;
    return 'pieces' in block ? [block] : [];
  });

const wordsOf = (reply: Reply | undefined): readonly string[] => allLines(reply).map(lineToMarkdown);

const isFigure = (line: Line) => line.kind === 'text' && line.pieces[0] === '• ';

describe('a digest', () => {
  it('is headed by the date where it is read, and by what it holds since when', () => {
    const [title, held] = wordsOf(render(someStories(2), { since: slot - 48 * hourMs }).reply);
    expect(title).toBe('### Morning · Thursday, 26 November 2026');
    expect(held).toBe(`-# 2 stories since <t:${(slot - 48 * hourMs) / 1000}:f>`);
  });

  it('names the hour where it comes several times a day, and says from how many sources', () => {
    const sources = [
      ['Bell', 'Gazette'],
      ['Bell', 'Courier'],
    ];
    const stories = someStories(2).map((story, index) => ({ ...story, sources: sources[index] ?? [] }));
    const given = { digest: { times: ['08:00', '18:00'] }, since: slot - 14 * hourMs };
    const [title, held] = wordsOf(render(stories, given).reply);
    expect(title).toBe('### Morning · Thursday, 26 November 2026 · 08:00');
    expect(held).toBe(`-# 2 stories from 3 sources since <t:${(slot - 14 * hourMs) / 1000}:t>`);
  });

  it('ends with the next time, its reference and a button that says why', () => {
    const { reply } = render(someStories(1));
    expect(wordsOf(reply).at(-1)).toBe(`-# Next <t:${slot / 1000 + 48 * 3600}:R> · ref abc123`);
    expect(reply?.blocks.at(-1)).toEqual({
      kind: 'buttons',
      buttons: [{ label: 'Why these?', press: `digest:why:${digest.id}:${slot}` }],
    });
    const paused = { pause: { at: 0, by: 'person' } } as const;
    expect(wordsOf(render(someStories(1), { digest: paused }).reply).at(-1)).toBe('-# Paused · ref abc123');
  });

  it.each<[number, Given, string | undefined]>([
    [10, {}, undefined],
    [35, {}, 'Posted 35 minutes late'],
    [125, {}, 'Posted 2 hours 5 minutes late'],
    [35, { isAsked: true }, undefined],
  ])('%i minutes after its time with %j says how late it is: %s', (minutes, given, words) => {
    const lines = wordsOf(render(someStories(1), { at: slot + minutes * 60_000, ...given }).reply);
    const late = lines.filter((line) => line.includes('late'));
    expect(late).toEqual(words === undefined ? [] : [`-# ${words}: it was due at <t:${slot / 1000}:t>.`]);
  });

  it('has for a story its linked headline, source and age, a sentence, a quote with its speaker, and figures', () => {
    const [brief] = samples;
    if (brief === undefined) throw new Error('there is a sample');
    const [section] = sectionsOf(render([{ brief, sourceCount: 3, isUpdate: true }]).reply);
    const words = (section?.lines ?? []).map(lineToMarkdown).join('\n');
    expect(words).toMatch(/^1\\?\) \*\*Update\*\* · \[[^\]]+\]\(<https:/);
    expect(words).toMatch(/\n-# [^\n]+ · <t:\d+:R> · and 2 more sources\n/);
    expect(words).toMatch(/\n> “[^\n]+”\n(?:-# In: [^\n]+\n)?-# — \*\*/);
    expect(words).toMatch(/\n• .*\*\*/);
    expect(section?.button).toEqual({ label: 'Open', press: `summary:open:${brief.article.id}` });
  });

  it('quotes nobody who is not sure to have said it, and says no figure twice', () => {
    const [brief] = samples;
    const [quotation] = brief?.quotations ?? [];
    const [figure] = brief?.figures ?? [];
    if (brief === undefined || quotation === undefined || figure === undefined)
      throw new Error('the first sample has both');
    const { speaker: _, ...nobody } = quotation;
    const unsure = { ...brief, quotations: [nobody] };
    expect(allLines(render([storyOf(unsure)]).reply).some(({ kind }) => kind === 'quotation')).toBe(false);
    const quoted = { ...figure, passage: quotation.passage, sentence: { ...figure.sentence, number: 99 } };
    const inSentence = { ...figure, sentence: brief.summary[0] ?? figure.sentence };
    const twice = { ...brief, figures: [quoted, inSentence] };
    expect(allLines(render([storyOf(twice)]).reply).some(isFigure)).toBe(false);
  });

  it('in lines is headlines alone', () => {
    const { reply } = render(someStories(3), { digest: { style: 'lines' } });
    expect(reply?.blocks.map(({ kind }) => kind)).toEqual([
      'heading',
      'small',
      ...['text', 'small', 'text', 'small', 'text', 'small'],
      'rule',
      'small',
      'buttons',
    ]);
  });

  it('in threads is headlines, and cards for the thread', () => {
    const threads = render(someStories(3), { digest: { style: 'threads' } });
    expect(threads.reply).toEqual(render(someStories(3), { digest: { style: 'lines' } }).reply);
    const cards = render(someStories(3)).reply;
    expect(sectionsOf(threads.threadReply)).toEqual(sectionsOf(cards));
    expect(threads.threadReply?.blocks.map(({ kind }) => kind)).toEqual([
      'section',
      'rule',
      'section',
      'rule',
      'section',
      'rule',
      'small',
    ]);
  });

  it('in threads is found again in the thread by a reference of its own', () => {
    const { reply, threadReply } = render(someStories(1), { digest: { style: 'threads' } });
    const references = [reply, threadReply].map((each) => /ref [0-9a-z]+/.exec(JSON.stringify(each))?.[0]);
    expect(references[1]).toMatch(/^ref [0-9a-f]{6}$/);
    expect(references[1]).not.toBe(references[0]);
  });

  it('names the one role it notifies, but not where nothing is new', () => {
    const given = { digest: { mentionRoleId: '55', skipEmpty: false } };
    const { reply } = render(someStories(1), given);
    expect(wordsOf(reply)[0]).toBe('<@&55>');
    expect(JSON.stringify(render([], given))).not.toContain('55');
  });

  it('with nothing new is no post, or one line', () => {
    expect(render([])).toEqual({ shown: [] });
    const lines = wordsOf(render([], { digest: { skipEmpty: false }, since: slot - 24 * hourMs }).reply);
    expect(lines[1]).toBe(`Nothing new since <t:${slot / 1000 - 24 * 3600}:f>.`);
    expect(lines).toHaveLength(3);
    const unknown = wordsOf(render([], { digest: { skipEmpty: false } }).reply);
    expect(unknown[1]).toBe('Nothing new since the last digest.');
  });

  it('shows a chart below the story it is of, and not without that story', () => {
    const stories = someStories(3);
    const second = stories[1]?.brief.article;
    if (second === undefined) throw new Error('there are samples');
    const file = { name: 'chart.png', bytes: new Uint8Array([1]) };
    const picture = { kind: 'picture', file, alt: 'Bars', shows: [titlePassage(second)] } as const;
    const kinds = (reply: Reply | undefined) => reply?.blocks.map(({ kind }) => kind).slice(2, -3);
    expect(kinds(render(stories, { picture }).reply)).toEqual([
      ...['section', 'rule', 'section', 'picture', 'rule', 'section'],
    ]);
    expect(kinds(render(stories.slice(0, 1), { picture }).reply)).toEqual(['section']);
    const lines = render(stories, { picture, digest: { style: 'lines' } });
    expect(JSON.stringify(lines)).not.toContain('picture');
    const threads = render(stories, { picture, digest: { style: 'threads' } });
    expect(threads.threadReply?.blocks).toContain(picture);
    expect(threads.reply?.blocks).not.toContain(picture);
  });
});

describe('a digest of any stories', () => {
  const style = fc.constantFrom('cards' as const, 'lines' as const, 'threads' as const);
  const name = fc.string({ unit: 'grapheme', maxLength: 300 });
  const property = (
    check: (briefs: readonly Brief[], rendered: ReturnType<typeof render>, styled: Digest['style']) => void,
  ) =>
    fc.assert(
      fc.property(anyBriefs, style, name, (briefs, styled, called) => {
        const given = { digest: { style: styled, name: called, mentionRoleId: '9'.repeat(19) }, since: 0 };
        check(briefs, render(briefs.map(storyOf), given), styled);
      }),
      { seed: 31, numRuns: 100, endOnFailure: true },
    );

  it('keeps Discord’s limits, sections of one to three texts among them', () => {
    property((_, { reply, threadReply }) => {
      for (const each of [reply, threadReply]) if (each !== undefined) expectWithinLimits(each);
    });
  });

  it('shows sentences and quotations whole, or not at all', () => {
    property((briefs, rendered, styled) => {
      for (const { brief, lines } of toldCards(briefs, rendered, styled)) {
        const said = lines.flatMap(({ pieces }) => pieces);
        expect(said).toContainEqual(passage(brief.summary[0]?.passage ?? nothing));
        for (const line of lines.filter(({ kind }) => kind === 'quotation'))
          expect(line.pieces).toEqual(['“', passage(brief.quotations[0]?.passage ?? nothing), '”']);
      }
    });
  });

  it('tells the first stories, as many as it says, and of each all that is said of one', () => {
    property((briefs, { reply, shown }, styled) => {
      const ids = briefs.map(({ article }) => article.id).filter((id) => shown.includes(id));
      expect(shown).toEqual(ids);
      if (styled === 'cards')
        expect(sectionsOf(reply).map(({ button }) => button.press)).toEqual(
          shown.map((id) => `summary:open:${id}`),
        );
      if (shown.length > 0)
        expect(wordsOf(reply)[2]).toContain(
          `${shown.length} ${shown.length === 1 ? 'story' : 'stories'} since`,
        );
    });
  });

  it('reads at most 520 characters of a story that has more than its sentence', () => {
    property((_, { reply, threadReply }) => {
      for (const { lines } of [...sectionsOf(reply), ...sectionsOf(threadReply)])
        if (lines.length > 3) expect(readLength(lines)).toBeLessThanOrEqual(520);
    });
  });

  it('gives up second figures first, then first ones, then quotations, then stories', () => {
    property((briefs, rendered, styled) => {
      const told = toldCards(briefs, rendered, styled);
      const rungsOf = (brief: Brief) =>
        storyCard(storyOf(brief), 1, 'none').extras.map(({ rung }) => rungs.indexOf(rung));
      const kept = told.flatMap(({ lines }) => lines.flatMap(rungOf));
      const missing = told.flatMap(({ brief, lines }) => rungsOf(brief).slice(lines.flatMap(rungOf).length));
      expect(Math.max(-1, ...kept)).toBeLessThanOrEqual(Math.min(...missing, rungs.length));
      const isWhole = told.length === briefs.filter(isShort).length;
      if (styled === 'cards' && !isWhole) expect(kept).toEqual([]);
    });
  });

  it('gives up one thing at a time', () => {
    fc.assert(
      fc.property(anyBriefs, (briefs) => {
        const cards = briefs.map((brief, index) => storyCard(storyOf(brief), index + 1, 'none'));
        const counts = [...lighterAndLighter(cards)].map((left) => left.flatMap(linesOfEach).length);
        expect(counts.toSorted((one, other) => other - one)).toEqual(counts);
        const extras = cards.flatMap((card) => card.extras);
        expect(counts).toHaveLength(1 + extras.length + cards.length - 1);
      }),
      { seed: 31, numRuns: 50, endOnFailure: true },
    );
  });
});

const nothing = { articleId: '', of: 'text', spans: [], text: '' } as const;
const rungs = ['quotation', 'figure', 'second figure'];

/** A story whose sentence leaves room for the frame of a message. */
const isShort = ({ summary, article }: Brief) =>
  escapeMarkdown(`${summary[0]?.passage.text}${article.title}${article.source}`).length +
    (article.url ?? '').length <
  3_000;

/** The rung a line stands for; none where it is of the head or below a quotation. */
function rungOf(line: Line, index: number, lines: readonly Line[]): readonly number[] {
  if (line.kind === 'quotation') return [0];
  if (!isFigure(line)) return [];
  return [lines.slice(0, index).some(isFigure) ? 2 : 1];
}

const linesOfEach = ({ head, extras }: Card): readonly unknown[] => [...head, ...extras];

/** The cards that a post or its thread shows, each with the brief it is made of. */
function toldCards(
  briefs: readonly Brief[],
  { reply, threadReply }: ReturnType<typeof render>,
  styled: Digest['style'],
) {
  return sectionsOf(styled === 'threads' ? threadReply : reply).flatMap(({ lines, button }) => {
    const brief = briefs.find(({ article }) => button.press?.endsWith(article.id));
    return brief === undefined ? [] : [{ brief, lines }];
  });
}
