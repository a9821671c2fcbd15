type LogFields = Readonly<Record<string, string | number | boolean | undefined>>;

/**
 * Events as dotted names with facts as fields: `log.info('digest.posted', { digestId, ms })`. Never a token,
 * never the text of a message.
 */
export interface Log {
  debug(event: string, fields?: LogFields): void;
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields & { readonly error?: never }, error?: unknown): void;
}
