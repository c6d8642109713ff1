/** The routes of canary records, an admin's alone: who may call each, its request and its reply. */
import { z } from 'zod';
import { canaryIdSchema } from '../ids.ts';
import { momentSchema } from '../log/parts.ts';
import { route, MASKED } from '../route.ts';
import {
  enumOf,
  maskSchema,
  nothing,
  pinSchema,
  proofSchema,
  relationSchema,
  sexSchema,
  roomTextSchema,
} from '../schemas.ts';
import { CANARY_STATES, MAX_CANARIES } from './lists.ts';

/** How many touches of one record are listed. */
export const MAX_TOUCHES = 20;

const staffNameSchema = z.string().max(60);

const canaryViewSchema = z.strictObject({
  /** Number of the entry that made it. */
  canaryId: canaryIdSchema,
  madeAt: momentSchema,
  madeBy: staffNameSchema,
  state: enumOf(CANARY_STATES),
  /** Null where the record is gone. */
  nameMask: maskSchema.nullable(),
  rooms: z.array(z.string().max(120)).max(20),
  phones: z.array(maskSchema).max(10),
  /** Once for each of the staff and day, oldest first. */
  touches: z.array(z.strictObject({ at: momentSchema, staffName: staffNameSchema })).max(MAX_TOUCHES),
});
/** A canary record as the page shows it. */
export type CanaryView = z.infer<typeof canaryViewSchema>;

const canariesViewSchema = z.strictObject({ canaries: z.array(canaryViewSchema).max(MAX_CANARIES) });
/** All canary records. */
export type CanariesView = z.infer<typeof canariesViewSchema>;

/** The invented person; the phones are the company's own. */
const canaryDraftSchema = z.strictObject({
  name: z.string().trim().min(1).max(100),
  sex: sexSchema,
  phones: z.array(z.string().trim().min(1).max(40)).min(1).max(2),
  /** Null of somebody who lives in no room. */
  room: z.strictObject({ text: roomTextSchema, relation: relationSchema }).nullable(),
});
/** Type of `canaryDraftSchema`. */
export type CanaryDraft = z.infer<typeof canaryDraftSchema>;

/** Access, request schema and reply schema of each route of canary records. */
export const canariesRoutes = {
  'canaries.list': route(['admin'], nothing, canariesViewSchema, { ...MASKED }),
  /** A supervisor's PIN as well: an import finds a phone by a key that no admin holds. */
  'canaries.make': route(
    ['admin'],
    z.strictObject({ person: canaryDraftSchema, pin: pinSchema, supervisor: proofSchema }),
    canariesViewSchema,
    { enters: ['canary'], shows: 'masks', proof: 'both' },
  ),
  /** The record stays, as one that is watched no more. */
  'canaries.end': route(
    ['admin'],
    z.strictObject({ canaryId: canaryIdSchema, pin: pinSchema }),
    canariesViewSchema,
    { enters: ['canary'], shows: 'masks', proof: 'own' },
  ),
};
