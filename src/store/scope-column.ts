import { z } from 'zod';
import type { Scope } from '../domain/scope.ts';

/** Whose something stored is. */
export const scope: z.ZodType<Scope> = z.union([
  z.literal('public'),
  z.templateLiteral(['guild:', z.string()]),
  z.templateLiteral(['person:', z.string()]),
]);
