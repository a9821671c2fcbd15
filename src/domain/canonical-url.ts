import { isTracking } from './tracking.ts';
import { unwrapped } from './wrapped-url.ts';

const mostSteps = 5;

/** A page of an application whose address stands behind "#!" or "#/". */
const isRoute = (hash: string): boolean => /^#[!/]/.test(hash);

/**
 * A page's address as it may be shown and opened: taken out of what shares and counts it, without fragment, login and
 * tracking parameters; the rest as it was written. Throws a TypeError on what is no absolute address.
 */
export const plainUrl = (address: string): string => settled(address, plainOnce);

function plainOnce(address: string): string {
  const url = unwrapped(new URL(withoutTrail(address)));
  if (!isRoute(url.hash)) url.hash = '';
  url.username = '';
  url.password = '';
  for (const [name, value] of [...url.searchParams]) {
    if (isTracking(name, value)) url.searchParams.delete(name);
  }
  return url.href;
}

/** Marks and brackets behind a link that someone has pasted out of a sentence. */
function withoutTrail(address: string): string {
  let rest = address.trim().replace(/^<(.*)>$/s, '$1');
  for (let length = 0; length !== rest.length; ) {
    length = rest.length;
    rest = rest.replace(/[,;:'"<>“”’»…。，、]{1,99}$/, '');
    for (const [open = '', close = ''] of ['()', '[]']) {
      const isOdd = rest.endsWith(close) || rest.endsWith(`${close}.`);
      if (isOdd && rest.split(close).length > rest.split(open).length) rest = rest.replace(/.\.?$/, '');
    }
  }
  return rest.replaceAll('&amp;', '&');
}

/**
 * The one spelling of all addresses of an article, to know it by: with "https", without "www", "m" and "amp", index
 * files, doubled and last slashes, parameters in order. It need not open: `plainUrl` does. Throws a TypeError on what
 * is no absolute address.
 */
export const canonicalUrl = (address: string): string => settled(address, spelledOnce);

function spelledOnce(address: string): string {
  const url = new URL(plainUrl(address).replace(/[.!?]{1,99}$/, ''));
  const port = url.port === '' || url.port === '80' || url.port === '443' ? '' : `:${url.port}`;
  const scheme = url.protocol === 'http:' ? 'https:' : url.protocol;
  return `${scheme}//${bareHost(url.hostname)}${port}${barePath(url.pathname)}${bareQuery(url)}${url.hash}`;
}

/** What is taken off can leave something to take off. */
function settled(address: string, once: (address: string) => string): string {
  let known = address;
  for (let count = 0; count < mostSteps; count += 1) {
    const next = once(known);
    if (next === known) break;
    known = next;
  }
  return known;
}

/** "www.", "m." and their like, where a name of two parts is left. */
function bareHost(hostname: string): string {
  const host = hostname.replace(/\.$/, '');
  if (/^[\d.]+$|^\[/.test(host)) return host;
  const bare = host
    .replace(/^(?:(?:www\d?|m|mobile|mobi|amp|touch|wap)\.){1,3}(?=[^.]+\.[^.]+)/, '')
    .replace(/^([a-z]{2,3})\.m\.(?=[^.]+\.[^.]+)/, '$1.');
  return bare;
}

function barePath(pathname: string): string {
  const path = pathname
    .replace(/;jsessionid=[^/;]{0,99}/gi, '')
    .replace(/(?<!:)\/{2,}/g, '/')
    .replace(/%[\da-f]{2}/gi, oneEncoding)
    .replace(/\/amp(?=\/|$)/gi, '')
    .replace(/\.amp(?=\.html?$|$)/i, '')
    .replace(/\/(?:index|default)\.(?:html?|php\d?|aspx?|jsp|shtml|cgi)$/i, '')
    .replace(/\/$/, '');
  return path === '' ? '/' : path;
}

/** What may stand unencoded does; the rest in capitals. */
function oneEncoding(encoded: string): string {
  const character = String.fromCharCode(Number.parseInt(encoded.slice(1), 16));
  return /[\w.~-]/.test(character) ? character : encoded.toUpperCase();
}

/** Parameters of AMP and mobile pages, with the values that ask for one. */
const forms = /^(?:amp|_amp|outputtype|output|outputmode|view|platform|m|mobile)$/i;
const formValues = /^(?:|0|1|true|amp|mobile|yes)$/i;
const isForm = (name: string, value: string): boolean =>
  forms.test(name) && formValues.test(value) && (value !== '' || /amp/i.test(name));

function bareQuery({ searchParams }: URL): string {
  const kept = [...searchParams].filter(([name, value]) => !isForm(name, value));
  const query = new URLSearchParams(kept);
  query.sort();
  const written = query.toString();
  return written === '' ? '' : `?${written}`;
}
