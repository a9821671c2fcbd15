import { UserError, type UserProblem } from '../src/domain/errors.ts';

/** The problem that work ends in; fails when it does not. */
export async function problemOf(work: Promise<unknown>): Promise<UserProblem> {
  try {
    await work;
  } catch (error) {
    if (error instanceof UserError) return error.problem;
    throw error;
  }
  throw new Error('it went well');
}
