import type { PageNode } from './page-text.ts';

/** Words in the class, id or itemprop of elements that hold no words of the article. */
const names = new Set(
  `ad ads adv advert advertisement advertising advertorial sponsor sponsored promo promotion outbrain taboola
  author authorbox bio byline contributor reporter copyright credit credits source photographer
  caption captions figcaption legend
  date datetime datestamp dateline pubdate published modified updated timestamp time posted
  breadcrumb breadcrumbs menu nav navbar navigation subnav topnav toolbar pagination pager
  share sharing sharebar social socials follow addthis sharethis newsletter subscribe subscription signup login
  register paywall consent cookie cookies banner
  related recommended recommendations recirc readmore trending popular teaser teasers
  anzeige werbung reklama reklame reklam publicidad publicidade publicite pubblicita annonce annonser
  autor autorin autore auteur autori teilen partager compartir compartilhar condividi udostepnij sdilet paylas
  bildunterschrift bildtext legende didascalia podpis popisek fotocredit bildnachweis
  kommentar kommentare kommentarer komentarz komentarze komentar komentare commentaire commentaires comentario
  comentarios commento commenti reacties yorum yorumlar opinie schlagworte etiquetas tagi stitky etiketler
  comment comments disqus reactions rating ratings votes tags taglist keywords noprint`.split(/\s+/),
);
const screenReaders = /\b(?:sr-only|visually-?hidden|screen-?reader(?:-text)?|a11y-hidden|assistive-text)\b/i;
const longestNames = 1000;

/** Of a larger part of the content nobody says that it is furniture by its name alone. */
const largestShare = 0.3;

/** Whether an element of an article's content holds words about it, beside it or unseen: by its kind or its names. */
export function isFurnitureByName(element: PageNode, contentLength: number): boolean {
  if (isUnseen(element) || element.localName === 'aside' || element.localName === 'footer') return true;
  return (isByKind(element) || isNamed(element)) && lengthOf(element) <= largestShare * contentLength;
}

const lengthOf = ({ textContent }: PageNode): number => textContent?.length ?? 0;
const holds = (element: PageNode, selector: string): boolean => element.querySelector?.(selector) != null;
const attribute = (element: PageNode, name: string): string => element.getAttribute?.(name) ?? '';

function isUnseen(element: PageNode): boolean {
  return (
    element.getAttribute?.('hidden') != null ||
    attribute(element, 'aria-hidden') === 'true' ||
    /display\s?:\s?none/i.test(attribute(element, 'style').slice(0, longestNames))
  );
}

function isByKind(element: PageNode): boolean {
  switch (element.localName) {
    case 'time':
      return true;
    case 'figure':
      return !holds(element, 'table, pre, blockquote');
    case 'header':
      return holds(element, 'h1, time, p');
    default:
      return false;
  }
}

/** What is quoted from elsewhere is the article's, whatever it is wrapped in. */
function isNamed(element: PageNode): boolean {
  const written = ['class', 'id', 'itemprop'].map((name) => attribute(element, name)).join(' ');
  if (written.trim() === '' || written.length > longestNames) return false;
  if (screenReaders.test(written)) return true;
  const words = written
    .replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 ')
    .toLowerCase()
    .split(/[^a-z]+/);
  return words.some((word) => names.has(word)) && !holds(element, 'blockquote');
}
