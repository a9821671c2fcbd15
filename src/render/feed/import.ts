import type { ImportProgress } from '../../domain/feed.ts';
import type { Block, OutgoingFile, Reply } from '../../domain/reply.ts';
import { cut } from '../cut.ts';
import { code, heading, joined, small, text } from '../pieces.ts';
import { failureWords } from './words.ts';

const cells = 10;
const mostShown = 10;
const longestAddress = 120;

const doneOf = ({ added, known, failed }: ImportProgress): number => added + known + failed.length;

function bar(done: number, total: number): string {
  const full = total === 0 ? cells : Math.min(cells, Math.floor((done / total) * cells));
  return '▰'.repeat(full) + '▱'.repeat(cells - full);
}

function running(progress: ImportProgress): Reply {
  const { id, total, failed } = progress;
  const done = doneOf(progress);
  const counts = [`${done} of ${total}`, ...(failed.length === 0 ? [] : [`${failed.length} failed`])];
  return {
    blocks: [
      heading('Importing feeds'),
      text(`${bar(done, total)} ${counts.join(' · ')}`),
      { kind: 'buttons', buttons: [{ label: 'Cancel', press: `feed:cancel:${id}` }] },
    ],
  };
}

const titles = {
  done: 'Feeds imported',
  cancelled: 'Import cancelled',
  'out-of-time': 'The import is not finished',
} as const;

function countsOf(progress: ImportProgress): Block {
  const { total, added, known, failed } = progress;
  const left = total - doneOf(progress);
  const counts = [
    `${added} added`,
    ...(known === 0 ? [] : [`${known} followed already`]),
    ...(failed.length === 0 ? [] : [`${failed.length} failed`]),
    ...(left > 0 ? [`${left} not tried`] : []),
  ];
  return text(...joined(counts, ' · '));
}

function howToGoOn(state: keyof typeof titles): Block[] {
  switch (state) {
    case 'done':
      return [];
    case 'cancelled':
      return [
        text('What was added stays. The same ', code('/feed import'), ' again goes on where it stopped.'),
      ];
    case 'out-of-time':
      return [
        text(
          'Discord gives a command fifteen minutes. Run the same ',
          code('/feed import'),
          ' again to go on.',
        ),
      ];
  }
}

function failedLines({ failed }: ImportProgress): Block[] {
  const more = failed.length - mostShown;
  return [
    ...failed
      .slice(0, mostShown)
      .map(({ address, failure }) =>
        text('• ', code(cut(address, longestAddress)), `: ${failureWords(failure).what}`),
      ),
    ...(more > 0 ? [small(`And ${more} more: all are in the file.`)] : []),
  ];
}

function failedFile({ failed }: ImportProgress): readonly OutgoingFile[] {
  if (failed.length <= mostShown) return [];
  const lines = failed.map(({ address, failure }) => `${address}\t${failureWords(failure).what}`);
  return [{ name: 'failed-feeds.txt', bytes: new TextEncoder().encode(`${lines.join('\n')}\n`) }];
}

/** How far an import is, with a button that ends it; at its end what came of each feed. */
export function renderImport(progress: ImportProgress): Reply {
  if (progress.state === 'running') return running(progress);
  const files = failedFile(progress);
  return {
    blocks: [
      heading(titles[progress.state]),
      countsOf(progress),
      ...howToGoOn(progress.state),
      ...failedLines(progress),
    ],
    ...(files.length === 0 ? {} : { files }),
  };
}
