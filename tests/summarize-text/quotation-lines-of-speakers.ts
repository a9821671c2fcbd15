import type { QuotationLine } from './quotation-lines.ts';
import { line } from './quotation-lines.ts';

/** Lines in which somebody else stands nearer than the speaker, or the speaker’s name goes on further. */
export const linesOfSpeakers: Readonly<Record<string, readonly QuotationLine[]>> = {
  'who speaks of several who stand near': [
    line(
      '“We shut the gate,” said Ada Moss. Later Tom Ives told the Courier that it was open. “It has never been shut.”',
      ['We shut the gate,', 'Ada Moss'],
      ['It has never been shut.', 'Tom Ives'],
    ),
    line(
      '“The mill is loud,” said Ned Orr. “It would be a pity if it closed” for good, said Ruth Dale.',
      ['The mill is loud,', 'Ned Orr'],
      ['It would be a pity if it closed', 'Ruth Dale'],
    ),
    line('The officer who shot Tom Ives told the inquest it was “an accident”.', [
      'an accident',
      'The officer',
    ]),
    line('A clerk who used to work with Ada Moss said she was “never late”.', ['never late', 'A clerk']),
    line('Nobody met the man who Ada Moss said was “a born liar”.', ['a born liar', 'Ada Moss']),
    line('That was a jab at Lena Holt, who had said she was “bored of buses”.', [
      'bored of buses',
      'Lena Holt',
    ]),
    line('Members of the choir at Orme chanting “save our hall” met the mayor.', [
      'save our hall',
      'Members of the choir at Orme',
    ]),
    line('Eva Lund dismissed the mayor’s argument: “He has never milked a cow.”', [
      'He has never milked a cow.',
      'Eva Lund',
    ]),
    line('Carlo Rey told Spain to wait. Spain said it would. “It is a start,” he said.', [
      'It is a start,',
      'Carlo Rey',
    ]),
    line('Ida Brook left Northern Ireland in May. “I miss the rain,” she said.', [
      'I miss the rain,',
      'Ida Brook',
    ]),
    line(
      '“We sail,” said Ned Orr. The mill is older, said Ruth Dale, who runs it. “It leaks when it rains hard.”',
      ['We sail,', 'Ned Orr'],
      ['It leaks when it rains hard.', 'Ruth Dale'],
    ),
    line(
      '“We sail,” said Ned Orr. Ruth Dale called Ada Moss the hero of the day. “She took it upon herself to act.”',
      ['We sail,', 'Ned Orr'],
      ['She took it upon herself to act.', 'Ruth Dale'],
    ),
    line('“Turn left at the pump,” a man called Rolf Dunn shouted.', ['Turn left at the pump,', 'Rolf Dunn']),
  ],
  'a headline’s label': [
    line(
      'Moss: Orme needs to “get out of the mud”\n\nThe mayor, Ada Moss, met the harbour board on Monday.',
      ['get out of the mud', 'Ada Moss'],
    ),
  ],
  'verbs of any meaning behind a whole sentence': [
    line('“The moon is cold tonight,” sang Ida Brook.', ['The moon is cold tonight,', 'Ida Brook']),
    line('“Nobody has the key,” Ned Orr sniffed.', ['Nobody has the key,', 'Ned Orr']),
  ],
  'titles of works in the words that name a speaker': [
    line('“We sail at dawn,” Mark Poe, host of “Night Boat,” told the Courier.', [
      'We sail at dawn,',
      'Mark Poe',
    ]),
    line('Ada Moss, author of the novel “Ten Quiet Rivers”, said it was “a long winter”.', [
      'a long winter',
      'Ada Moss',
    ]),
    line('Calling it by its full title, “The Pride of Orme”, Ada Moss wept.'),
    line('Her pupils still talk of “The Long Night of the Orme Lifeboat and Its Crew”.'),
    line('Read more: “The mill that burned twice”'),
  ],
  'where a name begins and ends': [
    line('Chad Moore swims for Orme. “I love cold water,” says Chad.', ['I love cold water,', 'Chad Moore']),
    line('Kenny Park led the search. Tom Ives watched. “It was a hoax,” Park said.', [
      'It was a hoax,',
      'Kenny Park',
    ]),
    line('Her father, Michael, wrote: “We miss you so.” The photographs are by Michael Dunn.', [
      'We miss you so.',
      'Michael',
    ]),
    line('Orme’s Land Office said the map was “only a draft”.', ['only a draft', 'Orme’s Land Office']),
    line('The union last year called the plan “a trap”.', ['a trap', 'The union']),
    line('Photographer Trupti Rao said the light was “like milk”.', ['like milk', 'Trupti Rao']),
    line('“The wells are low,” said National Water Adviser Susan Holt.', [
      'The wells are low,',
      'Susan Holt',
    ]),
    line(
      'The master of slow and stately waltzes, Ned Orr filled every hall and called himself “a lucky clod”.',
      ['a lucky clod', 'Ned Orr'],
    ),
    line('The Sunday Mirror said the pier was “a wreck”.', ['a wreck', 'The Sunday Mirror']),
    line('As Ned Orr of orme-boats.example.com pointed out, “there is a lot of bad advice”.', [
      'there is a lot of bad advice',
      'Ned Orr',
    ]),
    line('Producer and DJ Mark Poe wrote: “She taught me to listen.”', [
      'She taught me to listen.',
      'Mark Poe',
    ]),
    line('“It was dark,” Martine Del Corso said.', ['It was dark,', 'Martine Del Corso']),
    line('“Nothing is decided,” said representatives for the club.', [
      'Nothing is decided,',
      'representatives for the club',
    ]),
    line('Ada Moss broke down crying, saying “I am so tired of it”.', ['I am so tired of it', 'Ada Moss']),
  ],
  'marks of a careless hand': [
    line('“We sail at dawn,”” said Kit Rowley.', ['We sail at dawn,', 'Kit Rowley']),
    line('“My first thought was, ‘Oh no,’ “ Kit Rowley said. “But it passed.”', [
      'My first thought was, ‘Oh no,’ … But it passed.',
      'Kit Rowley',
    ]),
  ],
};
