import { fifthBlocks } from './furniture-bank-fifth.ts';
import { firstBlocks } from './furniture-bank-first.ts';
import { fourthBlocks } from './furniture-bank-fourth.ts';
import { secondBlocks } from './furniture-bank-second.ts';
import { sixthBlocks } from './furniture-bank-sixth.ts';
import { thirdBlocks } from './furniture-bank-third.ts';

/** The parts of the bank in the order in which they were written; the later ones are the harder ones. */
export const furnitureParts = [
  firstBlocks,
  secondBlocks,
  thirdBlocks,
  fourthBlocks,
  fifthBlocks,
  sixthBlocks,
] as const;

export const furnitureBank = furnitureParts.flat();
