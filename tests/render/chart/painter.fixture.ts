import type { Chart } from '../../../src/domain/chart.ts';

/** A painting process that does what a chart's title says, and answers with its own process id. */
process.on('message', ({ title }: Chart) => {
  if (title === 'die') process.exit(3);
  if (title !== 'hang') process.send?.({ png: new TextEncoder().encode(`${process.pid} ${title}`) });
});
