/** The routes of the list of reasons: who may call each, its request and its reply. */
import { z } from 'zod';
import { momentSchema } from '../log/parts.ts';
import { EVERYONE, NO_RESIDENT, route } from '../route.ts';
import { nothing, pinSchema, wordsSchema } from '../schemas.ts';
import { reasonListSchema } from './schemas.ts';

const reasonsViewSchema = z.strictObject({
  list: reasonListSchema,
  /** Who has changed the list last; null where nobody has. */
  chosen: z
    .strictObject({ at: momentSchema, staffName: z.string().max(60), words: z.string().max(200) })
    .nullable(),
});
/** The list of reasons as screens show it. */
export type ReasonsView = z.infer<typeof reasonsViewSchema>;

/** Access, request schema and reply schema of each route of the list of reasons. */
export const reasonsRoutes = {
  'reasons.read': route(EVERYONE, nothing, reasonsViewSchema, { ...NO_RESIDENT, scope: 'nobody' }),
  /** The whole list, as it is to be from then on. No reason leaves it, and none gets other words. */
  'reasons.change': route(
    ['admin'],
    z.strictObject({ list: reasonListSchema, words: wordsSchema, pin: pinSchema }),
    reasonsViewSchema,
    { enters: ['reasons'], shows: 'nothing', proof: 'own' },
  ),
};
