import { readDate } from '../read-date.ts';

const longestShown = 80;
/** Words that are not of its first publication. */
const isOfChange =
  /^(?:(?:last |zuletzt )?(?:updated|modified|edited)|aktualisiert|stand|ge[uü]pdatet|mis à jour|modifié|actualizado|aggiornato|atualizado|bijgewerkt|zaktualizowano|aktualizováno|обновлено|оновлено|güncelleme|更新)\b/i;

/** A date as a page shows it to its readers, in a short line: "Published: 3 February 2026, 18:05". */
export function shownDate(written: string, language: string | undefined): number | undefined {
  const words = written.replace(/\s+/g, ' ').trim();
  if (words === '' || words.length > longestShown || !/\d/.test(words) || isOfChange.test(words))
    return undefined;
  return readDate(words) ?? dayFirst(words, language);
}

/** "3/4/2019" has two readings in English only. */
function dayFirst(words: string, language: string | undefined): number | undefined {
  if (language === undefined || /^en\b/i.test(language)) return undefined;
  const date = /(?<!\d)(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?!\d)/.exec(words);
  return date === null ? undefined : dayOf(date[3], date[2], date[1]);
}

const monthNames = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** The day in a page's address: "/2026/02/03/", "/2026/feb/3/", "-20260203". */
export function addressDate(address: string): number | undefined {
  const path = URL.parse(address)?.pathname.toLowerCase() ?? '';
  const parted = /\/((?:19|20)\d\d)[/-](\d{1,2}|[a-z]{3})[/-](\d{1,2})(?=[/_.-]|$)/.exec(path);
  if (parted !== null) {
    const [, year, month = '', day] = parted;
    const named = monthNames.indexOf(month) + 1;
    return dayOf(year, named === 0 ? month : String(named), day);
  }
  const joined = /(?<!\d)((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)/.exec(path);
  return joined === null ? undefined : dayOf(joined[1], joined[2], joined[3]);
}

function dayOf(year = '', month = '', day = ''): number | undefined {
  return readDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}
