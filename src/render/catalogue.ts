import type { Headline } from '../domain/article.ts';
import type { UserProblem } from '../domain/errors.ts';
import type { Block, Piece, Reply } from '../domain/reply.ts';
import { cut, shortNames } from './cut.ts';
import { digestProblemWords } from './digest/problems.ts';
import { timesProblemWords } from './digest/schedule-words.ts';
import { counted } from './pages.ts';
import { titlePassage } from './passages.ts';
import { channel, code, joined, linked, text, time } from './pieces.ts';

/** Titles, linked where they have an address. */
function titles(headlines: readonly Headline[]): Piece[] {
  return joined(
    headlines.map((headline) => linked(headline.url, titlePassage(headline))),
    ', ',
  );
}

function closest(headlines: readonly Headline[]): Piece[] {
  return headlines.length === 0 ? [] : [' Closest: ', ...titles(headlines), '.'];
}

function nothingFound({
  asked,
  searched,
  source,
  since,
  nearest = [],
}: UserProblem & { code: 'nothingFound' }): Piece[] {
  const isNarrow = source !== undefined || since !== undefined;
  return [
    `I searched ${counted(searched, 'stored article')}, and none`,
    ...(source === undefined ? [] : [` from ${cut(source, 60)}`]),
    ...(since === undefined ? [] : [' since ', time(since, 'f')]),
    ` has “${cut(asked, 200)}”. Try fewer or other words${isNarrow ? ', or all sources and times' : ''}.`,
    ...(nearest.length === 0 ? [] : [' These have some of them: ', ...titles(nearest), '.']),
  ];
}

/** What is said of each problem a person can act on: what happened, and what to do. */
function wordsOf(problem: UserProblem): Piece[] {
  switch (problem.code) {
    case 'noSuchStory':
      return [
        `I have no stored story like “${problem.asked}”.`,
        ...closest(problem.closest),
        ' You can paste a link, or attach the article as a file.',
      ];
    case 'noStoryGiven':
      return [
        'Which story? Pick one from the list of ',
        code('story'),
        ', or attach the article to ',
        code('file'),
        '.',
      ];
    case 'linkRefused':
      return ['I read pages of the public web only: a link that begins with http:// or https://.'];
    case 'tooManyLinks':
    case 'tooManyFiles':
      return [
        `That is more ${problem.code === 'tooManyLinks' ? 'new links' : 'files'} than I read for one person. Try again in ${problem.minutes === 1 ? 'a minute' : `${problem.minutes} minutes`}.`,
      ];
    case 'pageNotReadable':
      return [
        `${problem.host} did not give me the article: ${problem.why}. Nothing was made up. Try again later, or attach the article as a file.`,
      ];
    case 'emptyText':
      return [`${problem.name} has no text in it. Attach the article as .txt or .html.`];
    case 'notText':
      return [`${problem.name} is not a text I can read. Attach the article as .txt or .html.`];
    case 'tooLarge':
      return [
        `${problem.name} is too large: I read files up to ${problem.limitMb} MB and about 50,000 words. Attach only the article.`,
      ];
    case 'fileUnreachable':
      return [`I could not fetch ${problem.name} from Discord. Attach it again.`];
    case 'nothingFound':
      return nothingFound(problem);
    case 'noSearchWords':
      return ['Which words? Type one at least that an article has, such as ', code('ferry contract'), '.'];
    case 'searchForgotten':
      return [
        'I remember the words of a search for half an hour only. Search again with ',
        code('/search'),
        '.',
      ];
    case 'tooManyQuestions':
      return [
        'That is as many questions as I answer in ten minutes. Ask again ',
        time(problem.until, 'R'),
        '.',
      ];
    case 'questionGone':
      return ['I do not remember the question any more. Ask it again.'];
    case 'badTime':
      return [timesProblemWords(problem.asked, problem.why ?? 'unknown')];
    case 'badZone':
      return [`I do not know “${problem.asked}”. Pick a city from the list, e.g. Europe/London.`];
    case 'badDays':
      return [`“${problem.asked}” are not days I know. Examples: daily, weekdays, mon, wed, fri.`];
    case 'badSince':
      return [
        `“${problem.asked}” is not a time in the past that I know. Examples: 7d, 2 weeks, yesterday, 2026-11-01.`,
      ];
    case 'noSuchTopic':
      return [`“${problem.asked}” is none of the topics I have: ${shortNames(problem.known)}.`];
    case 'noSuchSource':
      return [
        `No stored article is from “${problem.asked}”. I have: ${shortNames(problem.known)}. `,
        code('/feed add'),
        ' follows another.',
      ];
    case 'noSuchDigest':
      return [`There is no digest “${problem.asked}” here. `, code('/digest list'), ' shows them.'];
    case 'noDigestsYet':
    case 'whichDigest':
    case 'badWords':
    case 'severalDigests':
    case 'tooManyDigests':
    case 'noSuchRun':
    case 'nothingToChange':
    case 'notAnnouncement':
    case 'noThreadsThere':
    case 'wantsTag':
    case 'everyoneRole':
    case 'channelGone':
      return digestProblemWords(problem);
    case 'missingPermissions':
      return [
        'I cannot post in ',
        channel(problem.channelId),
        `. I need: ${problem.missing.join(', ')}. Fix it, then try again.`,
      ];
    case 'cannotHoldMessages':
      return ['I cannot post in ', channel(problem.channelId), ': pick a text or announcement channel.'];
    case 'guildOnly':
      return ['That belongs to a server: use this command in one.'];
    case 'noSuchSpeaker':
      return [
        `No stored article quotes anyone called “${problem.asked}”.`,
        ...(problem.closest.length === 0 ? [] : [` Closest: ${problem.closest.join(', ')}.`]),
      ];
    case 'notStoredAnyMore':
      return ['This story is no longer stored.'];
    case 'tooManyFeeds':
      return [
        `This server follows ${problem.most} feeds, as many as it may. End one with `,
        code('/feed remove'),
        ' first.',
      ];
    case 'nothingToImport':
      return ['Attach a list of feeds (OPML) to ', code('file'), ', or choose a ', code('pack'), '.'];
    case 'notOpml':
      return [
        `${problem.name} is not a list of feeds (OPML). Feed readers give one with “export”, as .opml or .xml.`,
      ];
    case 'noSuchPack':
      return [`There is no pack “${problem.asked}”. Choose one from the list of `, code('pack'), '.'];
    case 'noSuchFeed':
      return [
        `This server follows no feed “${problem.asked}”. Choose one from the list, or see `,
        code('/feed list'),
        '.',
      ];
    case 'mayNotManage':
      return ['That is for those who manage this server (the permission Manage Server).'];
    case 'proposalGone':
      return ['I remember what I found for 15 minutes only. Add it again with ', code('/feed add'), '.'];
  }
}

export function problemReply(problem: UserProblem): Reply {
  return { blocks: [text(...wordsOf(problem))] };
}

/** Said of a fault; the log has the reason under the same reference. */
export function faultReply(reference: string): Reply {
  return {
    blocks: [text('Something broke on my side. Nothing was posted. Reference ', code(reference), '.')],
  };
}

const examples = ['how much does the ferry contract cost?', '/summary story:ferry'] as const;

/** The first words to a person who does not know the bot yet. */
export function introduction(): Block[] {
  return [
    text(
      'I summarise news in the articles’ own words: each sentence, quotation and figure stands word for word in a stored article, and links to it.',
    ),
    text(
      'Ask me a question, name a story, paste a link, or attach an article as a .txt or .html file. For example:',
    ),
    text('• ', code(examples[0])),
    text('• ', code(examples[1])),
  ];
}
