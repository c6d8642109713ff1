/** Schemas of limits, shared by their routes and what the log says of them. */
import { z } from 'zod';
import { COUNTED, LIMITED_ROLES, SPANS, USUAL_LIMITS } from './lists.ts';
import type { Counted, LimitedRole, Limits, Sign, Span } from './lists.ts';

/** How many; 0 is no limit. */
const numberSchema = z.number().int().min(0).max(100_000);

/** An object with one value for each name. */
const each = <Name extends string, Value extends z.ZodType>(names: readonly Name[], value: Value) =>
  z.strictObject(Object.fromEntries(names.map((name) => [name, value])) as Record<Name, Value>);

const hourSchema = z.number().int().min(0).max(23);

/** All limits of a desk. */
export const limitsSchema: z.ZodType<Limits> = z.strictObject({
  quotas: each<LimitedRole, z.ZodType<Limits['quotas'][LimitedRole]>>(
    LIMITED_ROLES,
    each<Counted, z.ZodType<{ readonly [S in Span]: number }>>(
      COUNTED,
      each<Span, typeof numberSchema>(SPANS, numberSchema),
    ),
  ),
  signs: each<Sign, typeof numberSchema>(Object.keys(USUAL_LIMITS.signs) as readonly Sign[], numberSchema),
  night: z.strictObject({ from: hourSchema, until: hourSchema }),
});
