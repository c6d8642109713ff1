/** Checks of the computer itself: the routes, what is shown of them, and what the log says. */
import { z } from 'zod';
import { type Actions, unsigned } from '../manifest.ts';
import { computerCheckIdSchema } from '../ids.ts';
import { numberSchema } from '../numbers.ts';
import { NO_RESIDENT, OVERSIGHT, PLAINLY, route } from '../route.ts';
import { dateSchema, enumOf, nothing, timeSchema } from '../schemas.ts';
import {
  CHECKED_SYSTEMS,
  CHECK_ANSWERS,
  CHECK_DUE_STATES,
  COMPUTER_CHECKS,
  type CheckReading,
  type ComputerReadings,
  MAX_CHECKS_LISTED,
  MAX_FIGURE,
  WHY_UNKNOWN,
} from './lists.ts';

const readingSchema = z
  .strictObject({
    check: enumOf(COMPUTER_CHECKS),
    answer: enumOf(CHECK_ANSWERS),
    why: enumOf(WHY_UNKNOWN).nullable(),
    figure: z.number().int().min(-MAX_FIGURE).max(MAX_FIGURE).nullable(),
  })
  .refine(({ answer, why }) => (answer === 'unknown') === (why !== null)) satisfies z.ZodType<CheckReading>;

/** Each check at most once, in their order: a version that knows more of them reads what one of before has kept. */
const readingsSchema = z
  .array(readingSchema)
  .min(1)
  .max(COMPUTER_CHECKS.length)
  .refine((readings) => {
    const places = readings.map(({ check }) => COMPUTER_CHECKS.indexOf(check));
    return places.every((place, at) => at === 0 || place > (places[at - 1] ?? 0));
  })
  .readonly();

/** Readings as main reports them and the vault keeps them. */
export const computerReadingsSchema = z.strictObject({
  system: enumOf(CHECKED_SYSTEMS),
  readings: readingsSchema,
}) satisfies z.ZodType<ComputerReadings>;

const madeSchema = computerReadingsSchema.extend({
  checkId: computerCheckIdSchema,
  at: timeSchema,
  staffName: z.string().max(60),
});
export type MadeCheck = z.infer<typeof madeSchema>;

const viewSchema = z.strictObject({
  /** The newest first. */
  checks: z.array(madeSchema).max(MAX_CHECKS_LISTED),
  due: z.strictObject({
    state: enumOf(CHECK_DUE_STATES),
    /** Null where there was none yet. */
    on: dateSchema.nullable(),
  }),
});
export type ComputerChecksView = z.infer<typeof viewSchema>;

/** Routes of the checks of the computer. */
export const computerChecksRoutes = {
  'computer.read': route(OVERSIGHT, nothing, viewSchema, { ...NO_RESIDENT, inInspection: true }),
  'computer.check': route(OVERSIGHT, nothing, viewSchema, {
    enters: ['computer-check', 'rectification-add'],
    ...PLAINLY,
    changes: ['computer'],
  }),
};

/** Details of their log entries. */
export const computerChecksActions = {
  'computer-check': {
    detail: computerReadingsSchema.extend({ check: numberSchema }),
    ...unsigned('rules', { computer_check: '+' }),
    duties: ['computer-checks'],
  },
} as const satisfies Actions;
