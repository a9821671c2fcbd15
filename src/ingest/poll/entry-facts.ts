import type { NewArticle } from '../../domain/article.ts';
import type { Feed } from '../../domain/feed.ts';
import { cutAtWord } from '../cut-at-word.ts';
import { visibleWords } from '../visible-words.ts';

const mostTopics = 5;
const longestTopic = 40;
const longestSource = 100;
const dayMs = 24 * 60 * 60_000;
/** A date's day is somewhere on Earth for so long. */
const longestDayMs = 2 * dayMs;

/** The categories of an entry that tell what it is about; each once. */
export function topicsOf(categories: readonly string[]): readonly string[] {
  const topics = categories
    .flatMap((category) => visibleWords(category) ?? [])
    .filter((category) => category.length <= longestTopic)
    .filter(
      (category) =>
        !/:\/\/|^www\.|^(?:uncategori[sz]ed|unkategorisiert|non classé|allgemein|blog|post|other)$|^\d+$/i.test(
          category,
        ),
    );
  const isFirst = (topic: string, place: number) =>
    topics.findIndex((other) => other.toLowerCase() === topic.toLowerCase()) === place;
  return topics.filter(isFirst).slice(0, mostTopics);
}

const bare = (words: string): string => words.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** Names of hosts that are nobody's. */
const common = /^(?:www|m|mobile|amp|feeds?|rss|news|blog|com|net|org|info|gov|edu)$/;

/** The publisher's name as its feed has it; where the site does not bear it, the site as well: anyone can claim a name. */
export function sourceOf(feed: Pick<Feed, 'title'>, host: string): string {
  const title = visibleWords(feed.title) ?? '';
  const name = bare(title);
  const site = host.replace(/^www\./, '');
  const isOwn =
    name !== '' &&
    (bare(site).includes(name) ||
      site
        .split('.')
        .some((label) => label.length >= 3 && !common.test(label) && name.includes(bare(label))));
  return name === '' ? site : cutAtWord(isOwn ? title : `${title} (${site})`, longestSource);
}

/** Where a page gives only its day, the feed's time of that day is the better one. */
export function publishedAt(ofArticle: number, ofEntry: number | undefined): Pick<NewArticle, 'publishedAt'> {
  const isBareDay = ofArticle % dayMs === 0;
  const isBetter =
    ofEntry !== undefined &&
    isBareDay &&
    ofEntry % dayMs !== 0 &&
    Math.abs(ofEntry - ofArticle) < longestDayMs;
  return { publishedAt: isBetter ? ofEntry : ofArticle };
}
