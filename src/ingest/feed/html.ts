import { absoluteAddress } from './address.ts';
import { type Attribute, type MarkupToken, markupTokens, type OpenTag } from './markup.ts';
import { decodeReferences } from './references.ts';

/** Attributes that hold an address, in HTML of all ages. */
const addressAttributes = new Set(
  'action background cite classid codebase data formaction href longdesc poster profile src usemap'.split(
    ' ',
  ),
);

/** What stands in them is no text. */
const unseen = new Set(['script', 'style', 'applet']);

const elementNames = new Set(
  `a abbr acronym address applet article aside audio b bdi bdo big blink blockquote body br button canvas caption
  center cite code col colgroup data dd del details dfn dialog dir div dl dt em embed fieldset figcaption figure
  font footer form frame h1 h2 h3 h4 h5 h6 head header hr html i iframe img input ins kbd label legend li link main
  map mark marquee math menu meta nav nobr noscript object ol optgroup option output p param picture pre progress q
  rp rt ruby s samp script section select small source span strike strong style sub summary sup svg table tbody td
  template textarea tfoot th thead time title tr track tt u ul var video wbr`.split(/\s+/),
);

const voidElements = new Set(
  'area base br col embed frame hr img input link meta param source track wbr'.split(' '),
);

/** Between them stands no white space; other elements begin a line. */
const inlineElements = new Set(
  `a abbr acronym b bdi bdo big blink cite code data del dfn em font i ins kbd label mark nobr q rp rt ruby s samp
  small span strike strong sub sup time tt u var wbr`.split(/\s+/),
);

export function isVoidElement(name: string): boolean {
  return voidElements.has(name);
}

export function isUnseenElement(name: string): boolean {
  return unseen.has(name);
}

export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

export function escapeAttribute(text: string): string {
  return escapeHtml(text).replaceAll('"', '&quot;');
}

/** The value of an HTML attribute, with the address or addresses in it made absolute. */
export function absoluteValue(name: string, value: string, base: string | undefined): string {
  if (name === 'srcset') return value.length > longestSet ? value : absoluteSet(value, base);
  return addressAttributes.has(name) ? (absoluteAddress(value, base) ?? value) : value;
}

/** Pictures come in some ten sizes. */
const longestSet = 10_000;

/** A srcset's candidates: an address and a width or density each. */
function absoluteSet(value: string, base: string | undefined): string {
  return value
    .split(/,\s|(?<=\s[\d.]{1,9}[wxh]),/)
    .map((candidate) => {
      const [address = '', ...size] = candidate.trim().split(/\s+/);
      return [absoluteAddress(address, base) ?? address, ...size].join(' ');
    })
    .join(', ');
}

function nameOf({ name }: { readonly name: string }): string {
  return name.toLowerCase();
}

/** HTML without its scripts and style sheets; one that is never closed is a word of the text. */
export function withoutUnseen(html: string): string {
  if (!/<(?:script|style|applet)(?=[\s/>])/i.test(html)) return html;
  const parts: string[] = [];
  let copied = 0;
  let hidden: OpenTag | undefined;
  for (const token of markupTokens(html)) {
    if (token.kind === 'open' && isUnseenElement(nameOf(token)) && !token.isEmpty) hidden ??= token;
    if (token.kind !== 'close' || hidden === undefined || nameOf(token) !== nameOf(hidden)) continue;
    parts.push(html.slice(copied, hidden.start));
    copied = token.end;
    hidden = undefined;
  }
  return parts.join('') + html.slice(copied);
}

/** Of one text; a book's notes have some thousand links. */
const mostAddresses = 20_000;

/** HTML with its addresses made absolute and without scripts and style sheets; all else stands as it was. */
export function absoluteHtml(html: string, base: string | undefined): string {
  if (!html.includes('<')) return html;
  const seen = withoutUnseen(html);
  const parts: string[] = [];
  let copied = 0;
  for (const token of markupTokens(seen)) {
    if (token.kind !== 'open') continue;
    if (parts.length > mostAddresses * 2) break;
    for (const { value, start, end } of changedAttributes(token.attributes, base)) {
      parts.push(seen.slice(copied, start), value);
      copied = end;
    }
  }
  return parts.join('') + seen.slice(copied);
}

function changedAttributes(attributes: readonly Attribute[], base: string | undefined): Attribute[] {
  return attributes.flatMap((attribute) => {
    const name = attribute.name.toLowerCase();
    if (name !== 'srcset' && !addressAttributes.has(name)) return [];
    const written = decodeReferences(attribute.value);
    const value = absoluteValue(name, written, base);
    return value === written ? [] : [{ ...attribute, value: escapeAttribute(value) }];
  });
}

/** Longer texts of one line are cut before they are read: a title has some hundred characters. */
const longestLine = 20_000;

/** HTML as a line of text: tags taken away, references decoded, white space made single. */
export function lineOfHtml(html: string): string {
  const some = html.slice(0, longestLine);
  return lineOfText(decodeReferences(some.includes('<') ? withoutTags(some) : some));
}

export function lineOfText(text: string): string {
  return text.slice(0, longestLine).replace(/\s+/g, ' ').trim();
}

/** What looks like a tag but is no element, or is never closed, is what the text is about: "The <div> is dead". */
function withoutTags(html: string): string {
  const seen = withRaisedFigures(withoutUnseen(html));
  const tokens = [...markupTokens(seen)];
  const namesOf = (kind: 'open' | 'close') =>
    new Set(tokens.flatMap((token) => (token.kind === kind ? [nameOf(token)] : [])));
  const opened = namesOf('open');
  const closed = namesOf('close');
  const isTag = (name: string) => isMarkup(name, opened, closed);
  return tokens.map((token) => textOfToken(token, seen, isTag)).join('');
}

/** "10<sup>6</sup>" is 10⁶, and not 106. */
function withRaisedFigures(html: string): string {
  return html.replace(/<(su[pb])>([\d+-]{1,6})<\/\1>/gi, (_, kind: string, figures: string) =>
    [...figures]
      .map(
        (figure) => (/p/i.test(kind) ? '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻' : '₀₁₂₃₄₅₆₇₈₉₊₋')['0123456789+-'.indexOf(figure)] ?? '',
      )
      .join(''),
  );
}

function isMarkup(name: string, opened: ReadonlySet<string>, closed: ReadonlySet<string>): boolean {
  if (!elementNames.has(name) && !voidElements.has(name)) return false;
  return voidElements.has(name) || name === 'p' || name === 'li' || (opened.has(name) && closed.has(name));
}

function textOfToken(token: MarkupToken, html: string, isTag: (name: string) => boolean): string {
  if (token.kind === 'text' || token.kind === 'cdata') return token.text;
  if (token.kind !== 'open' && token.kind !== 'close') return '';
  const name = nameOf(token);
  if (!isTag(name)) return html.slice(token.start, token.end);
  return inlineElements.has(name) ? '' : ' ';
}
