/** Gives what work says in the order of the work, though it is done at the same time. */
export interface InOrder<T> {
  /** What the work of this place (from 0) says; it waits for all places before it. */
  say(place: number, words: T): void;
  /** The work of this place has said everything. */
  end(place: number): void;
}

export function createInOrder<T>(tell: (words: T) => void): InOrder<T> {
  const waiting = new Map<number, T[]>();
  const ended = new Set<number>();
  let current = 0;

  function goOn(): void {
    for (const words of waiting.get(current) ?? []) tell(words);
    waiting.delete(current);
  }

  return {
    say(place, words) {
      if (place === current) tell(words);
      else waiting.set(place, [...(waiting.get(place) ?? []), words]);
    },
    end(place) {
      ended.add(place);
      while (ended.delete(current)) {
        current += 1;
        goOn();
      }
    },
  };
}
