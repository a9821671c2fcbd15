import { enableCompileCache, flushCompileCache } from 'node:module';
import { workerData } from 'node:worker_threads';

// The entry of the thread that writes. What its process keeps compiled is there for a thread only when it says so.
if (typeof workerData?.compiledIn === 'string') enableCompileCache(workerData.compiledIn);
await import('./write-for-stores.ts');
flushCompileCache();
