/**
 * Questions that are too long for a button. They are in the process's memory alone, for some minutes: no store and no log
 * has what somebody asked.
 */
export interface KeptQuestions {
  /** The key by which the question is found again. */
  keep(question: string, personId: string): string;
  get(key: string): string | undefined;
  /** Forgets what this person asked. */
  forget(personId: string): void;
}
