import { createGrouper, type GroupingTask } from '../../src/story/story-grouper.ts';

/** As the real entry, but that articles with these titles break it. */
const group = createGrouper();

const hoard: unknown[] = [];
const breaks: Readonly<Record<string, () => never>> = {
  'It throws': () => {
    throw new Error('no such word');
  },
  'It ends': () => process.exit(3),
  'It hangs': () => {
    for (;;);
  },
  'It hoards': () => {
    for (;;) hoard.push(new Array(1000).fill(hoard.length));
  },
};

process.on('message', (task: GroupingTask) => {
  if (task.kind !== 'group') {
    process.send?.(group(task));
    return;
  }
  const articles = task.articles.map((article) => ({
    ...article,
    get text() {
      return breaks[article.title]?.() ?? article.text;
    },
  }));
  process.send?.(group({ ...task, articles }));
});
process.send?.('ready');
