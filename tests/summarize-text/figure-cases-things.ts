import type { CaseGroup } from './figure-cases.ts';
import { fig } from './figure-cases.ts';

/** Counts, measures, durations, ages and parts. */
export const thingCases: readonly CaseGroup[] = [
  {
    phenomenon: 'counts and the noun they count',
    cases: [
      ['The strike will keep 17,500 porters at home.', fig('17,500', 'count', 17_500, 'porter')],
      ['Five rams and eight ewes escaped.', fig('Five', 'count', 5, 'ram'), fig('eight', 'count', 8, 'ewe')],
      ['Police found 14 stolen racing bicycles.', fig('14', 'count', 14, 'bicycle')],
      ['The army sent 1,400 North Luria trawlers.', fig('1,400', 'count', 1400, 'trawler')],
      ['The post office employs 23,000 staff.', fig('23,000', 'count', 23_000, 'staff')],
      [
        'All but six of his 110 cows were saved.',
        fig('six', 'count', 6, 'cow'),
        fig('110', 'count', 110, 'cow'),
      ],
      ['The fair drew 4,300 old and young gulls.', fig('4,300', 'count', 4300, 'gull')],
      ['The hall will hold 12,000 fewer books.', fig('12,000', 'count', 12_000, 'book')],
    ],
  },
  {
    phenomenon: 'the noun left out the second time',
    cases: [
      [
        'The town has 310 shops, and 96 are empty.',
        fig('310', 'count', 310, 'shop'),
        fig('96', 'count', 96, 'shop'),
      ],
      [
        'City had 24 shots to the home side’s seven.',
        fig('24', 'count', 24, 'shot'),
        fig('seven', 'count', 7, 'shot'),
      ],
      [
        'Pupils are taught for 31.5 hours instead of 32.5.',
        fig('31.5 hours', 'duration', 31.5, 'h'),
        fig('32.5', 'duration', 32.5, 'h'),
      ],
      [
        'Only 68% of trains were punctual, and 41,000 were cancelled.',
        fig('68%', 'percent', 68, '%'),
        fig('41,000', 'count', 41_000, 'train'),
      ],
      ['The number of patients has reached 214,000.', fig('214,000', 'count', 214_000, 'patient')],
    ],
  },
  {
    phenomenon: 'numbers in words',
    cases: [
      ['Eighteen climbers turned back.', fig('Eighteen', 'count', 18, 'climber')],
      [
        'Four and a half million parcels went astray.',
        fig('Four and a half million', 'count', 4_500_000, 'parcel'),
      ],
      ['A hundred and five ships came.', fig('A hundred and five', 'count', 105, 'ship')],
      ['Seventy-two thousand tickets were sold.', fig('Seventy-two thousand', 'count', 72_000, 'ticket')],
      ['It holds one point five million bees.', fig('one point five million', 'count', 1_500_000, 'bee')],
    ],
  },
  {
    phenomenon: 'numbers with a short scale',
    cases: [
      ['The herbarium keeps 8m plants.', fig('8m', 'count', 8e6, 'plant')],
      ['The rule affects 1.7m poorer households.', fig('1.7m', 'count', 1_700_000, 'household')],
      ['The video drew 30k viewers.', fig('30k', 'count', 30_000, 'viewer')],
      ['Some 1.1bn letters of code were read.', fig('1.1bn', 'count', 1.1e9, 'letter', '~')],
    ],
  },
  {
    phenomenon: 'vague plurals',
    cases: [
      ['Dozens of kites were let go.', fig('Dozens', 'count', [24, 99], 'kite')],
      ['Tens of thousands of bees swarmed.', fig('Tens of thousands', 'count', [10_000, 100_000], 'bee')],
      ['Thousands fled.', fig('Thousands', 'count', [1000, 10_000])],
      [
        'It cost hundreds of millions of pounds.',
        fig('hundreds of millions of pounds', 'money', [1e8, 1e9], 'GBP'),
      ],
    ],
  },
  {
    phenomenon: 'dozens that are counted',
    cases: [
      ['Three dozen cellists auditioned.', fig('Three dozen', 'count', 36, 'cellist')],
      ['Half a dozen lanterns went out.', fig('Half a dozen', 'count', 6, 'lantern')],
      ['A dozen eggs were thrown.', fig('A dozen', 'count', 12, 'egg')],
    ],
  },
  {
    phenomenon: 'rates of counts and measures',
    cases: [
      ['The bakery sends out 4,000 loaves a night.', fig('4,000', 'count', 4000, 'loaf/night')],
      ['The field pumps 60,000 barrels a day.', fig('60,000 barrels a day', 'measure', 60_000, 'bbl/day')],
      ['The quarry loads 600 tonnes of slate a day.', fig('600 tonnes', 'measure', 600, 't/day')],
      ['The river rises by 3cm an hour.', fig('3cm an hour', 'measure', 3, 'cm/h', 'up')],
      ['She scores 24 points per game.', fig('24', 'count', 24, 'point/game')],
    ],
  },
  {
    phenomenon: 'measures',
    cases: [
      ['The park covers 3,750 hectares.', fig('3,750 hectares', 'measure', 3750, 'ha')],
      ['It was 31.6C at noon.', fig('31.6C', 'measure', 31.6, 'C')],
      ['Gusts of 74mph were felt.', fig('74mph', 'measure', 74, 'mph')],
      ['The pool is 9,000 square metres.', fig('9,000 square metres', 'measure', 9000, 'm2')],
      ['The crane is 60m tall.', fig('60m', 'measure', 60, 'm')],
      ['The module draws 0.8 watts.', fig('0.8 watts', 'measure', 0.8, 'W')],
      ['He weighs 12 stone.', fig('12 stone', 'measure', 12, 'st')],
      ['The baby weighed six pounds.', fig('six pounds', 'measure', 6, 'lb')],
      ['They swam half a mile.', fig('half a mile', 'measure', 0.5, 'mi')],
    ],
  },
  {
    phenomenon: 'durations',
    cases: [
      [
        'The storm blew for five nights and six days.',
        fig('five', 'count', 5, 'night'),
        fig('six days', 'duration', 6, 'day'),
      ],
      ['A four-month ban begins.', fig('four-month', 'duration', 4, 'month')],
      ['The climb needs a day and a half.', fig('a day and a half', 'duration', 1.5, 'day')],
      ['They waited half an hour.', fig('half an hour', 'duration', 0.5, 'h')],
      ['The genes are 40 million years old.', fig('40 million years', 'duration', 40e6, 'year')],
      ['He served three and a half years.', fig('three and a half years', 'duration', 3.5, 'year')],
    ],
  },
  {
    phenomenon: 'ages',
    cases: [
      ['Rescuers found a 37-year-old climber.', fig('37-year-old', 'age', 37, 'age')],
      ['Lena Ashby, 28, of Wexcombe, won.', fig('28', 'age', 28, 'age')],
      ['The beekeeper, 48, was stung.', fig('48', 'age', 48, 'age')],
      ['At 22 she sailed to Halvia.', fig('22', 'age', 22, 'age')],
      ['Those 70 or older start first.', fig('70', 'age', 70, 'age', '>')],
      ['The under-sevens sang.', fig('under-sevens', 'age', 7, 'age', '<')],
      ['Rob Tandy (61) keeps bees.', fig('61', 'age', 61, 'age')],
      ['The poet died in May, aged 91.', fig('91', 'age', 91, 'age')],
      ['Pupils aged 11 to 16 sat it.', fig('11 to 16', 'age', [11, 16], 'age')],
      ['Most over-55s vote.', fig('over-55s', 'age', 55, 'age', '>')],
      ['Children under five travel free.', fig('five', 'age', 5, 'age', '<')],
      ['The driving age may be raised to 19.', fig('19', 'age', 19, 'age')],
      ['He was 18 when he left.', fig('18', 'age', 18, 'age')],
    ],
  },
  {
    phenomenon: 'fractions',
    cases: [
      ['A fifth of the hedges are gone.', fig('A fifth', 'fraction', 0.2)],
      ['One in eight swans was ringed.', fig('One in eight', 'fraction', 0.125)],
      ['Two-thirds of it was public money.', fig('Two-thirds', 'fraction', 2 / 3)],
      ['Nine out of ten homes have power.', fig('Nine out of ten', 'fraction', 0.9)],
      ['Half the village has moved away.', fig('Half', 'fraction', 0.5)],
      ['He must serve at least half of it.', fig('half', 'fraction', 0.5, '', '>')],
      ['The price fell by a third.', fig('a third', 'fraction', 1 / 3, '', 'down')],
    ],
  },
  {
    phenomenon: 'parts that are no fractions',
    cases: [
      ['He scored in the second half.'],
      ['It was a third meeting for both.'],
      ['They reached the quarter-final.'],
      ['Profits rose in the first quarter.'],
      ['At half-time the crowd left.'],
    ],
  },
  {
    phenomenon: 'multiples',
    cases: [
      [
        'Rainfall trebled to 90mm.',
        fig('trebled', 'multiple', 3, '', 'up'),
        fig('90mm', 'measure', 90, 'mm'),
      ],
      ['It lasts more than twice as long.', fig('twice', 'multiple', 2, 'time', '>')],
      ['The new dam is four times higher.', fig('four times', 'multiple', 4, 'time', 'up')],
      ['There was a sixfold rise.', fig('sixfold', 'multiple', 6, '', 'up')],
      ['The fleet more than trebled in May.', fig('trebled', 'multiple', 3, '', '>')],
      ['The workforce halved in a year.', fig('halved', 'multiple', 0.5, '', 'down')],
    ],
  },
  {
    phenomenon: 'numbers without a unit',
    cases: [
      ['The index rose to 4,812.6.', fig('4,812.6', 'number', 4812.6)],
      ['The Ledger 100 ended at 6,327.', fig('6,327', 'number', 6327)],
    ],
  },
  {
    phenomenon: 'words joined by a hyphen to their number',
    cases: [
      ['A 64-page atlas came out.', fig('64', 'count', 64, 'page')],
      ['A 140-seat theatre will open.', fig('140', 'count', 140, 'seat')],
      ['A 20-mile queue formed.', fig('20-mile', 'measure', 20, 'mi')],
    ],
  },
];
