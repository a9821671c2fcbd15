import { parentPort, workerData } from 'node:worker_threads';
import { readDocument } from './read-document.ts';

/** The entry of a worker thread of `createDocumentReader`: one document in, one reading out. */
parentPort?.postMessage(readDocument(workerData));
