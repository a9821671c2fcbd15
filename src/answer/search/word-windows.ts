import type { Span } from 'summarize-text';

/** So few words are not left out between two parts. */
const smallGap = 2;
const mostWindows = 2;
/** Of the words around what is wanted so many parts stand before it. */
const before = 1 / 3;

/** From the first word to the last, counted from 0, both included. */
interface Window {
  readonly first: number;
  readonly last: number;
}

const sizeOf = ({ first, last }: Window): number => last - first + 1;

/** Windows with nothing or next to nothing between them are one. */
function merged(windows: readonly Window[]): readonly Window[] {
  const kept: Window[] = [];
  for (const window of windows.toSorted((one, other) => one.first - other.first)) {
    const last = kept.at(-1);
    if (last === undefined || window.first - last.last - 1 > smallGap) kept.push(window);
    else kept[kept.length - 1] = { first: last.first, last: Math.max(last.last, window.last) };
  }
  return kept;
}

/** The windows around what is wanted, the most wanted first, as long as there is room. */
function around(wanted: readonly Window[], most: number): readonly Window[] {
  let kept: readonly Window[] = [];
  for (const window of wanted) {
    const next = merged([...kept, window]);
    const size = next.reduce((sum, one) => sum + sizeOf(one), 0);
    if (next.length <= mostWindows && size <= most) kept = next;
  }
  return kept;
}

/**
 * The parts of a text that stand around what is wanted of it, the most wanted first; cut between words, and together no
 * more than so many words. The whole of a text that is no longer.
 */
export function wordWindows(text: string, wanted: readonly Span[], mostWords: number): readonly Span[] {
  const words = Array.from(text.matchAll(/\S+/g), ({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
  }));
  const whole = { first: 0, last: words.length - 1 };
  const most = Math.max(1, words.length <= mostWords ? mostWords : mostWords - smallGap);
  const places = wanted.map(({ start, end }) => ({
    first: words.findIndex((word) => word.end > start),
    last: words.findLastIndex((word) => word.start < end),
  }));
  const chosen = around(places, most);
  const first = chosen.length === 0 ? [{ first: 0, last: Math.min(most, words.length) - 1 }] : chosen;
  const room = Math.max(0, most - first.reduce((sum, one) => sum + sizeOf(one), 0));
  const share = Math.floor(room / first.length);
  const widened = first.map((window) => {
    const left = Math.min(window.first, Math.floor(share * before));
    const last = Math.min(whole.last, window.last + share - left);
    return { first: Math.max(0, window.first - (share - (last - window.last))), last };
  });
  return merged(words.length <= most ? [whole] : widened).flatMap((window) => {
    const [start, end] = [words[window.first]?.start, words[window.last]?.end];
    return start === undefined || end === undefined ? [] : [{ start, end }];
  });
}
