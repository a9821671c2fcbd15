/**
 * Who may send to Discord when: all processes of a bot together begin no more requests in any second than Discord takes of
 * one bot.
 */
export interface RequestTurns {
  /** Takes the next `count` turns, and answers how long to wait for each, milliseconds, in order. */
  take(count: number): Promise<readonly number[]>;
}
