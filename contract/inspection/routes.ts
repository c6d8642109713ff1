/** The routes of an inspection: who may call each, its request and its reply. */
import { z } from 'zod';
import { momentSchema } from '../log/parts.ts';
import { EVERYONE, route } from '../route.ts';
import type { Routes } from '../route.ts';
import { nothing, pinSchema, wordsSchema } from '../schemas.ts';
import { INSPECTION_MINUTES } from './lists.ts';

const inspectionSchema = z.strictObject({ who: z.string().max(200), until: momentSchema });
/** An inspection that is going on. */
export type Inspection = z.infer<typeof inspectionSchema>;

/** What a screen is told of it. */
const inspectionViewSchema = z.strictObject({ inspection: inspectionSchema.nullable() });

/** Access, request schema and reply schema of each route of an inspection. */
export const inspectionRoutes = {
  'inspection.read': route(EVERYONE, nothing, inspectionViewSchema, { inInspection: true }),
  /** `who`: who inspects, from where, by which document. From then on nothing but masks is shown, and nothing is changed, exported or printed. */
  'inspection.begin': route(
    ['supervisor'],
    z.strictObject({ who: wordsSchema, minutes: z.literal(INSPECTION_MINUTES), pin: pinSchema }),
    inspectionViewSchema,
    { changes: ['inspection'] },
  ),
  'inspection.end': route(['supervisor'], z.strictObject({ pin: pinSchema }), inspectionViewSchema, {
    changes: ['inspection'],
    inInspection: true,
  }),
} as const satisfies Routes;
