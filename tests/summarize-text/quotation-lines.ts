/** A line of news, what is quoted in it and by whom; `null` where the line gives no speaker. */
export interface QuotationLine {
  readonly text: string;
  readonly quoted: readonly (readonly [words: string, speaker: string | null])[];
}

/** A line and what is quoted in it, in order. */
export const line = (text: string, ...quoted: QuotationLine['quoted']): QuotationLine => ({ text, quoted });

/** By phenomenon; people, bodies and words are made up. */
export const linesOfReport: Readonly<Record<string, readonly QuotationLine[]>> = {
  'the speaker follows the verb': [
    line('“The bridge will open in May,” said Orla Fenwick.', [
      'The bridge will open in May,',
      'Orla Fenwick',
    ]),
    line('“We lost the tender,” added Mr Dunmore, the yard’s owner.', ['We lost the tender,', 'Dunmore']),
    line('“Nobody rang us,” said a spokeswoman for the ferry company.', [
      'Nobody rang us,',
      'a spokeswoman for the ferry company',
    ]),
    line('“Who moved the fence?” asked Councillor Bram Teale on Friday.', [
      'Who moved the fence?',
      'Bram Teale',
    ]),
    line('“It is finished!” shouted the referee, Paulo Marchetti.', ['It is finished!', 'Paulo Marchetti']),
    line(
      '“The trains are late because the track is old,” explained chief engineer Wanda Holt in an interview.',
      ['The trains are late because the track is old,', 'Wanda Holt'],
    ),
    line('“Prices will fall,” predicted Harrow & Lyle, the estate agents.', [
      'Prices will fall,',
      'Harrow & Lyle',
    ]),
    line('"The vote was close," wrote Secretary of State Joan Merrick in a letter.', [
      'The vote was close,',
      'Joan Merrick',
    ]),
  ],
  'the verb follows the speaker': [
    line('“The roof leaks,” Petra Lindqvist said.', ['The roof leaks,', 'Petra Lindqvist']),
    line('“We will appeal,” the club’s lawyer told reporters outside the court.', [
      'We will appeal,',
      'the club’s lawyer',
    ]),
    line('“I was asleep,” Mr. Okafor, who lives next door, said.', ['I was asleep,', 'Okafor']),
    line('“It smelled of tar,” Dana Whitcombe, a nurse at the clinic, told the hearing.', [
      'It smelled of tar,',
      'Dana Whitcombe',
    ]),
    line('“This is a good day for Marlow,” Sen. Ruth Abell (R-Ohio) said on Tuesday.', [
      'This is a good day for Marlow,',
      'Ruth Abell',
    ]),
    line('“Never again,” its chairman, Lewis Goddard, later wrote.', ['Never again,', 'Lewis Goddard']),
    line('“The nets came up empty,” fishermen at the harbour said.', [
      'The nets came up empty,',
      'fishermen at the harbour',
    ]),
    line('“We checked twice,” Will Tranter, head of maintenance at the airport, told the inquiry.', [
      'We checked twice,',
      'Will Tranter',
    ]),
    line('“Stop the count!” Tom Reardon’s brother, the party treasurer Neil Reardon, yelled at officials.', [
      'Stop the count!',
      'Neil Reardon',
    ]),
    line('“The ice is thinner every year,” as Professor Inga Solberg put it.', [
      'The ice is thinner every year,',
      'Inga Solberg',
    ]),
    line('“The dam is safe,” May Castell — who ran the works for a decade — said.', [
      'The dam is safe,',
      'May Castell',
    ]),
  ],
  'the speaker comes first': [
    line('Orla Fenwick said: “The bridge will open in May.”', [
      'The bridge will open in May.',
      'Orla Fenwick',
    ]),
    line('Speaking after the match, captain Joel Strand said, “We deserved a draw.”', [
      'We deserved a draw.',
      'Joel Strand',
    ]),
    line('In a statement, the Harbour Trust said: “No birds were harmed.”', [
      'No birds were harmed.',
      'the Harbour Trust',
    ]),
    line('The charity tweeted: “We are closing our doors tonight.”', [
      'We are closing our doors tonight.',
      'The charity',
    ]),
    line('Asked whether she would resign, Ms Penhale replied, “Not this year.”', [
      'Not this year.',
      'Penhale',
    ]),
    line('Anna Brody and her sister said the house was “full of smoke”.', [
      'full of smoke',
      'Anna Brody and her sister',
    ]),
    line('Police in Eastmoor said there was “no danger to the public”.', [
      'no danger to the public',
      'Police in Eastmoor',
    ]),
    line('The singer told the crowd she was “home at last”.', ['home at last', 'The singer']),
    line('But the mayor, Felix Aumont, warned that the plan was “a gift to developers”.', [
      'a gift to developers',
      'Felix Aumont',
    ]),
    line('Residents protesting outside the town hall chanted “save our pool”.', [
      'save our pool',
      'Residents protesting outside the town hall',
    ]),
    line('Norah Quill, 34, thought for a moment. Then she said: “I would do it again.”', [
      'I would do it again.',
      'Norah Quill',
    ]),
  ],
  'a label in the speaker’s words': [
    line('Dinah Clarke called the budget “a raid on the old”.', ['a raid on the old', 'Dinah Clarke']),
    line('Mr Voss described himself as “a plumber with opinions”.', ['a plumber with opinions', 'Voss']),
    line('The union accused the firm of “playing with lives”.', ['playing with lives', 'The union']),
    line('The scheme was described by the auditor, Ellen Pike, as “a muddle”.', ['a muddle', 'Ellen Pike']),
    line('Critics have dubbed the tower “the toothpick”.', ['the toothpick', 'Critics']),
    line('Calling the ruling “a disgrace”, Peter Vance said he would fight on.', [
      'a disgrace',
      'Peter Vance',
    ]),
    line('Marta Ruiz, who used to back the plan, now dismisses it as “a fairy tale”.', [
      'a fairy tale',
      'Marta Ruiz',
    ]),
    line('The coach praised what he called “a brave second half”.', ['a brave second half', 'The coach']),
    line('She has spoken of Mr Lund as “the best boss I had”, though Greta Lund denies it.', [
      'the best boss I had',
      null,
    ]),
  ],
  'a verb without a subject of its own': [
    line('Simon Yates declined to comment on the report, saying only that it was “not news”.', [
      'not news',
      'Simon Yates',
    ]),
    line(
      '“We are ready,” said Ines Carvalho, adding that the staff were “tired of waiting”.',
      ['We are ready,', 'Ines Carvalho'],
      ['tired of waiting', 'Ines Carvalho'],
    ),
    line('Gordon Peel criticised the council and called its leader “a bully”.', ['a bully', 'Gordon Peel']),
    line(
      'Leah Marsh said the talks had failed, but Omar Haddad disagreed, insisting they were “going well”.',
      ['going well', 'Omar Haddad'],
    ),
    line('The minister went on to say that schools were “the last to know”.', [
      'the last to know',
      'The minister',
    ]),
    line('Rosa Klein refused, telling the judge she was “not a thief”.', ['not a thief', 'Rosa Klein']),
  ],
  'split and joined quotations': [
    line('“The wall,” said Ada Brook, “was never meant to last.”', [
      'The wall, … was never meant to last.',
      'Ada Brook',
    ]),
    line('“We asked for help,” Ivor Lane said. “Nobody came.”', [
      'We asked for help, … Nobody came.',
      'Ivor Lane',
    ]),
    line(
      '“I like it,” Carol Ness said. She looked at the sea. “It is quiet here.”',
      ['I like it,', 'Carol Ness'],
      ['It is quiet here.', 'Carol Ness'],
    ),
    line(
      'Hugh Dorn called the film “slow” and “far too long”.',
      ['slow', 'Hugh Dorn'],
      ['far too long', 'Hugh Dorn'],
    ),
    line('“If it rains,” she told the court, “we go home.”', ['If it rains, … we go home.', null]),
  ],
  'statements of several paragraphs': [
    line('Helen Moss said: “The river rose in an hour.\n\n“It took the fence and then the shed.”', [
      'The river rose in an hour. … It took the fence and then the shed.',
      'Helen Moss',
    ]),
    line('“The river rose in an hour,” said Helen Moss. “It took the fence.\n\n“Then it took the shed.”', [
      'The river rose in an hour, … It took the fence. … Then it took the shed.',
      'Helen Moss',
    ]),
    line(
      'The rector, Paul Amery, spoke first.\n\n“We have counted every coin,” he said.\n\n“Not one is missing, whatever the papers say.”',
      ['We have counted every coin,', 'Paul Amery'],
      ['Not one is missing, whatever the papers say.', 'Paul Amery'],
    ),
    line('The letter from Dr Ansah reads as follows:\n\n“Your results were lost in the post.”', [
      'Your results were lost in the post.',
      'Ansah',
    ]),
    line('Tessa Boyle said: ‘I saw the light go out.\n\n‘After that I heard the sea.’', [
      'I saw the light go out. … After that I heard the sea.',
      'Tessa Boyle',
    ]),
  ],
  pronouns: [
    line('Maria Santos lost her job in June. She said she felt “thrown away”.', [
      'thrown away',
      'Maria Santos',
    ]),
    line('David Orr met Susan Vale in Leeds. “It went well,” he said.', ['It went well,', 'David Orr']),
    line('David Orr met Susan Vale in Leeds. “It went well,” she said.', ['It went well,', 'Susan Vale']),
    line('Mr Kwan sold the shop.\n\n“I had no choice,” he said.', ['I had no choice,', 'Kwan']),
    line('The firm said it would pay. It called the delay “a clerical error”.', [
      'a clerical error',
      'The firm',
    ]),
    line(
      '“I knew him well,” Ruth Amos said. Askew, she added, was “kinder than he looked”.',
      ['I knew him well,', 'Ruth Amos'],
      ['kinder than he looked', 'Ruth Amos'],
    ),
    line('Sir Alec Byrne backed the deal on Monday.\n\nBut he also said it was “no cure”.', [
      'no cure',
      'Sir Alec Byrne',
    ]),
    line('They said it was “over”.', ['over', null]),
    line('Jane Holloway’s mother, Edith, died last year. Holloway said she was “my first teacher”.', [
      'my first teacher',
      'Jane Holloway',
    ]),
  ],
  'transcripts, with the speaker’s name inside the marks': [
    line(
      '“VOSS: Will you sell the pier?\n\n“PELL: We will not.\n\n“VOSS: Thank you.”',
      ['VOSS: Will you sell the pier?', 'VOSS'],
      ['PELL: We will not.', 'PELL'],
      ['VOSS: Thank you.', 'VOSS'],
    ),
    line(
      'Ada Pell met Jon Voss on the air.\n\n"PELL: You sold it.\n\n"VOSS: I did no such thing, and nobody has shown that I did.\n\n"It was given away, as you know."',
      ['PELL: You sold it.', 'Ada Pell'],
      [
        'VOSS: I did no such thing, and nobody has shown that I did. … It was given away, as you know.',
        'Jon Voss',
      ],
    ),
    line('Jon Voss said: “NOTE: the pier is closed until May.”', [
      'NOTE: the pier is closed until May.',
      'Jon Voss',
    ]),
  ],
};
