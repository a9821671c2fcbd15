import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/domain/article.ts';
import type { Block } from '../../src/domain/reply.ts';
import type { Story, StoryArticle } from '../../src/domain/story.ts';
import { lineToMarkdown } from '../../src/render/markdown.ts';
import { alsoToldBy, renderSources, sourcesButton } from '../../src/render/render-sources.ts';
import { firstVersion, newArticle } from '../store/bench.ts';
import { storyArticle, storyOf } from '../story/make-story.ts';

const linesOf = (blocks: readonly Block[]): readonly string[] =>
  blocks.flatMap((block) => ('pieces' in block ? [lineToMarkdown(block)] : []));
const labelsOf = (blocks: readonly Block[]): readonly string[] =>
  blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons.map(({ label }) => label) : []));

const asArticle = ({ id, title, source, publishedAt }: StoryArticle): Article =>
  firstVersion(newArticle({ id, title, source, publishedAt }));
const at = ({ publishedAt }: StoryArticle, style: string) => `<t:${publishedAt / 1000}:${style}>`;
const page = (story: Story, number: number) =>
  renderSources(story, number, (other) => `turn:${other}`).blocks;

const bell = storyArticle({ source: 'The Bell', title: 'Quay *reopens*' });
const wire = storyArticle({ source: 'Sula Wire', copyOf: bell.id });
const bellAgain = storyArticle({ source: 'The Bell', copyOf: bell.id });
const post = storyArticle({ source: 'The Post' });
const story = storyOf([bell, wire, bellAgain, post]);

describe('who else tells of an event', () => {
  it('is named below an article, the newest first, each with the link and the time of its own article', () => {
    expect(linesOf(alsoToldBy(asArticle(bell), story))).toEqual([
      `-# Also told by: [The Post](<${post.url}>) ${at(post, 'R')}, [Sula Wire](<${wire.url}>) ${at(wire, 'R')}`,
    ]);
  });

  it('is three, and how many more, whether their articles are listed or not', () => {
    const many = Array.from({ length: 6 }, () => storyArticle());
    const all = { ...storyOf(many), sources: [...many.map(({ source }) => source), 'An early bird'] };
    const [first] = many;
    const [line] = linesOf(alsoToldBy(asArticle(first ?? bell), all));
    expect(line).toMatch(/^-# Also told by: (?:\[Paper \d+\]\(<[^)]+>\) <t:\d+:R>,? ){3}and 3 more$/);
  });

  it('is linked to the fuller article of a source that also gave a copy', () => {
    const copied = storyArticle({ source: 'Sula Wire', copyOf: bell.id });
    const own = storyArticle({ source: 'Sula Wire', url: 'https://wire.example/own' });
    const [line] = linesOf(alsoToldBy(asArticle(bell), storyOf([bell, own, copied])));
    expect(line).toContain('https://wire.example/own');
  });

  it('is nobody where the story is one source’s, and the list is offered where it has more articles', () => {
    const alone = storyOf([bell]);
    expect([alsoToldBy(asArticle(bell), alone), sourcesButton(asArticle(bell), alone)]).toEqual([[], []]);
    expect([alsoToldBy(asArticle(bell), undefined), sourcesButton(asArticle(bell), undefined)]).toEqual([
      [],
      [],
    ]);
    const twice = storyOf([bell, bellAgain]);
    expect(alsoToldBy(asArticle(bell), twice)).toEqual([]);
    expect(sourcesButton(asArticle(bell), twice)).toEqual([
      { label: 'All articles', press: `summary:sources:${bell.id}` },
    ]);
    expect(sourcesButton(asArticle(bell), story)).toMatchObject([{ label: 'All sources' }]);
  });
});

describe('all sources of a story', () => {
  it('are its articles, the oldest first, copies named as such', () => {
    expect(linesOf(page(story, 0))).toEqual([
      `### [${post.title}](<${post.url}>)`,
      '-# 3 sources · 4 articles',
      `1) [Quay \\*reopens\\*](<${bell.url}>)`,
      `-# The Bell · ${at(bell, 'f')} · the first`,
      `2) [${wire.title}](<${wire.url}>)`,
      `-# Sula Wire · ${at(wire, 'f')} · same text as The Bell`,
      `3) [${bellAgain.title}](<${bellAgain.url}>)`,
      `-# The Bell · ${at(bellAgain, 'f')} · the same text again`,
      `4) [${post.title}](<${post.url}>)`,
      `-# The Post · ${at(post, 'f')}`,
    ]);
  });

  it('of which the first are not listed any more name none as the first', () => {
    const lines = linesOf(page(storyOf([wire, post], 61), 0));
    expect(lines[1]).toBe('-# 2 sources · 63 articles · the newest 2 of them');
    expect(lines.join('\n')).toContain('same text as an earlier article');
    expect(lines.join('\n')).not.toContain('the first');
  });

  it('are turned through ten by ten; a page that is not there is the nearest', () => {
    const many = storyOf(Array.from({ length: 23 }, () => storyArticle()));
    expect(linesOf(page(many, 0))[1]).toBe('-# 23 sources · 23 articles · page 1 of 3');
    expect(linesOf(page(many, 1))[2]).toMatch(/^11\) /);
    expect([0, 1, 2].map((number) => labelsOf(page(many, number)))).toEqual([
      ['Next'],
      ['Previous', 'Next'],
      ['Previous'],
    ]);
    expect(page(many, 99)).toEqual(page(many, 2));
    expect(page(many, -5)).toEqual(page(many, 0));
  });
});
