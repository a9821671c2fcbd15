import '../check-node.mjs';
import { groupLines, linesOf, storiesHelp } from './group-lines.ts';
import { runTool } from './run-tool.ts';
import { UsageError } from './usage-error.ts';

await runTool('stories', async (terminal) => {
  const [item = '-', ...more] = process.argv.slice(2);
  if (item === '--help' || item === '-h') {
    await terminal.write(storiesHelp);
    return 0;
  }
  if (more.length > 0 || (item !== '-' && item.startsWith('-')))
    throw new UsageError('give one file, or - for the input (--help says more)');
  return await groupLines(await linesOf(item, process.stdin), terminal);
});
