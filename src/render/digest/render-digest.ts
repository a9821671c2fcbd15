import { threadReference } from '../../domain/delivery-names.ts';
import type { DigestRun } from '../../domain/digest-draft.ts';
import type { Block, Picture, Piece, Reply } from '../../domain/reply.ts';
import { cutName } from '../cut.ts';
import { isWithinLimits } from '../limits.ts';
import { counted } from '../pages.ts';
import { heading, joined, role, rule, small, text, time } from '../pieces.ts';
import { type Card, type DigestStory, headlineCard, lighterAndLighter, linesOf, storyCard } from './cards.ts';
import { lateLine } from './late-line.ts';
import { localDate, localTime } from './local-time.ts';

/** A run of a digest, and what is known around it. UTC milliseconds. */
export interface DigestOccasion extends DigestRun {
  /** The run after this one. */
  readonly nextRunAt: number;
  /** Since when its stories are told of. */
  readonly since?: number;
  /** The chart of one of its stories. */
  readonly picture?: Picture;
}

/** A digest as it is posted and previewed. */
export interface RenderedDigest {
  /** Absent: there is nothing new, and it wants no post that says so. */
  readonly reply?: Reply;
  /** What goes into the thread of a post in the style of threads. */
  readonly threadReply?: Reply;
  /** The articles by which the post tells its stories; those it had no room for are not among them. */
  readonly shown: readonly string[];
}

const minuteMs = 60_000;
const longestName = 100;
const longestPress = 100;

/** "since 08:00", and the day too where it is not the same. */
function sinceWords(since: number, slot: number): Piece[] {
  const isNear = slot - since < 20 * 60 * minuteMs;
  return ['since ', time(since, isNear ? 't' : 'f')];
}

function header(occasion: DigestOccasion, held: readonly Piece[]): Block[] {
  const { digest, slot } = occasion;
  const at = digest.times.length > 1 ? [localTime(slot, digest.timezone)] : [];
  const title = [cutName(digest.name, longestName), localDate(slot, digest.timezone), ...at];
  return [
    heading(...joined(title, ' · ')),
    ...(held.length === 0 ? [] : [small(...held)]),
    ...lateLine(occasion),
  ];
}

/** What a post is found again by is `ref REFERENCE`. */
function footer({ digest, slot, reference, nextRunAt }: DigestOccasion, label: string): Block[] {
  const next: Piece[] = digest.pause === undefined ? ['Next ', time(nextRunAt, 'R')] : ['Paused'];
  const press = `digest:why:${digest.id}:${slot}`;
  return [
    rule,
    small(...next, ` · ref ${reference}`),
    ...(press.length > longestPress ? [] : [{ kind: 'buttons', buttons: [{ label, press }] } as const]),
  ];
}

/** "5 stories from 12 sources since 08:00", as far as it is known. */
function heldWords(stories: readonly DigestStory[], { since, slot }: DigestOccasion): Piece[] {
  const named = stories.flatMap(({ sources }) => sources ?? []);
  const areNamed = stories.every(({ sources }) => sources !== undefined);
  const from = areNamed ? ` from ${counted(new Set(named).size, 'source')}` : '';
  const about = `${counted(stories.length, 'story', 'stories')}${from}`;
  return since === undefined ? [about] : [`${about} `, ...sinceWords(since, slot)];
}

function cardBlocks(cards: readonly Card[], picture: Picture | undefined): Block[] {
  const charted = picture?.shows[0]?.articleId;
  return cards.flatMap((card, index): Block[] => {
    const { articleId } = card;
    const button = { label: 'Open', press: `summary:open:${articleId}` };
    return [
      ...(index === 0 ? [] : [rule]),
      { kind: 'section', lines: linesOf(card), button },
      ...(picture !== undefined && charted === articleId ? [picture] : []),
    ];
  });
}

interface Fitted {
  readonly reply: Reply;
  readonly cards: readonly Card[];
}

type Frame = (cards: readonly Card[]) => Reply;

/** The fullest form of the cards that Discord takes in their frame; `undefined` where it takes none of them. */
function fitted(cards: readonly Card[], frame: Frame): Fitted | undefined {
  for (const lighter of lighterAndLighter(cards)) {
    const reply = frame(lighter);
    if (isWithinLimits(reply)) return { reply, cards: lighter };
  }
  return undefined;
}

/**
 * Cards in their frame, with links to the places of their words where there is room for all of that: the headline
 * leads to the article in any case. A story whose sentence alone fills a message is left out.
 */
function fittedCards(stories: readonly DigestStory[], frame: Frame): Fitted | undefined {
  const whole = stories.map((story, index) => storyCard(story, index + 1, 'start'));
  const linked = frame(whole);
  if (isWithinLimits(linked)) return { reply: linked, cards: whole };
  const possible = stories.filter((story) => {
    const { head, articleId } = storyCard(story, 1, 'none');
    return isWithinLimits(frame([{ head, articleId, extras: [] }]));
  });
  return fitted(
    possible.map((story, index) => storyCard(story, index + 1, 'none')),
    frame,
  );
}

const idsOf = (cards: readonly Card[]): readonly string[] => cards.map(({ articleId }) => articleId);

function emptyPost(occasion: DigestOccasion): RenderedDigest {
  const { digest, since, slot } = occasion;
  if (digest.skipEmpty) return { shown: [] };
  const words: Piece[] = since === undefined ? ['since the last digest'] : sinceWords(since, slot);
  const nothing = text('Nothing new ', ...words, '.');
  return { reply: { blocks: [...header(occasion, []), nothing, ...footer(occasion, 'Why?')] }, shown: [] };
}

/** A digest as it is posted and previewed, within Discord's limits; no sentence and no quotation is ever cut. */
export function renderDigest(stories: readonly DigestStory[], occasion: DigestOccasion): RenderedDigest {
  const { digest, picture } = occasion;
  const mention = digest.mentionRoleId === undefined ? [] : [text(role(digest.mentionRoleId))];
  const frame = (cards: readonly Card[], blocks: readonly Block[]): Reply => {
    const ids = new Set(idsOf(cards));
    const held = heldWords(
      stories.filter(({ brief }) => ids.has(brief.article.id)),
      occasion,
    );
    return { blocks: [...mention, ...header(occasion, held), ...blocks, ...footer(occasion, 'Why these?')] };
  };
  const post =
    digest.style === 'cards'
      ? fittedCards(stories, (cards) => frame(cards, cardBlocks(cards, picture)))
      : fitted(
          stories.map((story, index) => headlineCard(story, index + 1)),
          (cards) => frame(cards, cards.flatMap(linesOf)),
        );
  if (post === undefined || post.cards.length === 0) return emptyPost(occasion);
  const shown = idsOf(post.cards);
  if (digest.style !== 'threads') return { reply: post.reply, shown };
  const told = stories.filter(({ brief }) => shown.includes(brief.article.id));
  const found = small(`ref ${threadReference(occasion.reference)}`);
  const thread = fittedCards(told, (cards) => ({ blocks: [...cardBlocks(cards, picture), rule, found] }));
  return { reply: post.reply, shown, ...(thread === undefined ? {} : { threadReply: thread.reply }) };
}
