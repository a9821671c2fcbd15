import { expect, it } from 'vitest';
import { withoutMarks } from '../../commands/ask/without-marks.ts';

it.each([
  ['What did <@123456789012345678> say of the ferry?', 'What did say of the ferry?'],
  ['<@!123456789012345678> <@&123456789012345679> who won?', 'who won?'],
  ['in <#123456789012345678>: who won <:goal:123456789012345670><a:dance:1>', 'in : who won'],
  ['who won before <t:1795687500:R>?', 'who won before ?'],
  ['<@123456789012345678>', ''],
  ['is 3 < 4, or is 4 > 3? <ferry> @everyone', 'is 3 < 4, or is 4 > 3? <ferry> @everyone'],
])('of %j is asked %j: what Discord writes for people, places and times names nothing', (said, asked) => {
  expect(withoutMarks(said)).toBe(asked);
});
