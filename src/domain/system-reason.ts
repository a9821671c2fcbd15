/**
 * What the system says of a failure of its own: a server that does not answer, a file that cannot be read. `undefined` of
 * any other, whose stack is worth telling.
 */
export function systemReason(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  // An address with several numbers was tried at each.
  if (error instanceof AggregateError) return error.errors.map(String).join('; ') || codeOf(error);
  return 'syscall' in error ? error.message || codeOf(error) : undefined;
}

const codeOf = (error: Error): string => ('code' in error ? String(error.code) : '');
