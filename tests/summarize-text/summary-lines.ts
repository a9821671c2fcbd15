export const paragraphs = (...lines: readonly string[]) => lines.join('\n\n');
export const lead =
  'The harbour board of Corrin voted on Tuesday to close its 140-year-old pier after cracks were found.';
export const pier: readonly string[] = [
  lead,
  'Divers counted 38 cracks in the iron legs of the pier during a survey in March.',
  'Repairs would cost £6.2m, four times what the harbour board of Corrin earns in a year.',
  'About 90 traders will have to leave the pier before the end of June.',
  'Many of them sell fish that is landed beside it every morning.',
  'Ruth Coe, who chairs the board, said the cracks had grown by a fifth since the last survey.',
  'A petition to keep the pier open was signed by 4,100 people in two days.',
  'The government has offered no money for the work.',
  'Engineers from the county will watch the pier by camera through the winter.',
  'Ferries to the islands will leave from the new quay at Hale instead.',
  'Storms took the end of the pier in 1911 and again in 1953.',
  'A brass band has played there every August since the end of the war.',
  'Schoolchildren painted its railings blue for the visit of the queen.',
  'Anglers say the best bass on the coast are caught from its steps.',
  'The lamp at its tip was lit by hand until the winter of 1978.',
  'Two weddings that were booked in its tea room have been moved inland.',
  'Nesting kittiwakes are protected by law until the chicks have flown.',
  'Buses will run every ten minutes between the old town and the quay.',
];
export const article = paragraphs(...pier);

export const focus = 'dredger Halcyon silt Marlow';
/** The article with a line in its midst that has what the reader asks about. */
export const articleWith = (line: string) => paragraphs(lead, ...pier.slice(9, 12), line, ...pier.slice(12));

/** Each says what is asked about, and breaks one law. */
export const never: readonly (readonly [law: string, line: string, forbidden: RegExp])[] = [
  ['words without their speaker', '“The dredger Halcyon lifts silt out of Marlow Sound.”', /lifts silt/],
  [
    'words of a speaker named elsewhere',
    '“The dredger Halcyon lifts silt out of Marlow Sound,” she told reporters.',
    /lifts silt/,
  ],
  [
    'the middle of a quotation that runs over paragraphs',
    'Ruth Coe said: “We are glad.\n\n“The dredger Halcyon lifts silt out of Marlow Sound.\n\n“We are late.”',
    /lifts silt/,
  ],
  [
    'an unmarked sentence within a quotation',
    '‘We are glad. The dredger Halcyon lifts silt out of Marlow Sound. It is slow,’ said Ruth Coe.',
    /lifts silt/,
  ],
  [
    'an unmarked sentence between straight marks',
    '"We are glad. The dredger Halcyon lifts silt out of Marlow Sound. It is slow," said Ruth Coe.',
    /lifts silt/,
  ],
  ['the writer as I', 'I saw the dredger Halcyon lift silt out of Marlow Sound.', /Halcyon/],
  ['a connective', 'But the dredger Halcyon lifts silt out of Marlow Sound.', /Halcyon/],
  ['a pronoun', 'He also said the dredger Halcyon lifts silt out of Marlow Sound.', /Halcyon/],
  [
    'a pronoun behind a circumstance',
    'Last year, she sent the dredger Halcyon to lift silt at Marlow.',
    /Halcyon/,
  ],
  ['a demonstrative', 'This sent the dredger Halcyon to lift silt out of Marlow Sound.', /Halcyon/],
  ['a mark left open', 'The dredger Halcyon lifts “silt out of Marlow Sound.', /Halcyon/],
  ['a mark that opens elsewhere', 'The dredger Halcyon lifts silt out of Marlow Sound.”', /Halcyon/],
  ['a line without its stop', 'Dredger Halcyon to lift silt out of Marlow Sound', /Halcyon/],
  [
    'a letter for readers',
    'Sign up for the newsletter of the dredger Halcyon, from silt to Marlow.',
    /Halcyon/,
  ],
  ['an appeal', 'Your support helps us to follow the dredger Halcyon through the silt of Marlow.', /Halcyon/],
  ['a link', 'Read more: The dredger Halcyon lifts silt out of Marlow Sound.', /Halcyon/],
  ['rights', '© The Marlow Herald, with pictures of the dredger Halcyon and silt.', /Halcyon/],
  [
    'a credit',
    'Tilda Marsh contributed to this report on the dredger Halcyon and silt at Marlow.',
    /Halcyon/,
  ],
];
