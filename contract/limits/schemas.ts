/** Schemas of limits, shared by their routes and what the log says of them. */
import { z } from 'zod';
import {
  COUNTED,
  type Counted,
  LATER_SIGNS,
  LIMITED_ROLES,
  type LimitedRole,
  type Limits,
  type LoggedLimits,
  SIGNS,
  SPANS,
  type Sign,
  type Span,
} from './lists.ts';

/** How many; 0 is no limit. */
const numberSchema = z.number().int().min(0).max(100_000);

/** An object with one value for each name. */
const each = <Name extends string, Value extends z.ZodType>(names: readonly Name[], value: Value) =>
  z.strictObject(Object.fromEntries(names.map((name) => [name, value])) as Record<Name, Value>);

const hourSchema = z.number().int().min(0).max(23);

const quotasAndNight = {
  quotas: each<LimitedRole, z.ZodType<Limits['quotas'][LimitedRole]>>(
    LIMITED_ROLES,
    each<Counted, z.ZodType<{ readonly [S in Span]: number }>>(
      COUNTED,
      each<Span, typeof numberSchema>(SPANS, numberSchema),
    ),
  ),
  night: z.strictObject({ from: hourSchema, until: hourSchema }),
};
const signsSchema = each<Sign, typeof numberSchema>(SIGNS, numberSchema);

/** All limits of a desk. */
export const limitsSchema: z.ZodType<Limits> = z.strictObject({ ...quotasAndNight, signs: signsSchema });

/** The same as an entry of the log has them, of whichever version. */
export const loggedLimitsSchema: z.ZodType<LoggedLimits> = z.strictObject({
  ...quotasAndNight,
  signs: signsSchema.partial(
    Object.fromEntries(LATER_SIGNS.map((sign) => [sign, true])) as Record<(typeof LATER_SIGNS)[number], true>,
  ),
});
