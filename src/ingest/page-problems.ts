import type { PageRefusal } from './fetch-page.ts';
import type { Unread } from './take-in-document.ts';

/** Why a page gave no article: it was not fetched, or not read. */
export type PageProblem = PageRefusal | Unread;

const words: Readonly<Record<Exclude<PageProblem['reason'], 'status'>, string>> = {
  'not-web': 'it led away from the web',
  private: 'it is not on the public internet',
  unreachable: 'it did not answer',
  'too-slow': 'it was too slow',
  'too-large': 'the page is too large',
  redirects: 'it led in circles',
  robots: 'its robots.txt asks programs not to read it',
  'not-allowed': 'the publisher does not let its words be shown elsewhere',
  'no-page': 'it is not a web page',
  'no-text': 'there is no text in it',
  'too-long': 'the page is too large',
  'no-article': 'there is no article on the page',
  'too-big': 'the page could not be read',
  unreadable: 'the page could not be read',
};

/** "the page is too large", to follow "I could not read it: ". */
export function wordsFor(problem: PageProblem): string {
  return problem.reason === 'status' ? `status ${problem.status}` : words[problem.reason];
}
