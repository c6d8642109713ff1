/** The routes of changes that were not kept: who may call each, its request and its reply. */
import { z } from 'zod';
import { personIdSchema, roomIdSchema } from '../ids.ts';
import { countSchema } from '../numbers.ts';
import { BY_OWN_PIN, MASKED, route } from '../route.ts';
import { enumOf, maskSchema, nothing, pinSchema, timeSchema } from '../schemas.ts';
import { lossKey } from './views.ts';
import { MAX_LOSSES, WHYS } from './lists.ts';

const lossViewSchema = z.strictObject({
  ...lossKey,
  /** Of what that step has lost. */
  part: countSchema,
  /** By the time of all desks. */
  at: timeSchema,
  /** Null of a desk that the roster does not have. */
  deskName: z.string().max(60).nullable(),
  /** Null where it cannot be read; then nothing else of it is told either. */
  why: enumOf(WHYS).nullable(),
  /** What was changed: a field, a kind of record, or an area of routes by whose name it is called; null of what has no name. */
  kind: z.string().max(60).nullable(),
  /** Null where it is nobody's, and of somebody who is not on record any more. */
  personId: personIdSchema.nullable(),
  personMask: maskSchema.nullable(),
  room: z.strictObject({ roomId: roomIdSchema, label: z.string().max(200) }).nullable(),
  /** What was to be: of names, plates and sealed values alone. */
  mask: maskSchema.nullable(),
});
/** A change that was not kept, as the page shows it. */
export type LossView = z.infer<typeof lossViewSchema>;

const lossesSchema = z.strictObject({ losses: z.array(lossViewSchema).max(MAX_LOSSES), more: z.boolean() });
/** Those that nobody has seen, the newest first; `more`: others follow. */
export type Losses = z.infer<typeof lossesSchema>;

/** Access, request schema and reply schema of each route. */
export const lossesRoutes = {
  'losses.list': route(['supervisor'], nothing, lossesSchema, { ...MASKED, inInspection: true }),
  /** All that a step has lost. */
  'losses.seen': route(['supervisor'], z.strictObject({ ...lossKey, pin: pinSchema }), nothing, {
    ...BY_OWN_PIN,
    enters: ['loss-seen'],
    changes: ['losses'],
  }),
};
