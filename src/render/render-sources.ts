import type { Article } from '../domain/article.ts';
import type { Block, Button, Piece, Reply } from '../domain/reply.ts';
import type { Story, StoryArticle } from '../domain/story.ts';
import { blockPage, type PageRoom } from './block-pages.ts';
import { headlineLines, shortSource, shortUrl, titlePieces } from './headline.ts';
import { withinLimits } from './limits.ts';
import { counted } from './pages.ts';
import { heading, joined, linked, small, time } from './pieces.ts';

/** Other sources that are named where an article is told. */
const mostNamed = 3;
/** The line of them stands above the sentences: it must leave them their room. */
const longestName = 40;
const longestUrl = 300;

/** The newest article of each other source than the article's own that is more than a copy, else the newest. */
function otherTellers({ source }: Article, { articles, sources }: Story): readonly StoryArticle[] {
  const tellers = sources
    .filter((name) => name !== source)
    .flatMap((name) => {
      const own = articles.filter((one) => one.source === name);
      return own.find(({ copyOf }) => copyOf === undefined) ?? own[0] ?? [];
    });
  return tellers.toSorted((one, other) => other.publishedAt - one.publishedAt);
}

/** "Also told by: X 2 hours ago, Y yesterday and 4 more": by name alone, each linked to what it says itself. */
export function alsoToldBy(article: Article, story: Story | undefined): Block[] {
  if (story === undefined) return [];
  const named = otherTellers(article, story).slice(0, mostNamed);
  if (named.length === 0) return [];
  const more = story.sources.filter((name) => name !== article.source).length - named.length;
  const tellers = named.map(({ source, url, publishedAt }): Piece[] => [
    linked(shortUrl(url, longestUrl), shortSource(source, longestName)),
    ' ',
    time(publishedAt, 'R'),
  ]);
  const list = tellers.flatMap((pieces, index) => (index === 0 ? pieces : [', ', ...pieces]));
  return [small('Also told by: ', ...list, ...(more > 0 ? [` and ${more} more`] : []))];
}

/** What shows all articles of the story that an article is in, where there are more than that one. */
export function sourcesButton({ id }: Article, story: Story | undefined): Button[] {
  if (story === undefined || story.articleCount < 2) return [];
  const label = story.sources.length > 1 ? 'All sources' : 'All articles';
  return [{ label, press: `summary:sources:${id}` }];
}

const pageRoom: PageRoom = { entries: 10, length: 3_300 };

/** "same text as X", of a copy; X is named where it is somebody else. */
function copyWords({ copyOf, source }: StoryArticle, articles: readonly StoryArticle[]): readonly string[] {
  if (copyOf === undefined) return [];
  const original = articles.find(({ id }) => id === copyOf);
  if (original === undefined) return ['same text as an earlier article'];
  return original.source === source
    ? ['the same text again']
    : [`same text as ${shortSource(original.source, longestName)}`];
}

/** All articles of a story, oldest first: who was first, and who gives whose text. A page of it, counted from 0. */
export function renderSources(story: Story, wanted: number, pressOf: (page: number) => string): Reply {
  const { lead, articles, articleCount, sources } = story;
  const isWhole = articles.length === articleCount;
  const entries = articles.toReversed().map((article, index) => {
    const first = isWhole && index === 0 ? ['the first'] : [];
    const facts = [...first, ...copyWords(article, articles)];
    return headlineLines(article, index + 1, { style: 'f', facts });
  });
  const page = blockPage(entries, pageRoom, wanted, pressOf);
  const counts = [
    counted(sources.length, 'source'),
    counted(articleCount, 'article'),
    ...(isWhole ? [] : [`the newest ${articles.length} of them`]),
    ...page.counts,
  ];
  return withinLimits({
    blocks: [heading(...titlePieces(lead)), small(...joined(counts, ' · ')), ...page.lines, ...page.buttons],
  });
}
