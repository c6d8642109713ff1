/** The routes of an inspection: who may call each, its request and its reply. */
import { z } from 'zod';
import { personIdSchema } from '../ids.ts';
import { momentSchema } from '../log/parts.ts';
import { EVERYONE, OF_NOBODY, route, BY_OWN_PIN } from '../route.ts';
import { nothing, pinSchema, wordsSchema } from '../schemas.ts';
import { accessHistoryQuestionSchema } from '../access-history/requests.ts';
import { INSPECTION_MINUTES } from './lists.ts';

/** `shared`: other programs, of whoever helps from afar, see the window, which they do not otherwise. */
const inspectionSchema = z.strictObject({
  who: z.string().max(200),
  until: momentSchema,
  shared: z.boolean(),
});
/** An inspection that is going on. */
export type Inspection = z.infer<typeof inspectionSchema>;

/** State of inspection as screens read it; null while none is under way. */
const inspectionViewSchema = z.strictObject({ inspection: inspectionSchema.nullable() });

/** A page that an inspector may have on paper. */
const inspectedPageSchema = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('record'), personId: personIdSchema }),
  z.strictObject({ of: z.literal('access-history'), question: accessHistoryQuestionSchema }),
]);
/** Type of `inspectedPageSchema`. */
export type InspectedPage = z.infer<typeof inspectedPageSchema>;

/** Access, request schema and reply schema of each route of an inspection. */
export const inspectionRoutes = {
  'inspection.read': route(EVERYONE, nothing, inspectionViewSchema, OF_NOBODY),
  /** `who`: who inspects, from where, by which document. From then on nothing but masks is shown, nothing is changed or exported, and nothing printed but what the supervisor lets. */
  'inspection.begin': route(
    ['supervisor'],
    z.strictObject({
      who: wordsSchema,
      minutes: z.literal(INSPECTION_MINUTES),
      shared: z.boolean(),
      pin: pinSchema,
    }),
    inspectionViewSchema,
    { enters: ['inspection'], ...BY_OWN_PIN, changes: ['inspection'] },
  ),
  /** The supervisor lets the inspector have one page in masks, enters it, and lays it ready for one print: the record, or who has seen what. */
  'inspection.print': route(
    ['supervisor'],
    z.strictObject({ what: inspectedPageSchema, pin: pinSchema }),
    nothing,
    {
      enters: ['inspection-print', 'access-history-print'],
      ...BY_OWN_PIN,
      sends: 'masks',
      inInspection: true,
    },
  ),
  'inspection.end': route(['supervisor'], z.strictObject({ pin: pinSchema }), inspectionViewSchema, {
    enters: ['inspection-end'],
    ...BY_OWN_PIN,
    changes: ['inspection'],
    inInspection: true,
  }),
};
