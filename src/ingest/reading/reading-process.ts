import { flushCompileCache } from 'node:module';
import { doTask, type ReadingTask } from './reading-task.ts';

/** The entry of a process of `createReadingPool`: it says that it is ready, then answers one task after another. */
process.on('message', (task: ReadingTask) => {
  process.send?.(doTask(task));
});
process.send?.('ready');
flushCompileCache(); // for the next one: this one may be killed
