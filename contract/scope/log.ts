/** Log details of scopes: areas and rooms, never a value. */
import { z } from 'zod';
import { type Actions, signedCoordinated, signedByEither, unsigned } from '../manifest.ts';
import { roomIdSchema } from '../ids.ts';
import { staffNameSchema } from '../log/parts.ts';
import { SCOPE_PROOFS } from './lists.ts';
import { scopeSchema } from './schemas.ts';

/** Null where it is about the entry's resident. */
const roomSchema = roomIdSchema.nullable();

/** Each action on scopes. */
export const scopeActions = {
  /** Change of the areas that somebody looks after; empty is everything. */
  'staff-scope': {
    detail: z.strictObject({ name: staffNameSchema, was: scopeSchema, becomes: scopeSchema }),
    ...signedCoordinated('staff', { roster_entry: '+' }),
    duties: ['permission-matrix'],
  },
  /** Somebody may open a record outside of theirs for a quarter of an hour: a supervisor has agreed, or it is an emergency. */
  'scope-open': {
    detail: z.strictObject({ room: roomSchema, by: z.enum(SCOPE_PROOFS) }),
    ...signedByEither('search', {}),
  },
  /** Somebody asked for a record outside of theirs. `route`: what they asked for. */
  'scope-refused': {
    detail: z.strictObject({ room: roomSchema, route: z.string().max(60) }),
    ...unsigned('denied', {}),
    besideAny: true,
  },
} as const satisfies Actions;
