import type { TakeOne } from '../domain/allowance.ts';
import type { Article } from '../domain/article.ts';
import type { AttachedFile } from '../domain/command.ts';
import { UserError, type UserProblem } from '../domain/errors.ts';
import { ownScopeOf, type Reader } from '../domain/scope.ts';
import { attachedBytes, type FetchFile, limitMb } from './attached-bytes.ts';
import { cutAtWord } from './cut-at-word.ts';
import { decodeText } from './decode.ts';
import { createDocumentIntake, type DocumentIntakePorts, type Unread } from './take-in-document.ts';

export interface FileIntakePorts extends DocumentIntakePorts {
  readonly fetchFile: FetchFile;
  readonly takeFile: TakeOne;
}

const longestSource = 100;

/**
 * Makes the intake of attached files: text or HTML in, an article in the reader's own scope out, stored for 24
 * hours. Fails with a `UserError` where the person can act: tooManyFiles, fileUnreachable, tooLarge, notText, emptyText.
 */
export function createFileIntake({
  fetchFile,
  takeFile,
  ...ports
}: FileIntakePorts): (file: AttachedFile, reader: Reader) => Promise<Article> {
  const takeIn = createDocumentIntake(ports);
  return async (file, reader) => {
    const waitMs = takeFile(reader.personId);
    if (waitMs > 0) throw new UserError({ code: 'tooManyFiles', minutes: Math.ceil(waitMs / 60_000) });
    const raw = await textOf(file, fetchFile);
    const kind = isPage(file, raw) ? 'page' : 'text';
    const source = cutAtWord(file.name, longestSource);
    return await takeIn({ kind, raw, source, scope: ownScopeOf(reader) }, (unread) =>
      problemOf(unread, file.name),
    );
  };
}

async function textOf(file: AttachedFile, fetchFile: FetchFile): Promise<string> {
  const { name, contentType } = file;
  const bytes = await attachedBytes(file, fetchFile);
  const decoding = decodeText(bytes, contentType === undefined ? {} : { contentType });
  if (decoding.ok) return decoding.text;
  throw new UserError({ code: decoding.reason === 'empty' ? 'emptyText' : 'notText', name });
}

/** By name or content type; a text that begins as a page does is one whatever it is called. */
function isPage({ name, contentType }: AttachedFile, raw: string): boolean {
  return (
    /\.x?html?$/i.test(name) ||
    /^\s*(?:text\/html|application\/xhtml\+xml)\b/i.test(contentType ?? '') ||
    /^\s{0,99}(?:<\?xml[^>]{0,200}>\s{0,99})?<(?:!doctype\s+html|html|head|body)[\s>]/i.test(
      raw.slice(0, 1000),
    )
  );
}

function problemOf(reading: Unread, name: string): UserProblem {
  switch (reading.reason) {
    case 'too-long':
      return { code: 'tooLarge', name, limitMb };
    case 'no-article':
      return { code: 'emptyText', name };
    case 'too-slow':
    case 'too-big':
    case 'unreadable':
    case 'not-allowed':
      return { code: 'notText', name };
  }
}
