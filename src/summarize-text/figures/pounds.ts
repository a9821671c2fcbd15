import type { FigureToken } from './tokens.ts';
import { tokenAt, wordsAfter, wordsBefore } from './tokens.ts';

/** Whether the pounds from one token to another are weighed and no money. */
export function isWeight(tokens: readonly FigureToken[], from: number, to: number): boolean {
  if (tokenAt(tokens, to - 1).lower === '£') return false;
  const around = `${wordsBefore(tokens, from, 6)} ${wordsAfter(tokens, to, 3)}`;
  return (
    /\b(?:weigh(?:s|ed|ing|t)?|heavier|lighter|overweight|body ?weight)\b/.test(around) ||
    isFoodWeight(tokens, from, to)
  );
}

/** "four pounds of plums", but "300 pounds of debt". */
function isFoodWeight(tokens: readonly FigureToken[], from: number, to: number): boolean {
  const isOf = tokenAt(tokens, to).lower === 'of' && tokenAt(tokens, from).gap && to - from <= 4;
  return (
    isOf &&
    !/^(?:debt|savings|aid|damage|funding|tax|fines?|profit|income|investment|spending|cuts|grants|the|our|my|his|her|their)$/.test(
      tokenAt(tokens, to + 1).lower,
    ) &&
    !/\b(?:cost|costs|paid|worth|spent|million|hundreds|thousands|borrowed|owed?)\b/.test(
      wordsBefore(tokens, from + 2, 5),
    )
  );
}
