import { createKeptQuestions } from './kept-questions.ts';
import { createSearches } from './search/remember-searches.ts';

/** What this process alone remembers of people; it forgets a person together with the store. */
export function createMemory<Forgotten>(
  now: () => number,
  store: { forgetPerson(personId: string): Promise<Forgotten> },
) {
  const searches = createSearches(now);
  const keptQuestions = createKeptQuestions(now);
  return {
    searches,
    keptQuestions,
    async forgetPerson(personId: string): Promise<Forgotten> {
      searches.forget(personId);
      keptQuestions.forget(personId);
      return await store.forgetPerson(personId);
    },
  };
}
