import type { Article } from '../domain/article.ts';
import { UserError, type UserProblem } from '../domain/errors.ts';
import { ownScopeOf, type Reader, type Scope } from '../domain/scope.ts';
import { decodeText } from './decode.ts';
import type { FetchBytes, FetchedBytes, FetchRefusal } from './fetch/fetch-bytes.ts';
import type { TakeTurn } from './fetch/host-turns.ts';
import type { MayRead } from './fetch/robots.ts';
import { webAddress } from './fetch/web-address.ts';
import type { TakeLink } from './link-allowance.ts';
import { forbidsShowing } from './snippets.ts';
import { createDocumentIntake, type DocumentIntakePorts, type Unread } from './take-in-document.ts';

export interface LinkIntakePorts extends DocumentIntakePorts {
  readonly fetchBytes: FetchBytes;
  readonly mayRead: MayRead;
  readonly takeTurn: TakeTurn;
  readonly takeLink: TakeLink;
  /** `host:port` pairs that need not be of the public internet. */
  readonly allowed: ReadonlySet<string>;
}

const pageTypes = 'text/html, application/xhtml+xml, text/plain;q=0.5';
/** A link that lets only those in who have it is not everyone's: it names what opens it. */
const secretName =
  /^(?:.*[_-])?(?:token|key|apikey|auth|secret|sig|signature|password|pwd|sid|session|jwt)$/i;

/**
 * Makes the intake of links: the page behind one as a public article, or in the reader's own scope for 24 hours where
 * the address carries a secret. Fails with a `UserError` where the person can act: linkRefused, tooManyLinks,
 * pageNotReadable, tooShort.
 */
export function createLinkIntake(ports: LinkIntakePorts): (link: string, reader: Reader) => Promise<Article> {
  const { takeLink, takeTurn, allowed } = ports;
  const takeInDocument = createDocumentIntake(ports);
  const underway = new Map<string, Promise<Article>>();

  async function takeIn(url: URL, scope: Scope): Promise<Article> {
    const { isHtml, text: raw, landed } = await takeTurn(url.host, () => fetchPage(url, ports));
    const source = landed.hostname.replace(/^www\./, '');
    // A link that anyone may open is public, but the key it hands over on the way is not.
    const address = carriesSecret(landed) ? url : landed;
    return await takeInDocument(
      { kind: isHtml ? 'page' : 'text', raw, source, url: address.href, scope },
      (unread) => problemOf(unread, url.hostname),
    );
  }

  return async (link, reader) => {
    const address = webAddress(link, allowed);
    if (!address.ok) throw new UserError({ code: 'linkRefused' });
    const { url } = address;
    const waitMs = takeLink(reader.personId);
    if (waitMs > 0) throw new UserError({ code: 'tooManyLinks', minutes: Math.ceil(waitMs / 60_000) });
    const scope = carriesSecret(url) ? ownScopeOf(reader) : 'public';
    const key = `${scope} ${url.href}`;
    const work = underway.get(key) ?? takeIn(url, scope).finally(() => underway.delete(key));
    underway.set(key, work);
    return await work;
  };
}

const carriesSecret = ({ searchParams }: URL): boolean =>
  [...searchParams.keys()].some((name) => secretName.test(name));

interface FetchedPage {
  /** Where redirects led to. */
  readonly landed: URL;
  readonly text: string;
  readonly isHtml: boolean;
}

async function fetchPage(url: URL, { fetchBytes, mayRead }: LinkIntakePorts): Promise<FetchedPage> {
  const { hostname: host } = url;
  if (!(await mayRead(url))) throw notReadable(host, 'its robots.txt asks programs not to read it');
  const fetched = await fetchBytes(url.href, pageTypes);
  if (!fetched.ok) throw unfetched(fetched, host);
  const landed = new URL(fetched.url);
  if (landed.host !== url.host && !(await mayRead(landed)))
    throw notReadable(landed.hostname, 'its robots.txt asks programs not to read it');
  if (forbidsShowing(fetched.robotsTag)) throw notReadable(host, notAllowed);
  return { landed, ...textOf(fetched, host) };
}

function textOf(fetched: FetchedBytes, host: string): Omit<FetchedPage, 'landed'> {
  const { bytes, contentType } = fetched;
  const isPlain = /^\s*text\/plain\b/i.test(contentType);
  const isHtml = !isPlain && /^\s*(?:$|text\/html\b|application\/xhtml\+xml\b)/i.test(contentType);
  if (!isPlain && !isHtml) throw notReadable(host, 'it is not a web page');
  const decoding = decodeText(bytes, { contentType });
  if (!decoding.ok) throw notReadable(host, 'there is no text in it');
  return { text: decoding.text, isHtml };
}

const notAllowed = 'the publisher does not let its words be shown elsewhere';

function notReadable(host: string, why: string): UserError {
  return new UserError({ code: 'pageNotReadable', host, why });
}

const fetchProblems: Readonly<Record<Exclude<FetchRefusal['reason'], 'status'>, string>> = {
  'not-web': 'it led away from the web',
  private: 'it is not on the public internet',
  unreachable: 'it did not answer',
  'too-slow': 'it was too slow',
  'too-large': 'the page is too large',
  redirects: 'it led in circles',
};

function unfetched(refusal: FetchRefusal, host: string): UserError {
  return notReadable(
    host,
    refusal.reason === 'status' ? `status ${refusal.status}` : fetchProblems[refusal.reason],
  );
}

function problemOf(reading: Unread, host: string): UserProblem {
  switch (reading.reason) {
    case 'too-short':
      return { code: 'tooShort', sentences: reading.sentences };
    case 'not-allowed':
      return { code: 'pageNotReadable', host, why: notAllowed };
    case 'too-long':
      return { code: 'pageNotReadable', host, why: 'the page is too large' };
    case 'no-article':
      return { code: 'pageNotReadable', host, why: 'there is no article on the page' };
    case 'too-slow':
    case 'too-big':
    case 'unreadable':
      return { code: 'pageNotReadable', host, why: 'the page could not be read' };
  }
}
