import type { PressRequest } from '../src/domain/command.ts';

/** Which page of a paged reply. Times are UTC milliseconds; `until` keeps pages as they are while articles come in. */
export interface PagePlace {
  readonly since?: number | undefined;
  readonly until: number;
  readonly page: number;
}

/** What a page's button carries, ":SINCE:UNTIL:PAGE:SUBJECT" with times in base 36. */
export function readPagePlace({
  arguments: [since = '', until = '', page = '', ...subject],
  receivedAt,
}: PressRequest): { readonly place: PagePlace; readonly subject: readonly string[] } {
  return {
    place: {
      since: since === '' ? undefined : Number.parseInt(since, 36) || 0,
      until: Number.parseInt(until, 36) || receivedAt,
      page: Number.parseInt(page, 10) || 0,
    },
    subject,
  };
}
