/** Log details of scopes: areas and rooms, never a value. */
import { z } from 'zod';
import type { Actions } from '../manifest.ts';
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
    signing: 'own',
    group: 'staff',
    work: 'coordinated',
    writes: { roster_entry: '+' },
    duties: ['permission-matrix'],
  },
  /** Somebody may open a record outside of theirs for a quarter of an hour: a supervisor has agreed, or it is an emergency. */
  'scope-open': {
    detail: z.strictObject({ room: roomSchema, by: z.enum(SCOPE_PROOFS) }),
    signing: 'either',
    group: 'search',
    work: 'free',
    writes: {},
  },
  /** Somebody asked for a record outside of theirs. `route`: what they asked for. */
  'scope-refused': {
    detail: z.strictObject({ room: roomSchema, route: z.string().max(60) }),
    signing: 'free',
    group: 'denied',
    work: 'free',
    writes: {},
    besideAny: true,
  },
} as const satisfies Actions;
