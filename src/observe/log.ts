import { pino } from 'pino';
import type { Log } from '../domain/log.ts';
import { shownError } from './shown-error.ts';

/** One JSON line an event on standard output: `{"level":"info","time":…,"event":"digest.posted",…}`. */
export function createLog(level: 'debug' | 'info' | 'warn' | 'error' | 'silent'): Log {
  const lines = pino({
    level,
    base: null,
    messageKey: 'event',
    formatters: { level: (label) => ({ level: label }) },
    serializers: { err: (error: unknown) => shownError(error) },
  });
  return {
    debug: (event, fields) => lines.debug(fields ?? {}, event),
    info: (event, fields) => lines.info(fields ?? {}, event),
    warn: (event, fields) => lines.warn(fields ?? {}, event),
    error: (event, fields, error) => lines.error({ ...fields, err: error }, event),
  };
}
