/** A tool does not do what it was asked, and says why in a line: the process ends with status 1. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}
