import type { CaseGroup } from './figure-cases.ts';
import { fig } from './figure-cases.ts';

/** Money, percentages and the words that qualify them. */
export const moneyCases: readonly CaseGroup[] = [
  {
    phenomenon: 'money with a sign and a short scale',
    cases: [
      ['The ferry firm owes £1.2bn.', fig('£1.2bn', 'money', 1.2e9, 'GBP')],
      ['Quarry Foods made $48.6m last year.', fig('$48.6m', 'money', 48_600_000, 'USD')],
      ['A loan of €300k was refused.', fig('€300k', 'money', 300_000, 'EUR')],
      ['The bridge will cost ¥12bn.', fig('¥12bn', 'money', 12e9, 'JPY')],
      ['Pension funds hold £2.1 trillion.', fig('£2.1 trillion', 'money', 2.1e12, 'GBP')],
    ],
  },
  {
    phenomenon: 'dollars that are not American',
    cases: [
      ['The mine sold for A$92.4m.', fig('A$92.4m', 'money', 92_400_000, 'AUD')],
      ['She won HK$38,500 at cards.', fig('HK$38,500', 'money', 38_500, 'HKD')],
      ['The ship was insured for NZ$4m.', fig('NZ$4m', 'money', 4_000_000, 'NZD')],
      ['Exports brought in US $3.8 billion.', fig('US $3.8 billion', 'money', 3.8e9, 'USD')],
      ['The fee is C$25.', fig('C$25', 'money', 25, 'CAD')],
    ],
  },
  {
    phenomenon: 'currency codes',
    cases: [
      ['Its debts came to EUR31m.', fig('EUR31m', 'money', 31_000_000, 'EUR')],
      ['The fine was CHF 20,000.', fig('CHF 20,000', 'money', 20_000, 'CHF')],
      ['He wired 900 GBP to the shop.', fig('900 GBP', 'money', 900, 'GBP')],
      ['The gym is RM120 a month.', fig('RM120 a month', 'money', 120, 'MYR/month')],
    ],
  },
  {
    phenomenon: 'currencies in words',
    cases: [
      ['The tunnel cost nine billion dollars.', fig('nine billion dollars', 'money', 9e9, 'USD')],
      ['The clock fetched 85,000 Swiss francs.', fig('85,000 Swiss francs', 'money', 85_000, 'CHF')],
      ['They paid 50 quid for the boat.', fig('50 quid', 'money', 50, 'GBP')],
      ['Savers hold 1.6tn yuan.', fig('1.6tn yuan', 'money', 1.6e12, 'CNY')],
      ['The farm lost 40 million kronor.', fig('40 million kronor', 'money', 40_000_000, 'SEK')],
    ],
  },
  {
    phenomenon: 'small coins',
    cases: [
      ['A stamp is 92.5 pence.', fig('92.5 pence', 'money', 92.5, 'penny')],
      ['Shares ended the day at 187p.', fig('187p', 'money', 187, 'penny')],
      ['Heating oil is 88.4p a litre.', fig('88.4p a litre', 'money', 88.4, 'penny/l')],
      ['The crown slipped 0.7 cents.', fig('0.7 cents', 'money', 0.7, 'cent', 'down')],
    ],
  },
  {
    phenomenon: 'parts of a million',
    cases: [
      [
        'Volunteers raised a quarter of a billion pounds.',
        fig('a quarter of a billion pounds', 'money', 250e6, 'GBP'),
      ],
      ['Half a million pounds was raised.', fig('Half a million pounds', 'money', 500_000, 'GBP')],
      [
        'They owe six and a half million euros.',
        fig('six and a half million euros', 'money', 6_500_000, 'EUR'),
      ],
    ],
  },
  {
    phenomenon: 'European number formats',
    cases: [
      ['The villa went for 3.400.000 euros.', fig('3.400.000 euros', 'money', 3_400_000, 'EUR')],
      ['The price rose to 3,50 €.', fig('3,50 €', 'money', 3.5, 'EUR')],
      ['Some 47 300 seabirds nest there.', fig('47 300', 'count', 47_300, 'seabird', '~')],
      ['A bill of CHF 1’250’000 arrived.', fig('CHF 1’250’000', 'money', 1_250_000, 'CHF')],
    ],
  },
  {
    phenomenon: 'rates of money',
    cases: [
      ['Cider apples fetch $71 a barrel.', fig('$71 a barrel', 'money', 71, 'USD/bbl')],
      ['Divers earn £38.20 an hour.', fig('£38.20 an hour', 'money', 38.2, 'GBP/h')],
      ['The £7m-a-year lease ends in spring.', fig('£7m-a-year', 'money', 7_000_000, 'GBP/year')],
      ['Cocoa is €9,400 per tonne.', fig('€9,400 per tonne', 'money', 9400, 'EUR/t')],
      [
        'Profit fell to £48m from £73m a year earlier.',
        fig('£48m', 'money', 48e6, 'GBP'),
        fig('£73m', 'money', 73e6, 'GBP'),
      ],
    ],
  },
  {
    phenomenon: 'percentages in every writing',
    cases: [
      ['Turnout was 41%.', fig('41%', 'percent', 41, '%')],
      ['Turnout was 41 per cent.', fig('41 per cent', 'percent', 41, '%')],
      ['Just over 14pc of the barley was lost.', fig('14pc', 'percent', 14, '%', '>')],
      ['Ninety-six per cent of the boats came back.', fig('Ninety-six per cent', 'percent', 96, '%')],
      [
        'Costs are one hundred and ten percent of the plan.',
        fig('one hundred and ten percent', 'percent', 110, '%'),
      ],
      ['Growth was half of one per cent.', fig('half of one per cent', 'percent', 0.5, '%')],
    ],
  },
  {
    phenomenon: 'percentage points and basis points',
    cases: [
      [
        'Attendance dropped 6 percentage points to 83%.',
        fig('6 percentage points', 'percentage_points', 6, 'pp', 'down'),
        fig('83%', 'percent', 83, '%'),
      ],
      [
        'The Orchard party leads the poll by eight points.',
        fig('eight points', 'percentage_points', 8, 'point'),
      ],
      [
        'The bank cut rates by 25 basis points.',
        fig('25 basis points', 'percentage_points', 25, 'bp', 'down'),
      ],
      [
        'A cut of a quarter of a percentage point is likely.',
        fig('a quarter of a percentage point', 'percentage_points', 0.25, 'pp'),
      ],
    ],
  },
  {
    phenomenon: 'ranges',
    cases: [
      ['Rents may go up 4.5-6%.', fig('4.5-6%', 'percent', [4.5, 6], '%', 'up')],
      ['Growth of 0.4–0.6% is forecast.', fig('0.4–0.6%', 'percent', [0.4, 0.6], '%')],
      ['Between 70 and 90 swimmers set out.', fig('70 and 90', 'count', [70, 90], 'swimmer')],
      ['Tickets cost £15 to £45.', fig('£15 to £45', 'money', [15, 45], 'GBP')],
      ['It will take 20-25 million litres.', fig('20-25 million litres', 'measure', [20e6, 25e6], 'l')],
      ['Prizes range from $600 to $9 million.', fig('$600 to $9 million', 'money', [600, 9e6], 'USD')],
      ['The bill is put at $6 to $8 billion.', fig('$6 to $8 billion', 'money', [6e9, 8e9], 'USD')],
      ['It lasted three or four days.', fig('three or four days', 'duration', [3, 4], 'day')],
    ],
  },
  {
    phenomenon: 'a change from one level to another is two figures',
    cases: [
      [
        'Takings grew from £18m to £21m.',
        fig('£18m', 'money', 18e6, 'GBP'),
        fig('£21m', 'money', 21e6, 'GBP'),
      ],
      ['Its share slid from 38% to 29%.', fig('38%', 'percent', 38, '%'), fig('29%', 'percent', 29, '%')],
      [
        'Visits fell from 410,000 in 2015 to 188,000 last year.',
        fig('410,000', 'count', 410_000, 'visit'),
        fig('188,000', 'count', 188_000, 'visit'),
      ],
    ],
  },
  {
    phenomenon: 'a change told apart from the level it leads to',
    cases: [
      [
        'Bookings were up 9% to £740m.',
        fig('9%', 'percent', 9, '%', 'up'),
        fig('£740m', 'money', 740e6, 'GBP'),
      ],
      [
        'Wheat fell by $1.15 to $6.40 a bushel.',
        fig('$1.15', 'money', 1.15, 'USD', 'down'),
        fig('$6.40 a bushel', 'money', 6.4, 'USD/bushel'),
      ],
      ['A 10% increase in fares is planned.', fig('10%', 'percent', 10, '%')],
      ['The harvest shrank 11%.', fig('11%', 'percent', 11, '%', 'down')],
      ['Rents climbed by almost a fifth.', fig('a fifth', 'fraction', 0.2, '', '~')],
      ['Bread is 45% dearer than in May.', fig('45%', 'percent', 45, '%')],
      [
        'Brindle stock was down 31 pence, or 4.4%.',
        fig('31 pence', 'money', 31, 'penny', 'down'),
        fig('4.4%', 'percent', 4.4, '%', 'down'),
      ],
    ],
  },
  {
    phenomenon: 'about',
    cases: [
      ['Around 65 choirs will sing.', fig('65', 'count', 65, 'choir', '~')],
      ['Roughly $90bn is owed.', fig('$90bn', 'money', 90e9, 'USD', '~')],
      ['Nearly 78,000 homes lost power.', fig('78,000', 'count', 78_000, 'home', '~')],
      ['The gap is ~5%.', fig('5%', 'percent', 5, '%', '~')],
    ],
  },
  {
    phenomenon: 'more than, at least',
    cases: [
      ['More than 100 drivers were stopped.', fig('100', 'count', 100, 'driver', '>')],
      ['Her estate is over €8m.', fig('€8m', 'money', 8e6, 'EUR', '>')],
      ['At least nine people are missing.', fig('nine', 'count', 9, 'person', '>')],
      ['No fewer than 12 bids came in.', fig('12', 'count', 12, 'bid', '>')],
      ['A berth costs upwards of £65.', fig('£65', 'money', 65, 'GBP', '>')],
    ],
  },
  {
    phenomenon: 'up to, less than',
    cases: [
      ['Up to 27,000 tenants may move.', fig('27,000', 'count', 27_000, 'tenant', '<')],
      ['Running it takes less than £4 a week.', fig('£4 a week', 'money', 4, 'GBP/week', '<')],
      ['No more than six guests may come.', fig('six', 'count', 6, 'guest', '<')],
      ['He stole as much as £30,000 a month.', fig('£30,000 a month', 'money', 30_000, 'GBP/month', '<')],
    ],
  },
  {
    phenomenon: 'going up to a level is no limit',
    cases: [
      ['A season ticket will go up to £5,290.', fig('£5,290', 'money', 5290, 'GBP')],
      ['Work went on over four years.', fig('four years', 'duration', 4, 'year')],
      ['The shop lost £35m on it.', fig('£35m', 'money', 35e6, 'GBP')],
    ],
  },
  {
    phenomenon: 'negative numbers',
    cases: [
      ['The return was -1.7% over the year.', fig('-1.7%', 'percent', -1.7, '%')],
      ['It was minus 12C at dawn.', fig('minus 12C', 'measure', -12, 'C')],
      ['The balance stood at -£40.', fig('-£40', 'money', -40, 'GBP')],
    ],
  },
  {
    phenomenon: 'lists that share a unit or a sign',
    cases: [
      [
        'Prizes of £40, £60 and £90 were given.',
        fig('£40', 'money', 40, 'GBP'),
        fig('£60', 'money', 60, 'GBP'),
        fig('£90', 'money', 90, 'GBP'),
      ],
      [
        'The parties won 31, 32 and 33 per cent.',
        fig('31', 'percent', 31, '%'),
        fig('32', 'percent', 32, '%'),
        fig('33 per cent', 'percent', 33, '%'),
      ],
      ['Doses of 20 and 35 mg helped.', fig('20', 'measure', 20, 'mg'), fig('35 mg', 'measure', 35, 'mg')],
    ],
  },
  {
    phenomenon: 'conversions in brackets',
    cases: [
      [
        'The group paid about $61m (£47.2m).',
        fig('$61m', 'money', 61e6, 'USD', '~'),
        fig('£47.2m', 'money', 47_200_000, 'GBP', '~'),
      ],
      [
        'The swift flew more than 800 kilometres (500 miles).',
        fig('800 kilometres', 'measure', 800, 'km', '>'),
        fig('500 miles', 'measure', 500, 'mi', '>'),
      ],
    ],
  },
  {
    phenomenon: 'damaged marks',
    cases: [
      ['The gift was worth Â£40m.', fig('£40m', 'money', 40e6, 'GBP')],
      ['Repairs need â‚¬12m.', fig('â‚¬12m', 'money', 12e6, 'EUR')],
      ['āForty per centā of it is gone.', fig('Forty per cent', 'percent', 40, '%')],
    ],
  },
];
