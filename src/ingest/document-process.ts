import { type IncomingDocument, readDocument } from './read-document.ts';

/** The entry of a process of `createDocumentReader`: one document comes in, its reading goes out. */
process.once('message', (document: IncomingDocument) => {
  process.send?.(readDocument(document));
});
