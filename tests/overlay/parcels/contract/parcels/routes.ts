/** The routes of parcels at the desk: who may call each, its request and its reply. */
import { z } from 'zod';
import { idOf, roomIdSchema } from '../ids.ts';
import { DESK, route } from '../route.ts';
import { lineSchema, nothing, roomTextSchema, timeSchema } from '../schemas.ts';
import { MAX_PARCEL_WORDS, MAX_PARCELS } from './lists.ts';

const parcelIdSchema = idOf('parcel', 'rooms');
const staffNameSchema = z.string().max(60);

const parcelSchema = z.strictObject({
  parcelId: parcelIdSchema,
  roomId: roomIdSchema,
  room: z.string().max(120),
  carrier: z.string().max(MAX_PARCEL_WORDS),
  broughtAt: timeSchema,
  takenBy: staffNameSchema,
  /** Null while it waits. */
  collected: z
    .strictObject({ by: z.string().max(MAX_PARCEL_WORDS), at: timeSchema, givenBy: staffNameSchema })
    .nullable(),
});
/** A parcel as the page shows it. */
export type Parcel = z.infer<typeof parcelSchema>;

const parcelsSchema = z.strictObject({ parcels: z.array(parcelSchema).max(MAX_PARCELS) });
/** The parcels of whoever's rooms the asker looks after. */
export type Parcels = z.infer<typeof parcelsSchema>;

const facts = { shows: 'ids', proof: 'none', scope: 'filtered' } as const;

/** Access, request schema and reply schema of each route. */
export const parcelsRoutes = {
  'parcels.list': route(DESK, nothing, parcelsSchema, { ...facts, enters: 'masks' }),
  'parcels.take': route(
    DESK,
    z.strictObject({ room: roomTextSchema, carrier: lineSchema(1, MAX_PARCEL_WORDS) }),
    parcelsSchema,
    { ...facts, enters: ['parcel-in'], changes: ['parcels'] },
  ),
  'parcels.give': route(
    DESK,
    z.strictObject({ parcelId: parcelIdSchema, collector: lineSchema(1, MAX_PARCEL_WORDS) }),
    parcelsSchema,
    { ...facts, enters: ['parcel-out'], changes: ['parcels'] },
  ),
};
