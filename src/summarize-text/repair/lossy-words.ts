const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** What stands behind the apostrophe of a shortened or possessive word. */
export const endings = words('s t d m re ve ll em all S T D M RE VE LL');

/** Words that lose their beginning: the mark before them is an apostrophe, no opening quotation mark. */
export const beheaded = words('em til tis twas twere cause cos bout round ello n');

/** The first parts of shortened words: a mark between these and an ending can be nothing but an apostrophe. */
export const shortened = words(
  'i you he she it we they that this there here what who how where when let don doesn didn isn aren wasn weren hasn haven hadn won wouldn can couldn shouldn mustn needn ain shan y',
);

/** So common that a mark between one of them and another word is a dash between two words. */
export const common = words(
  'a about after all also although an and any are as at because been before being both but by can could did do does each even every for from had has have he her here him his how i if in including into is it its just like made many may more most much must near never no not now of off on once one only or other our out over perhaps said she should since so some still such than that the their them then there these they this those though through to too two under until up very was we were what when where which while who whose why will with without would yet you your',
);

/** Words whose accents are lost often; a damaged letter stands for each accented one. */
const accented = words(
  'café cafés cliché clichés fiancé fiancée résumé résumés protégé protégés touché passé rosé purée soirée matinée née entrée décor éclair élite début façade façades naïve naïveté señor señora jalapeño piñata déjà vis-à-vis voilà coup-d’état crème brûlée pâté château brûlé exposé José André René Renée Zoë Chloë Chloé Noël Beyoncé Pokémon Nestlé Citroën São Zürich Müller Özil Peña Muñoz Núñez Nuñez García Gómez Fernández Rodríguez Hernández González Martínez López Sánchez Pérez Jiménez Díaz Álvarez Suárez Iván Jesús Raúl Mbappé Pelé Penélope Sofía María Málaga Bogotá Perú México Québec Montréal Düsseldorf Köln Côte Hermès Loïc Thérèse Frédéric Sébastien Jérôme Benoît François Françoise Mélenchon Barça Gdańsk',
);

const byShape: ReadonlyMap<string, string> = new Map([...accented].map((word) => [shapeOf(word), word]));

function shapeOf(word: string): string {
  return word.toLowerCase().replace(/[^\u0020-\u007e’]/gu, '*');
}

/** The accented word that a word with damaged letters must be, in its case; the damaged letters are "*". */
export function withAccents(damaged: string): string | undefined {
  const word = byShape.get(damaged.toLowerCase());
  if (word === undefined) return undefined;
  return isCapital(damaged[0]) && !isCapital(word[0]) ? word[0]?.toUpperCase() + word.slice(1) : word;
}

function isCapital(character: string | undefined): boolean {
  return character !== undefined && /\p{Lu}/u.test(character);
}
