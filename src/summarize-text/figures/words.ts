const irregular: ReadonlyMap<string, string> = new Map([
  ['people', 'person'],
  ['men', 'man'],
  ['women', 'woman'],
  ['children', 'child'],
  ['lives', 'life'],
  ['knives', 'knife'],
  ['wolves', 'wolf'],
  ['calves', 'calf'],
  ['halves', 'half'],
  ['leaves', 'leaf'],
  ['thieves', 'thief'],
  ['loaves', 'loaf'],
  ['mice', 'mouse'],
  ['teeth', 'tooth'],
  ['feet', 'foot'],
  ['geese', 'goose'],
  ['oxen', 'ox'],
  ['criteria', 'criterion'],
  ['phenomena', 'phenomenon'],
  ['crises', 'crisis'],
  ['analyses', 'analysis'],
  ['buses', 'bus'],
  ['gases', 'gas'],
  ['heroes', 'hero'],
  ['potatoes', 'potato'],
  ['tomatoes', 'tomato'],
  ['movies', 'movie'],
  ['cookies', 'cookie'],
  ['zombies', 'zombie'],
  ['calories', 'calorie'],
  ['policemen', 'policeman'],
  ['td', 'touchdown'],
  ['tds', 'touchdown'],
  ['ppg', 'point/game'],
  ['apg', 'assist/game'],
  ['statuses', 'status'],
]);
/** Nouns that are counted without an s. */
const unchanged =
  /^(?:series|species|aircraft|spacecraft|hovercraft|sheep|fish|deer|staff|police|cattle|offspring|headquarters|news|means|crossroads|works|personnel|bass|gas|bus|lens|plus|bias|atlas|chaos|physics|[a-z]*(?:ss|us|is))$/;

/** The singular of a counted noun, small: "people" is "person", "buses" is "bus". */
export function singular(noun: string): string {
  const word = noun.toLowerCase().replace(/['’]s?$/, '');
  const known = irregular.get(word);
  if (known !== undefined) return known;
  if (unchanged.test(word)) return word;
  if (/(?:men|women|children)$/.test(word) && word.length > 4)
    return word.replace(/men$/, 'man').replace(/children$/, 'child');
  if (/wives$/.test(word)) return word.replace(/ves$/, 'fe');
  if (/ies$/.test(word)) return word.length > 4 ? `${word.slice(0, -3)}y` : word.slice(0, -1);
  if (/(?:ch|sh|x|ss|z|us)es$/.test(word)) return word.slice(0, -2);
  return /s$/.test(word) && word.length > 2 ? word.slice(0, -1) : word;
}

const pluralWithoutS =
  /^(?:people|men|women|children|staff|police|troops|fish|sheep|aircraft|personnel|cattle|mice|teeth|feet|geese|[a-z]+(?:men|women|children))$/;
const notPlural =
  /(?:ss|us|is|['’]s)$|^(?:was|has|does|its|his|this|as|previous|various|perhaps|across|always|besides|yes|less|plus|news|series|gas|minus|versus|means|says|towards|afterwards|sometimes|ours|yours|hers|theirs|whereas|thus|times)$/;

/** Whether the word looks like a noun that says "several": "jobs", "people". */
export function looksPlural(word: string): boolean {
  const lower = word.toLowerCase();
  return pluralWithoutS.test(lower) || (/[a-z]{2}s$/.test(lower) && !notPlural.test(lower));
}
