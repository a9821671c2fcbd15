import { losslessEdits } from './lossless.ts';
import { lossyEdits } from './lossy.ts';
import { edit, type MappedText, unmapped } from './runs.ts';

export { toRaw } from './runs.ts';

/** Mends marks and letters that a wrong encoding damaged; nothing else of the text is touched. */
export function repair(raw: string): MappedText {
  const lossless = edit(unmapped(raw), losslessEdits(raw));
  return edit(lossless, lossyEdits(lossless.text));
}
