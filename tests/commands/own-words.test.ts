import { expect, it } from 'vitest';
import { ownWishIn, readsAsQuestion } from '../../commands/message/own-words.ts';

it.each([
  [
    'stop',
    [
      'stop',
      'STOP',
      'Stop.',
      'please stop!',
      'stop it',
      'stop messaging me',
      'stop talking',
      'Unsubscribe',
      'stop all now',
    ],
  ],
  [
    'new-story',
    [
      'new story',
      'Something else, please',
      'another topic',
      'forget the story',
      "let's talk about something else",
    ],
  ],
  [
    'forget',
    [
      'forget me',
      'Delete my data',
      'erase all my data please',
      'delete everything',
      'forget everything about me',
    ],
  ],
  ['greeting', ['hi', 'Hello!', 'help', '', '👍', 'thank you', 'Good morning', 'What can you do?']],
  [
    undefined,
    [
      'stop the patrol boats?',
      'will they stop?',
      'who told them to stop',
      'forget me not sales',
      'what is new in the story?',
      'something else happened in Thornwick',
      'and who said that?',
      'help for the farmers',
    ],
  ],
])('the wish "%s" is what these words say, whole: %s', (wish, texts) => {
  for (const text of texts) expect([text, ownWishIn(text)]).toEqual([text, wish]);
});

it('words that ask are told from remarks', () => {
  const asking = [
    'who said that?',
    'and how many boats',
    'France?',
    'summarise it',
    'But why',
    'Tell me more',
  ];
  const remarks = ['thanks', 'wow', 'called it', 'that is sad', '', 'look at this', 'I know who'];
  expect(asking.filter((text) => !readsAsQuestion(text))).toEqual([]);
  expect(remarks.filter(readsAsQuestion)).toEqual([]);
});
