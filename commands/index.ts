import type { Command } from '../src/app.ts';
import { ask } from './ask.ts';
import { digest } from './digest.ts';
import { feed } from './feed.ts';
import { figures } from './figures.ts';
import { help } from './help.ts';
import { latest } from './latest.ts';
import { quotes } from './quotes.ts';
import { search } from './search.ts';
import { settings } from './settings.ts';
import { status } from './status.ts';
import { summary } from './summary.ts';

/** Every command, in the order of the menu. */
export const commands: readonly Command[] = [
  summary,
  quotes,
  figures,
  ask,
  latest,
  search,
  digest,
  feed,
  status,
  settings,
  help,
];
