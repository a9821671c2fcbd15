import { createRandom } from '../numbers.ts';

/** Bulletins that are written anew every day in the same words: `#` is a number, `@` a place, `*` a person. */
const bulletins = [
  'An earthquake of magnitude #.# shook @ at #.# on Monday, the survey said. Its centre lay # kilometres north of @ at a depth of # kilometres. There were no reports of damage, and no warning of a wave was given. The survey recorded # smaller shocks within the hour. People within # kilometres of the coast were told to keep away from cliffs. The last quake of this size in the region was # years ago, when # houses in @ were damaged.',
  'Shares in @ closed # points higher at #,# on Tuesday, a gain of #.# per cent. The volume of trade was # million, against # million the day before. Miners led the gainers, up #.# per cent, while banks lost #.# per cent. The currency stood at #.# to the dollar. Of the companies in the index # rose and # fell. The price of oil was $# a barrel. * of the brokers in @ said that the market was waiting for figures on jobs.',
  'Net profit in the quarter rose # per cent to $# million, or # cents a share, @ Industries said on Wednesday. Sales were $#.# billion, up # per cent from a year earlier. Analysts had expected # cents a share. The company expects sales of $# billion to $# billion in the next quarter. “We are pleased with what our people have done,” said *, the chief executive. Shares rose #.# per cent to $# in trading after hours.',
  'The winning numbers in Saturday’s draw were #, #, #, #, # and #, and the bonus ball was #. One ticket, bought in @, matched all six and takes £#,#. Another # tickets matched five and the bonus ball and win £#,# each; # matched five and win £#. The jackpot on Wednesday is expected to be £# million. Tickets can be checked in any shop that sells them, and prizes are to be claimed within # days.',
  'Police are looking for witnesses after a crash on the A# near @ in which a man of # was hurt. It happened at #.# on Friday, when a lorry and a car met at the junction with the road to @. The road was shut for # hours. The driver of the lorry, who is #, was not hurt. Anyone who saw the crash or has pictures of it is asked to call the number of the county police, naming incident # of the day. Inspector * said that patience was appreciated.',
  'Today will be dry at first in @, with cloud from the west and rain by # in the afternoon, up to # millimetres on high ground. The highest temperature will be # degrees, # in @. Winds will be south-westerly, with gusts of up to # kilometres an hour. Tonight it will be clear, with a low of # degrees. Tomorrow will be fresh and bright, with a high of #. The sun rises at #.# and sets at #.#. The count of pollen is low.',
] as const;

const parts = ['Bar', 'Den', 'Fol', 'Gar', 'Hem', 'Kel', 'Lor', 'Mun', 'Nor', 'Pel', 'Ros', 'Tam'];
const endings = ['bury', 'den', 'field', 'ham', 'ley', 'mouth', 'ton', 'wick'];
const firstNames = ['Ada', 'Bram', 'Clea', 'Dov', 'Edie', 'Finn', 'Greta', 'Hugh'];

const of = (list: readonly string[], random: () => number): string =>
  list[Math.floor(random() * list.length)] ?? '';

type Random = () => number;

function filled(bulletin: string, numbers: Random, names: Random): string {
  const name = () => `${of(parts, names)}${of(endings, names)}`;
  return bulletin.replace(/[#@*]/g, (slot) => {
    if (slot === '#') return String(2 + Math.floor(numbers() * 97));
    return slot === '@' ? name() : `${of(firstNames, names)} ${name()}`;
  });
}

/** So many pairs of bulletins of one kind; every second pair is of the same places and people on two days. */
export const bulletinPairs = (count: number, seed: number): readonly (readonly [string, string])[] =>
  Array.from({ length: count }, (_, index) => {
    const bulletin = bulletins[index % bulletins.length] ?? '';
    const place = seed + 2 * index;
    const isOfOnePlace = Math.floor(index / bulletins.length) % 2 === 0;
    const one = filled(bulletin, createRandom(place), createRandom(place));
    const other = filled(bulletin, createRandom(place + 1), createRandom(isOfOnePlace ? place : place + 1));
    return [one, other] as const;
  });
