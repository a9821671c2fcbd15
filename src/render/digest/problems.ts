import type { UserProblem, WordsProblem } from '../../domain/errors.ts';
import type { Piece } from '../../domain/reply.ts';
import { shortNames } from '../cut.ts';
import { channel, code } from '../pieces.ts';

type DigestProblem = Extract<
  UserProblem,
  {
    readonly code:
      | 'noDigestsYet'
      | 'whichDigest'
      | 'badWords'
      | 'severalDigests'
      | 'tooManyDigests'
      | 'noSuchRun'
      | 'nothingToChange'
      | 'notAnnouncement'
      | 'noThreadsThere'
      | 'wantsTag'
      | 'everyoneRole'
      | 'channelGone';
  }
>;

/** Said where digests are asked for and there are none. */
export const noDigests: readonly Piece[] = [
  'No digests in this server yet. ',
  code('/digest add'),
  ' makes one.',
];

const examples = 'Example: ferry, "night train", -football. Words with a minus keep stories out.';

function wordsProblem(asked: string, problem: WordsProblem): string {
  switch (problem.why) {
    case 'none':
      return `“${asked}” holds no words. ${examples}`;
    case 'many':
      return `Those are too many words: I take ${problem.most} that stories hold, and ${problem.most} with a minus.`;
    case 'long':
      return `“${problem.word}” is too long: a word or phrase has ${problem.most} characters at most. ${examples}`;
    case 'empty':
      return `“${problem.word}” is no word. ${examples}`;
    case 'both':
      return `“${problem.word}” is there with a minus and without one: no story could come.`;
  }
}

/** What is said of the problems with digests: what happened, and what to do. */
export function digestProblemWords(problem: DigestProblem): Piece[] {
  switch (problem.code) {
    case 'noDigestsYet':
      return [...noDigests];
    case 'whichDigest':
      return ['Which one? Pick it from the list of ', code('digest'), `: ${shortNames(problem.names)}.`];
    case 'badWords':
      return [wordsProblem(problem.asked, problem.problem)];
    case 'severalDigests':
      return [
        `Several digests are called “${problem.asked}”. Pick one from the list of `,
        code('digest'),
        '.',
      ];
    case 'tooManyDigests':
      return [
        `This server has ${problem.most} digests, as many as it may. End one with `,
        code('/digest remove'),
        ' first.',
      ];
    case 'noSuchRun':
      return [
        `I know of no run of that digest at “${problem.asked}”. Pick one from the list of `,
        code('slot'),
        '.',
      ];
    case 'nothingToChange':
      return ['Nothing to change: name what is to be different.'];
    case 'notAnnouncement':
      return [
        channel(problem.channelId),
        ' is no announcement channel: posts cannot be published from it. Leave ',
        code('publish'),
        ' out, or choose an announcement channel.',
      ];
    case 'noThreadsThere':
      return [
        channel(problem.channelId),
        ' is a forum or a thread: no thread can hang on a post there. Choose the style cards or lines, or another channel.',
      ];
    case 'wantsTag':
      return [
        channel(problem.channelId),
        ' takes no post without a tag, and I give none. Turn that off in its settings (“Require people to select tags when posting”), or choose another channel.',
      ];
    case 'everyoneRole':
      return ['I notify one role, but not everyone. Pick another role, or leave ', code('mention'), ' out.'];
    case 'channelGone':
      return ['Its channel was deleted. ', code('/digest edit'), ' gives it another.'];
  }
}
