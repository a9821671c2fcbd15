/** SQLite's primary result code of a failure; `undefined` where it is none of SQLite's. */
export function resultCode(error: unknown): number | undefined {
  return error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : undefined;
}

/** Whether another connection holds what was wanted (SQLITE_BUSY). */
export function isBusy(error: unknown): boolean {
  return resultCode(error) === 5;
}
