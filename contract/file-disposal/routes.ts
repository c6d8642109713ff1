/** The routes of what was destroyed, and of the copies that were found of it. No reply holds a value from a file. */
import { z } from 'zod';
import { disposalCopyIdSchema, disposalIdSchema } from '../ids.ts';
import { NO_RESIDENT, OVERSIGHT, PLAINLY, route } from '../route.ts';
import { enumOf, nothing, pinSchema, timeSchema } from '../schemas.ts';
import { SWEEP_PLACES } from '../sweep/lists.ts';
import { DISPOSAL_STATES, DISPOSED_OF, LEFT_KINDS, MAX_COPIES, MAX_DISPOSALS } from './lists.ts';

const count = z.number().int().nonnegative();

const leftCopySchema = z.strictObject({
  copyId: disposalCopyIdSchema,
  /** Null while somebody inspects: it may hold a name. */
  name: z.string().max(260).nullable(),
  folder: z.string().max(4_096).nullable(),
  place: enumOf(SWEEP_PLACES),
  kind: enumOf(LEFT_KINDS),
  isDestroyed: z.boolean(),
});
/** A copy of a file that was destroyed, or where its name stands. */
export type LeftCopy = z.infer<typeof leftCopySchema>;

const disposalSchema = z.strictObject({
  disposalId: disposalIdSchema,
  of: enumOf(DISPOSED_OF),
  name: z.string().max(260).nullable(),
  at: timeSchema,
  by: z.string().max(60),
  state: enumOf(DISPOSAL_STATES),
  /** Whether its content was known: without it nothing but its name can be looked for. */
  wasRead: z.boolean(),
  checkedAt: timeSchema.nullable(),
  /** Files that were compared, and those that could not be read. */
  files: count,
  unread: count,
  copies: z.array(leftCopySchema).max(MAX_COPIES),
  /** More than are told. */
  more: count,
});
/** A file that was destroyed, and what is left of it. */
export type Disposal = z.infer<typeof disposalSchema>;

/** The newest first. */
const disposalsSchema = z.strictObject({
  disposals: z.array(disposalSchema).max(MAX_DISPOSALS),
  /** Earlier ones that are not told. */
  more: count,
});
export type Disposals = z.infer<typeof disposalsSchema>;

const changes = { changes: ['disposals'] } as const;

/** Access, request schema and reply schema of each route. */
export const fileDisposalRoutes = {
  'disposals.list': route(OVERSIGHT, nothing, disposalsSchema, { ...NO_RESIDENT, inInspection: true }),
  /** Looks for copies anew, in the background. */
  'disposals.check': route(OVERSIGHT, z.strictObject({ disposalId: disposalIdSchema }), disposalsSchema, {
    enters: ['disposal-check'],
    ...PLAINLY,
    ...changes,
  }),
  /** Overwrites and removes a copy or a shortcut. */
  'disposals.destroy': route(
    OVERSIGHT,
    z.strictObject({ copyId: disposalCopyIdSchema, pin: pinSchema }),
    disposalsSchema,
    { enters: ['disposal-copy'], shows: 'nothing', proof: 'own', ...changes },
  ),
  /** Shows it in its folder, in the system's own window. */
  'disposals.show': route(OVERSIGHT, z.strictObject({ copyId: disposalCopyIdSchema }), nothing, NO_RESIDENT),
};
