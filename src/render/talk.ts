import type { ForgottenPerson } from '../domain/guild-store.ts';
import type { Block, Reply } from '../domain/reply.ts';
import { code, small, text } from './pieces.ts';

const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

/** Said to "stop". A person follows nothing by themselves: what comes unasked is a server's. */
export function stoppedReply(hadTalk: boolean): Reply {
  return {
    blocks: [
      text(
        hadTalk ? 'Stopped: I have forgotten which story we talked about. ' : 'There is nothing to stop. ',
        'You follow nothing of your own, so I write to you only when you write to me.',
      ),
      text(
        'Digests belong to servers: those who manage one end them there with ',
        code('/digest pause'),
        ' or ',
        code('/digest remove'),
        '.',
      ),
    ],
  };
}

/** Said once everything of a person is gone; how many texts it was is told to nobody else. */
export function forgottenReply(gone: ForgottenPerson, isBetweenUs: boolean): Reply {
  const texts = isBetweenUs ? counted(gone.articles, 'text') : 'all texts';
  const named = [
    ...(gone.digests === 0 ? [] : [counted(gone.digests, 'digest')]),
    ...(gone.subscriptions === 0 ? [] : [counted(gone.subscriptions, 'feed')]),
  ];
  return {
    blocks: [
      text(
        `Deleted: ${texts} that you gave me in direct messages, and which story we talked about. Your questions were never kept.`,
      ),
      ...(named.length === 0
        ? []
        : [text(`Your name is off ${named.join(' and ')} of servers; they go on without it.`)]),
      text('What you handed in within a server is that server’s, and gone after 24 hours.'),
    ],
  };
}

export const newStoryReply = (): Reply => ({
  blocks: [text('Another story, then. Which one? Ask in your own words, or paste a link.')],
});

/** Said once to each person, under the first answer in their direct messages. */
export const examplesAfter = (): Block[] => [
  small('Ask on: ', code('and who said that?')),
  small('Or of another story: ', code('how much does the ferry contract cost?')),
];
