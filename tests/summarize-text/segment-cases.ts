export interface SegmentGroup {
  readonly phenomenon: string;
  /** Each line is its sentences; joined by a space, or by nothing where the phenomenon is a lost space. */
  readonly lines: readonly (readonly string[])[];
  readonly gap?: '';
}

/** Texts of our own by phenomenon: each line of sentences must come back as it stands. */
export const segmentGroups: readonly SegmentGroup[] = [
  {
    phenomenon: 'plain ends',
    lines: [
      ['The ferry left at noon.', 'Nobody waved.'],
      ['Who pays for the pier?', 'The harbour board does.'],
      ['Stop that boat!', 'It has no pilot.'],
      ['The tide turned.', '12 boats were still out.'],
      ['The price fell to £4.', '£2 went to the fishermen.'],
      ['A line without its stop'],
    ],
  },
  {
    phenomenon: 'runs of marks',
    lines: [
      ['Three goals!!', 'The crowd could not believe it.'],
      ['You sold the bells??', 'The vicar sat down.'],
      ['A swan?!', 'Here?'],
      ['They won!?', 'Nobody had watched.'],
    ],
  },
  {
    phenomenon: 'titles',
    lines: [
      ['Mr. Orrin met Mrs. Vale and Dr. Pell.', 'They agreed.'],
      ['Prof. Aud Lindqvist and Rev. Tom Hale spoke first.'],
      ['The order came from Lt. Gen. Ada Fenwick and Sgt. Moss.'],
      ['Sen. Rosa Quill and Gov. Hank Brill met on the bridge.'],
      ['The road to Mt. Corrin passes Ft. Hale and St. Bride’s well.'],
    ],
  },
  {
    phenomenon: 'initials',
    lines: [
      ['The novel is by A. J. Marlow.', 'It has no villain.'],
      ['George W. Pike and Nell T. Sands wrote it.'],
      ['The prize goes to J.R. Holt.', 'She was asleep.'],
      ['It was a race between my sister and I.', 'Did Paul I. Webb finish?'],
      ['The fruit is rich in vitamin C.', 'Doctors praise it.'],
    ],
  },
  {
    phenomenon: 'states and bodies by their letters',
    lines: [
      ['She has worked in the U.S. for nine years.'],
      ['He left the U.S.', 'He never came back.'],
      ['The U.S. Coast Guard and the U.N. Refugee Agency sailed.'],
      ['The rule holds across the E.U.', 'What about the islands?'],
      ['The summit moves to Washington, D.C.', 'The hotels are full.'],
    ],
  },
  {
    phenomenon: 'companies and heirs',
    lines: [
      ['Brack & Co. of Leith and Tarn Corp. Holdings merged.'],
      ['The mill belongs to Hobbs Inc.', 'It closed in June.'],
      ['The late Otto Brandt Jr. Foundation paid.'],
      ['They asked Finch Bros.', 'They said no.'],
      ['That is Otto Brandt Jr.’s boat.'],
      ['Shares in Larch Ltd. fell by a tenth.'],
    ],
  },
  {
    phenomenon: 'numbers after an abbreviation',
    lines: [
      ['The letter went to No. 10 on Monday.'],
      ['See p. 44 and figs. 2 and 3.', 'Then turn to vol. 6.'],
      ['He asked twice, and twice they said no.', 'Nobody else asked.'],
      ['The seal is N°. 88.214.', 'It hangs in the hall.'],
    ],
  },
  {
    phenomenon: 'times',
    lines: [
      ['The gates open at 9 a.m. Monday and shut at 4 p.m. EST.'],
      ['The gates shut at 4 p.m.', 'Visitors must leave.'],
      ['At 6 a.m. Ms. Pryce unlocked the shop.'],
      ['The vote ended at 11.40 p.m.', 'Mr. Dale went home.'],
    ],
  },
  {
    phenomenon: 'months and places cut short',
    lines: [
      ['The trial begins on Jan. 14 in Boise.'],
      ['They will meet again in Sept.', 'The mayor will be there.'],
      ['The bus runs down Elm Ave. and Oak St. every hour.'],
      ['A farm near Fargo, N.D. Grain Road was sold.'],
    ],
  },
  {
    phenomenon: 'Latin and small abbreviations',
    lines: [
      ['Bring warm things, e.g. Norwegian socks.'],
      ['One judge, i.e. Dame Ruth Coe, disagreed.'],
      ['It was Hale vs. Moreton again.'],
      ['Nets, ropes, floats, etc. were sold.'],
      ['They sold nets, ropes, etc.', 'Nothing was left.'],
    ],
  },
  {
    phenomenon: 'decimals, versions and addresses',
    lines: [
      ['Rates rose to 4.25% from 4.0%.', 'Savers cheered.'],
      ['It costs $12.50.', 'A child pays half.'],
      ['Write to ada.fenwick@tarn.example or see www.tarn.example/News.html for more.'],
      ['The code runs on Node.js and costs 3.5m a year.'],
      ['Read https://tarn.example/a.b.c/Index.php?d=1.', 'Then call.'],
    ],
  },
  {
    phenomenon: 'ellipses',
    lines: [
      ['The road … was closed for a week.'],
      ['I thought... well, nothing at all.'],
      ['He looked at the sea...', 'She looked at him.'],
      ['I never said that....', 'The minutes say so.'],
      ['The bill . . . was long and nobody read it. . . .', 'The vote took a minute.'],
      ['The passage reads “the sea [...] gave it back” (Marsh 12).'],
      ['It was . . . I mean, it is a fine boat.'],
    ],
  },
  {
    phenomenon: 'quotations that end a sentence',
    lines: [
      ['“The pier is safe.”', 'The engineer signed it.'],
      ['She said: “We will sail.”', 'They did.'],
      ["'It is over.'", 'He shut the door.'],
      ['He called it "a gift."', '"A poor one," said his wife.'],
      ['Il a dit : « Nous partons. »', 'Puis il est parti.'],
      ['Er sagte: „Wir fahren.“', 'Dann ging er.'],
      ['The sign read “Closed.”', '(It was open.)'],
    ],
  },
  {
    phenomenon: 'a quotation that its sentence carries on',
    lines: [
      ['“Are you ready?” she asked.'],
      ['“Go home!” the captain shouted at them.'],
      ['“Where is the harbour?” Mr Dale asked.', 'Nobody knew.'],
      ['“Why now?” Ruth Coe wondered aloud.'],
      ['The poster ‘Who goes there?’ hangs in the hall.'],
      ['“This is fine.” she wrote.'],
    ],
  },
  {
    phenomenon: 'sentences within a quotation',
    lines: [
      ['“The nets are empty.', 'The sea is warm,” said Mr Orrin.'],
      ['“We sail,” she said.', '“We do not wait.”'],
    ],
  },
  {
    phenomenon: 'brackets',
    lines: [
      ['The school (it was a mill. Ask anyone.) has forty pupils.'],
      ['The mill shut (too late, some say).', 'Nobody wept.'],
      ['(The council disagrees.)', 'The work goes on.'],
      ['The count was wrong.[4]', 'It was done again.'],
    ],
  },
  {
    phenomenon: 'names with a mark, names in small letters',
    lines: [
      ['She worked at Yahoo! for a year.', 'Then it was sold.'],
      ['He won Jeopardy! Tournament money twice.'],
      ['Sales of phones fell.', 'iPhone sales did not.'],
      ['The gap closed.', 'eBay sellers noticed.'],
    ],
  },
  {
    phenomenon: 'lists in one line',
    lines: [
      ['1. Close the gate', '2. Feed the hens', '3. Lock the shed'],
      ['1) Close the gate.', '2) Feed the hens.'],
      ['1.) Close the gate', '2.) Feed the hens'],
      ['a. Close the gate', 'b. Feed the hens'],
      ['• Close the gate', '• Feed the hens'],
      ['• 9. Close the gate', '• 10. Feed the hens'],
    ],
  },
  {
    phenomenon: 'numbers that open a sentence',
    lines: [
      ['1. The gate must be shut at night.'],
      ['The war ended in 1918.', 'Peace was dull.'],
      ['They sold 40.', '30 came back.'],
    ],
  },
  {
    phenomenon: 'a lost space',
    gap: '',
    lines: [
      ['The pier will close.', 'The board blamed the sea.'],
      ['It was sold in 1998.', 'Nobody knows why.'],
      ['“We are late,” he said.', '“The tide has gone.”'],
      ['Is it safe?', 'The board says so.'],
      ['Trade fell in the U.S.', 'The ports were idle.'],
    ],
  },
  {
    phenomenon: 'other languages',
    lines: [
      ['¿Quién paga el muelle?', '¡Nadie lo sabe!', 'La Sra. Vega calla.'],
      ['Der Zug fährt am 3. Oktober ab.', 'Dr. Behrens fährt mit.'],
      ['М. Иванова ушла.', 'Её никто не видел.'],
      ['Η θάλασσα είναι ήρεμη.', 'Κανείς δεν φεύγει.'],
      ['Łódź jest cicha.', 'Śnieg pada.'],
    ],
  },
  {
    phenomenon: 'scripts without capitals',
    gap: '',
    lines: [
      ['船が港を出た。', '誰も手を振らなかった。'],
      ['船离开了港口。', '没有人挥手！', '为什么？'],
      ['السفينة غادرت الميناء.'],
      ['जहाज़ चला गया।'],
      ['เรือออกจากท่า'],
    ],
  },
];
