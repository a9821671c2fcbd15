import { cutAtWord } from '../cut-at-word.ts';

const longestName = 100;
const by =
  /^(?:(?:written |posted |story |words |text )?by|von|par|por|de|di|door|av|af|przez|autor(?:a|es)?|auteure?|autore|author|автор|текст|yazar|penulis|oleh|bởi|tác giả|作者|記者|记者|文|글|기자|بقلم|כתב|מאת|लेखक)\s?[:：]?\s+/iu;
const nobody =
  /^(?:admin(?:istrator)?|editor(?:ial)?|redak(?:tion|cja|ce|tie)|redacci[oó]n|r[eé]daction|redazione|redação|staff|guest|unknown|user|webmaster|author|autor|undefined|null|none|n\/?a)$/i;

/** The name alone; what has figures in it is a date or an account, what has a colon and slashes an address. */
export function authorName(written: string): string | undefined {
  const words = written.replace(/\s+/g, ' ').trim();
  const name = cutAtWord(words.replace(by, '').trim(), longestName).replace(/[\s,|·•–-]+$/, '');
  const isName = /\p{L}/u.test(name) && !/\d|:\/\/|^@|[<>{}]/.test(name) && !nobody.test(name);
  return isName ? name : undefined;
}

const namePart =
  "(?:\\p{Lu}[\\p{L}\\p{M}.’'-]{0,20}|van|von|der|den|de|del|della|di|da|dos|du|la|le|bin|al|el|ter|ten|zu)";
const personName = new RegExp(`^\\p{Lu}[\\p{L}\\p{M}.’'-]{0,20}(?: ${namePart}){1,4}$`, 'u');
/** Scripts without capitals: Han, kana and hangul are short; Arabic, Hebrew and the scripts of India have blanks. */
const otherName =
  /^(?:[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}・]{2,8}|[\p{Script=Hangul}]{2,4}|[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Thai}]{2,20}(?: [\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Thai}]{2,20}){1,3})$/u;

/** Words that are a person's name as one is written on a page; of several names, those that are such, up to four. */
export function shownName(written: string): string | undefined {
  const whole = authorName(written);
  if (whole === undefined) return undefined;
  const names = whole
    .split(/\s?[,&|;/·]\s?|\s(?:and|und|et|y|e|en|og|och|i|и|та|ve|dan|và)\s/u)
    .filter(Boolean);
  const isEach = names.length <= 4 && names.every((name) => personName.test(name) || otherName.test(name));
  return isEach ? names.join(', ') : undefined;
}
