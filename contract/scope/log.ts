/** Log details of scopes: areas and rooms, never a value. */
import { z } from 'zod';
import { roomIdSchema } from '../ids.ts';
import { type DetailSchemas, staffNameSchema } from '../log/parts.ts';
import type { SigningRules } from '../log/signing.ts';
import { SCOPE_PROOFS } from './lists.ts';
import { scopeSchema } from './schemas.ts';

/** Null where it is about the entry's resident. */
const roomSchema = roomIdSchema.nullable();

/** Schema of `detail` for each action on scopes. */
export const scopeDetails = {
  /** What somebody looks after from then on; empty is everything. */
  'staff-scope': z.strictObject({ name: staffNameSchema, was: scopeSchema, becomes: scopeSchema }),
  /** Somebody may open a record outside of theirs for a quarter of an hour: a supervisor has agreed, or it is an emergency. */
  'scope-open': z.strictObject({ room: roomSchema, by: z.enum(SCOPE_PROOFS) }),
  /** Somebody asked for a record outside of theirs. `route`: what they asked for. */
  'scope-refused': z.strictObject({ room: roomSchema, route: z.string().max(60) }),
} satisfies DetailSchemas;

/** Whose signature an entry of each action needs. */
export const scopeSigning = {
  'staff-scope': 'own',
  'scope-open': 'either',
  'scope-refused': 'free',
} as const satisfies SigningRules<typeof scopeDetails>;
