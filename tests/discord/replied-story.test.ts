import { expect, it } from 'vitest';
import { storyPressed } from '../../src/discord/replied-story.ts';

const [one, other] = ['abcdefghij-_0123456789', 'ABCDEFGHIJ-_0123456789'];

it.each([
  ['the buttons of an answer', [`quotes:all:${one}`, `ask:open:${one}`, `ask:more:${other}.3:${one}.5`], one],
  ['a question asked again', [`ask:of:${one}:who:said:${other}`], one],
  ['a brief that can be shared', [`summary:share:${one}:short:`], one],
  ['several headlines', [`ask:open:${one}`, `ask:open:${other}`], undefined],
  ['all that is stored', ['ask:of:all:who said that?'], undefined],
  ['a digest', [`digest:why:${one}:1795688511000`], undefined],
  ['nothing', [], undefined],
])('the story of a message is known by %s', (_, presses, story) => {
  expect(storyPressed(presses)).toBe(story);
});
