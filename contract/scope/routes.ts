/** The routes of scopes at the desk: who may call each, its request and its reply. What an admin chooses is with the staff. */
import { z } from 'zod';
import { personIdSchema, roomIdSchema } from '../ids.ts';
import { momentSchema } from '../log/parts.ts';
import { EVERYONE, route } from '../route.ts';
import { nothing, pinSchema, proofSchema, wordsSchema } from '../schemas.ts';
import { scopeSchema } from './schemas.ts';

const outsideSchema = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('person'), personId: personIdSchema }),
  z.strictObject({ of: z.literal('room'), roomId: roomIdSchema }),
]);
/** A record outside of somebody's scope. */
export type Outside = z.infer<typeof outsideSchema>;

const openedSchema = z.strictObject({ about: outsideSchema, until: momentSchema });

const ownScopeSchema = z.strictObject({
  /** Areas that the signed-in person looks after; empty is everything. */
  scope: scopeSchema,
  /** Records outside that they may open for now. */
  opened: z.array(openedSchema).max(200),
});
/** The scope of whoever is signed in. */
export type OwnScope = z.infer<typeof ownScopeSchema>;

/** Access, request schema and reply schema of each route. */
export const scopeRoutes = {
  'scope.read': route(EVERYONE, nothing, ownScopeSchema, {
    enters: 'no-resident',
    shows: 'ids',
    proof: 'none',
    scope: 'ids',
    inInspection: true,
  }),
  /**
   * Lets whoever is signed in open a record outside for a quarter of an hour, with the people who live in it now where it is a room. A supervisor agrees; or,
   * in an emergency, for a room, their own PIN, which raises an alert.
   */
  'scope.open': route(
    ['receptionist'],
    z.union([
      z.strictObject({ about: outsideSchema, words: wordsSchema, supervisor: proofSchema }),
      z.strictObject({
        about: z.strictObject({ of: z.literal('room'), roomId: roomIdSchema }),
        words: wordsSchema,
        emergency: pinSchema,
      }),
    ]),
    ownScopeSchema,
    { enters: ['scope-open', 'alert'], shows: 'ids', proof: 'both', scope: 'over' },
  ),
};
