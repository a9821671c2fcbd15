import type { Delivery } from '../../domain/digest.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** A digest later than this is no news; what it held goes into the next. */
export const tooLateMs = 6 * hourMs;

/** What came later than this is counted as late. */
const lateMs = 5 * minuteMs;

export const isTooLate = ({ slot }: Pick<Delivery, 'slot'>, at: number): boolean => at - slot > tooLateMs;

/** Whoever asks for a digest now has it when it comes. */
export const isLate = ({ slot, isAsked }: Delivery, at: number): boolean => !isAsked && at - slot > lateMs;

/** "7 hours late". */
export function latenessWords({ slot }: Pick<Delivery, 'slot'>, at: number): string {
  const hours = Math.floor((at - slot) / hourMs);
  return hours < 48 ? `${hours} hours late` : `${Math.floor(hours / 24)} days late`;
}
