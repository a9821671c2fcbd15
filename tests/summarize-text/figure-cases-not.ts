import type { CaseGroup } from './figure-cases.ts';
import { fig } from './figure-cases.ts';

/** What looks like a figure and is none. */
export const notCases: readonly CaseGroup[] = [
  {
    phenomenon: 'years and decades',
    cases: [
      ['By 2018 about 450 otters had come back.', fig('450', 'count', 450, 'otter', '~')],
      ['The 2023 plan gave each school £2,023.', fig('£2,023', 'money', 2023, 'GBP')],
      ['House building in the 1950s grew by 60 per cent.', fig('60 per cent', 'percent', 60, '%', 'up')],
      ['It stayed in the high 20s, even the mid-30s.'],
      ['The 2014-15 season and the winter of 2019/20 were hard.'],
      ['Between 1720 and 1850 the village grew.'],
      ['A man in his thirties was held.'],
    ],
  },
  {
    phenomenon: 'dates',
    cases: [
      ['The trial begins on 17 December 2026.'],
      ['The hearing is on March 5, and the verdict on the 12th.'],
      ['It runs from 9-11 June and on 12/10/2026.'],
      ['The 3rd and 4th of May are holidays.'],
    ],
  },
  {
    phenomenon: 'times of day',
    cases: [
      ['The ferry leaves at 6.45am on Friday.'],
      ['The 7pm show began 25 minutes late.', fig('25 minutes', 'duration', 25, 'min')],
      ['Doors open at 17:45 and close at ten o’clock.'],
      ['Offices are open 9am-5pm and 7-9pm.'],
      ['It was first seen at 0710 GMT.'],
    ],
  },
  {
    phenomenon: 'ordinals and ranks',
    cases: [
      ['It was her fourth win in seven months.', fig('seven months', 'duration', 7, 'month')],
      ['He came 42nd and took home £750.', fig('£750', 'money', 750, 'GBP')],
      ['She is still the number two seed.'],
      ['The song reached No 3.'],
      ['A top 10 finish would do.'],
      ['1. Wash the lamp.'],
      ['They went out in the last 16.'],
    ],
  },
  {
    phenomenon: 'scores and votes',
    cases: [
      ['Hallowford won 3-2 at home.'],
      ['Orlov lost 4-6 6-7 in 110 minutes.', fig('110 minutes', 'duration', 110, 'min')],
      ['The committee voted 6–3 to hold.'],
      ['Councillors voted by 23 to 19.'],
    ],
  },
  {
    phenomenon: 'telephone and reference numbers',
    cases: [
      ['Call 0800 555 0199 for advice.'],
      ['Ring 01632 960118 or write to help@river.example.'],
      ['Give the reference 660318 to claim your £15.', fig('£15', 'money', 15, 'GBP')],
      ['Phone +44 20 7946 0000 today.'],
      ['Ring the coastguard or 999.'],
      ['The case number is 2026/431.'],
    ],
  },
  {
    phenomenon: 'names of models and products',
    cases: [
      ['Six K-40 gliders were launched.', fig('Six', 'count', 6, 'glider')],
      ['The Fable 12 costs £649.', fig('£649', 'money', 649, 'GBP')],
      ['Covid-19 closed the G7 meeting.'],
      ['The Class 61s and an A320 were scrapped.'],
      ['Its Q-9 chip is in the iPhone 15.'],
      ['The Fable 12 and 12 Pro Max came out.'],
      ['They grounded two new 850 Max gliders.', fig('two', 'count', 2, 'glider')],
      ['The club ordered 500 Mini cars.', fig('500', 'count', 500, 'car')],
    ],
  },
  {
    phenomenon: 'numbered things',
    cases: [
      ['Clause 9 was read out at 31 Harbour Street.'],
      ['It is a grade 2 listed barn.'],
      ['The phase three trial ended in week 6.'],
      ['He lives at 22 Orchard Lane.'],
      ['The shop at 16-18 Quay Street has shut.'],
      ['The Ledger 100 index closed lower.'],
      ['Pages 3-7 and Section 21 were cut.'],
    ],
  },
  {
    phenomenon: 'names that hold number words',
    cases: [
      ['The Five Sisters window was cleaned.'],
      ['The Great Eight crews raised £4m.', fig('£4m', 'money', 4e6, 'GBP')],
      ['It was shown on Channel Four.'],
    ],
  },
  {
    phenomenon: 'idioms',
    cases: [
      ['No one saw it fall.'],
      ['They talked to one another.'],
      ['It was a one-off, on day one.'],
      ['He is open 24/7.'],
      ['A six-figure sum changed hands.'],
      ['The two agreed to meet.'],
      ['They blamed the ground zero of zero-hours work.'],
    ],
  },
];
