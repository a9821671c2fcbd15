import { ConfigError } from '../domain/errors.ts';
import { systemReason } from '../domain/system-reason.ts';
import { ItemRefused } from '../store/transfer/item-refused.ts';
import { Refusal } from './refusal.ts';

/** Failures of the system or of a server are said in a line; those of ours come with all that is known of them. */
export function explained(error: unknown): unknown {
  if (error instanceof ItemRefused) return new Refusal(error.message, { cause: error });
  if (!(error instanceof Error) || error instanceof ConfigError || error instanceof Refusal) return error;
  const code = 'code' in error ? String(error.code) : '';
  const isOfServer = /^(?:08|53|57|58)\w{3}$/.test(code) || 'errcode' in error;
  const reason = systemReason(error) ?? (isOfServer ? error.message || code : undefined);
  return reason === undefined ? error : new Refusal(reason, { cause: error });
}
