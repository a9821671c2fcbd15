import { firstBlocks } from './furniture-bank-first.ts';
import { secondBlocks } from './furniture-bank-second.ts';

/** Even numbers are for tuning the rules, odd ones for reporting how well they do. */
export const furnitureBank = [...firstBlocks, ...secondBlocks];
