import type { Feed, FeedLook, FoundFeed } from '../../domain/feed.ts';
import type { Block, Button, Piece, Reply } from '../../domain/reply.ts';
import { cut } from '../cut.ts';
import { withinLimits } from '../limits.ts';
import { counted } from '../pages.ts';
import { code, heading, joined, linked, small, text, time } from '../pieces.ts';
import { stepLines } from './steps.ts';
import { failureWords, feedName, hostOf, linkable, rateWords } from './words.ts';

const longestEntryTitle = 150;
const longestAddress = 200;
const longestLabel = 38;
/** Feeds of the same page that are offered; a row has five buttons. */
export const mostOthers = 4;

/** "English" of "en-GB"; the tag itself where it is none. */
function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames('en', { type: 'language' }).of(tag) ?? tag;
  } catch {
    return cut(tag, 20); // not a language tag: feeds write what they like
  }
}

function facts({ siteUrl, address, language, entryCount, usualGapMs, newestEntryAt }: FoundFeed): Block {
  const pieces: Piece[] = [
    hostOf(siteUrl ?? address),
    ...(language === undefined || language === '' ? [] : [languageName(language)]),
    counted(entryCount, 'entry', 'entries'),
    ...(usualGapMs === undefined ? [] : [rateWords(usualGapMs)]),
  ];
  const newest: Piece[] = newestEntryAt === undefined ? [] : [' · newest ', time(newestEntryAt, 'R')];
  return small(...joined(pieces, ' · '), ...newest);
}

function entryLine({ title, url, publishedAt }: FoundFeed['newest'][number]): Block {
  const words = cut(title, longestEntryTitle);
  const when: Piece[] = publishedAt === undefined ? [] : [' · ', time(publishedAt, 'R')];
  return text('• ', linked(linkable(url), words === '' ? '(no title)' : words), ...when);
}

function entryLines({ newest, entryCount }: FoundFeed): Block[] {
  if (newest.length > 0) return newest.slice(0, 5).map(entryLine);
  return [text(entryCount === 0 ? 'It has no entries yet.' : 'Its entries have no titles.')];
}

/** Whose its articles will be, and why. */
function scopeWords({ scope }: FoundFeed): string {
  return scope === 'public'
    ? 'Its articles will be public: anyone can open this address.'
    : 'Its articles will be this server’s alone: the address carries a secret, such as a key or a password.';
}

const addressPiece = (address: string): Piece => code(cut(address, longestAddress));

function otherButtons({ others }: FeedLook, id: string): Block[] {
  const buttons: Button[] = others.slice(0, mostOthers).map(({ title, address }, index) => ({
    label: cut(title ?? '', longestLabel) || cut(hostOf(address), longestLabel),
    press: `feed:other:${id}:${index}`,
  }));
  if (buttons.length === 0) return [];
  return [text('The page names other feeds too:'), { kind: 'buttons', buttons }];
}

function choice(id: string): Block {
  return {
    kind: 'buttons',
    buttons: [
      { label: 'Follow', press: `feed:follow:${id}`, primary: true },
      { label: 'Cancel', press: `feed:drop:${id}` },
    ],
  };
}

/** What was found at an address, before anything is saved; `id` is what its buttons carry. */
export function renderProposal(found: FoundFeed, look: FeedLook, id: string): Reply {
  return withinLimits({
    blocks: [
      heading(feedName(found)),
      text(addressPiece(found.address)),
      facts(found),
      ...entryLines(found),
      small(scopeWords(found)),
      choice(id),
      ...otherButtons(look, id),
    ],
  });
}

/** Why an address gave no feed, how far it went, and what to do. */
export function renderNoFeed(address: string, look: FeedLook, id: string): Reply {
  const { what, advice } = failureWords(look.failure ?? { reason: 'no-feed' });
  return withinLimits({
    blocks: [
      text('I found no feed at ', addressPiece(address), `: ${what}. ${advice}`),
      ...stepLines(look.steps),
      ...otherButtons(look, id),
    ],
  });
}

/** Said once a feed is followed; `hasAlerts`: somebody will be told when it fails. */
export function renderFollowed(found: FoundFeed, outcome: 'new' | 'known', hasAlerts: boolean): Reply {
  const name = feedName(found);
  if (outcome === 'known') return { blocks: [text('This server follows ', name, ' already.')] };
  return {
    blocks: [
      text('Following ', name, '. Its articles come in now.'),
      small(
        ...(hasAlerts
          ? ['The alerts channel is told when it stops or falls silent.']
          : ['Nobody is told when it stops: ', code('/settings alerts'), ' sets a channel for that.']),
      ),
    ],
  };
}

/** A feed that is followed already, and how it is. */
export function renderKnown(feed: Feed, condition: readonly Piece[], look: FeedLook, id: string): Reply {
  return {
    blocks: [
      text('This server follows ', feedName(feed), ' already: ', ...condition, '.'),
      ...otherButtons(look, id),
    ],
  };
}
