/** The log routes: who may call each, its request and its reply. */
import { z } from 'zod';
import { personIdSchema, staffIdSchema } from '../ids.ts';
import { numberSchema } from '../numbers.ts';
import { NO_RESIDENT, OVERSIGHT, PLAINLY, PREPARATION, route } from '../route.ts';
import { enumOf, nothing } from '../schemas.ts';
import { LOG_OUTCOMES } from './outcomes.ts';
import { logCheckSchema } from './check.ts';
import { logEntryViewSchema } from './entries.ts';
import { LOG_GROUP_NAMES } from './groups.ts';

/** A day that there is, `YYYY-MM-DD`, by the clock on the wall of this computer. */
const daySchema = z.iso.date();

/**
 * Filter of the log; an entry has to fit all that is given. `from` and `to`: first and last day; `staffId`:
 * who did it or co-signed; `personId`: whom the entry names.
 */
const logFilterSchema = z
  .strictObject({
    from: daySchema,
    to: daySchema,
    staffId: staffIdSchema,
    group: enumOf(LOG_GROUP_NAMES),
    outcome: z.enum(LOG_OUTCOMES),
    personId: personIdSchema,
  })
  .partial();
export type LogFilter = z.infer<typeof logFilterSchema>;

/** Somebody of the staff, as the filter offers them. */
const loggedStaffSchema = z.strictObject({
  staffId: staffIdSchema,
  name: z.string().max(60),
  left: z.boolean(),
});
export type LoggedStaff = z.infer<typeof loggedStaffSchema>;

/**
 * Access, request schema and reply schema of each log route. `log.list` returns entries newest first, before
 * the number `before` where given; with a filter, those that a bounded piece of the log has, which may be none.
 * `next` is what to ask before for what follows, null at the log's beginning.
 */
export const logRoutes = {
  'log.list': route(
    OVERSIGHT,
    z.strictObject({
      before: numberSchema.nullable(),
      limit: z.number().int().min(1).max(200),
      filter: logFilterSchema.optional(),
    }),
    z.strictObject({
      entries: z.array(logEntryViewSchema).max(200),
      next: z.number().int().positive().nullable(),
    }),
    { enters: ['log-read'], shows: 'record', proof: 'none', maskedReadOnly: true },
  ),
  /** Everybody who may stand in an entry: present members first, then those who have left. */
  'log.staff': route(OVERSIGHT, nothing, z.strictObject({ staff: z.array(loggedStaffSchema).max(1000) }), {
    ...NO_RESIDENT,
    maskedReadOnly: true,
  }),
  'log.verify': route(OVERSIGHT, nothing, logCheckSchema, {
    enters: ['log-verify'],
    ...PLAINLY,
    inInspection: true,
  }),
  'log.cancel': route(OVERSIGHT, nothing, nothing, { ...PREPARATION, inInspection: true }),
};
