/** A cause of a cause of a cause tells enough. */
const deepest = 4;

/**
 * An error as the log shows it: its kind, its words, its codes and where it happened. What else an error carries is left
 * out, as it can be a message's whole text or an address with a token in it (a `DiscordAPIError` has both).
 */
export function shownError(error: unknown, depth = 0): unknown {
  if (!(error instanceof Error)) return error === undefined ? undefined : String(error);
  const { name, message, stack, cause } = error;
  const hasCause = cause !== undefined && depth < deepest;
  return {
    type: name,
    message,
    ...('code' in error ? { code: error.code } : {}),
    ...('status' in error ? { status: error.status } : {}),
    stack,
    ...(error instanceof AggregateError && depth < deepest
      ? { errors: error.errors.map((one: unknown) => shownError(one, depth + 1)) }
      : {}),
    ...(hasCause ? { cause: shownError(cause, depth + 1) } : {}),
  };
}
