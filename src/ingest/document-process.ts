import { type IncomingDocument, readDocument } from './read-document.ts';

/** The entry of a process of `createDocumentReader`: it says that it is ready, is sent a document, sends its reading. */
process.once('message', (document: IncomingDocument) => {
  process.send?.(readDocument(document));
});
process.send?.('ready');
