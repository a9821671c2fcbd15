import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

const workerFile = new URL('./strip-worker.ts', import.meta.url);

/**
 * The sources without their types, line for line. It is done in a worker, where alone the warning that Node's
 * stripping is an experiment can be kept quiet.
 */
export async function stripTypes(sources: readonly string[]): Promise<readonly string[]> {
  const worker = new Worker(workerFile, { execArgv: ['--disable-warning=ExperimentalWarning'] });
  try {
    const stripped: string[] = [];
    for (const source of sources) {
      worker.postMessage(source);
      const [answer]: unknown[] = await once(worker, 'message');
      stripped.push(String(answer));
    }
    return stripped;
  } finally {
    await worker.terminate();
  }
}
