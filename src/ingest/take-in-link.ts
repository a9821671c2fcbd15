import type { TakeOne } from '../domain/allowance.ts';
import type { Article } from '../domain/article.ts';
import { UserError, type UserProblem } from '../domain/errors.ts';
import { ownScopeOf, type Reader, type Scope } from '../domain/scope.ts';
import { carriesSecret } from './carries-secret.ts';
import type { TakeTurn } from './fetch/host-turns.ts';
import { webAddress } from './fetch/web-address.ts';
import { fetchPage, type PagePorts } from './fetch-page.ts';
import { type PageProblem, wordsFor } from './page-problems.ts';
import { createDocumentIntake, type DocumentIntakePorts } from './take-in-document.ts';

export interface LinkIntakePorts extends DocumentIntakePorts, PagePorts {
  readonly takeTurn: TakeTurn;
  readonly takeLink: TakeOne;
  /** `host:port` pairs that need not be of the public internet. */
  readonly allowed: ReadonlySet<string>;
}

/**
 * Makes the intake of links: the page behind one as a public article, or in the reader's own scope for 24 hours where
 * the address carries a secret. Fails with a `UserError` where the person can act: linkRefused, tooManyLinks,
 * pageNotReadable.
 */
export function createLinkIntake(ports: LinkIntakePorts): (link: string, reader: Reader) => Promise<Article> {
  const { takeLink, takeTurn, allowed } = ports;
  const takeInDocument = createDocumentIntake(ports);
  const underway = new Map<string, Promise<Article>>();

  async function takeIn(url: URL, scope: Scope): Promise<Article> {
    const page = await takeTurn(url.host, () => fetchPage(url, ports));
    if (!page.ok) throw new UserError(notReadable(page, url.hostname));
    const { isHtml, text: raw, landed, address } = page;
    const source = landed.hostname.replace(/^www\./, '');
    return await takeInDocument(
      { kind: isHtml ? 'page' : 'text', raw, source, url: address.href, scope },
      (unread) => notReadable(unread, url.hostname),
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

function notReadable(problem: PageProblem, asked: string): UserProblem {
  const host = problem.reason === 'robots' ? problem.host : asked;
  return { code: 'pageNotReadable', host, why: wordsFor(problem) };
}
