import { flushCompileCache } from 'node:module';
import { createGrouper, type GroupingTask } from './story-grouper.ts';

/** The entry of the process of `startGroupingWorker`: it says that it is ready, then answers one task after another. */
const group = createGrouper();

// A signal to all processes of the bot is the bot's to obey; this one ends with it.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => undefined);

process.on('message', (task: GroupingTask) => process.send?.(group(task)));
process.send?.('ready');
flushCompileCache(); // for the next one: this one may be killed
