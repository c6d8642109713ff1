/** The routes of walk-rounds: who may call each, its request and its reply. */
import { z } from 'zod';
import { sourceSchema } from '../forms/schemas.ts';
import { fileIdSchema, rectificationIdSchema, walkIdSchema, walkPlaceIdSchema } from '../ids.ts';
import { NO_RESIDENT, OVERSIGHT, PLAINLY, route, routesOf } from '../route.ts';
import { dateSchema, enumOf, lineSchema, nothing, pinSchema, timeSchema } from '../schemas.ts';
import { MAX_OWN_PLACES, MAX_PLACE_WORDS, MAX_WALKS, WALK_MONTHS, WALK_OUTCOMES } from './lists.ts';

/** Most places of one walk: those of the product and those of the company. */
const MAX_PLACES = MAX_OWN_PLACES + 40;
const textSchema = z.string().max(MAX_PLACE_WORDS);
const lookSchema = z.array(textSchema).max(12);
/** Reference to a place: the name of one of the product's, or `own-` and the number of one of the company's. */
const refSchema = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/);

const placeSchema = z.strictObject({
  ref: refSchema,
  /** Null for one of the product's. */
  placeId: walkPlaceIdSchema.nullable(),
  /** In Chinese and in English; a company's own says the same in both. */
  title: textSchema,
  titleEn: textSchema,
  look: lookSchema,
  lookEn: lookSchema,
});
/** A place that is looked at. */
export type WalkPlace = z.infer<typeof placeSchema>;

const resultSchema = z.strictObject({
  ref: refSchema,
  /** As it was called then. */
  title: textSchema,
  titleEn: textSchema,
  /** Points that were to be looked at. */
  look: lookSchema,
  lookEn: lookSchema,
  outcome: enumOf(WALK_OUTCOMES),
  words: textSchema,
  /** The item by which it is put right. */
  rectificationId: rectificationIdSchema.nullable(),
});

const walkSchema = z.strictObject({
  walkId: walkIdSchema,
  at: timeSchema,
  by: z.string().max(60),
  findings: z.number().int().nonnegative(),
  /** Of the list that was gone through. */
  source: sourceSchema,
  results: z.array(resultSchema).max(MAX_PLACES),
});
/** A walk-round that was made. */
export type Walk = z.infer<typeof walkSchema>;

/** Milliseconds are of the clock of the computer; days by the clock on the wall. */
const dueSchema = z.strictObject({
  /** Null before the first. */
  dueOn: dateSchema.nullable(),
  /** From today, below zero once it is over. */
  daysLeft: z.number().int().nullable(),
});
/** When the next walk is due. */
export type WalkDue = z.infer<typeof dueSchema>;

const walksSchema = z.strictObject({
  places: z.array(placeSchema).max(MAX_PLACES),
  /** Of the product's own places. */
  source: sourceSchema,
  everyMonths: z.literal(WALK_MONTHS),
  due: dueSchema,
  /** Newest first. */
  walks: z.array(walkSchema).max(MAX_WALKS),
});
/** Places, walks and when the next is due. */
export type Walks = z.infer<typeof walksSchema>;

const changes = { changes: ['walks'] } as const;
const change = routesOf(OVERSIGHT, walksSchema, changes.changes);

/** Access, request schema and reply schema of each route. */
export const walkRoundRoutes = {
  'walks.list': route(OVERSIGHT, nothing, walksSchema, { ...NO_RESIDENT, inInspection: true }),
  'walks.due': route(OVERSIGHT, nothing, dueSchema, { ...NO_RESIDENT, inInspection: true }),
  'walks.addPlace': change(
    { title: lineSchema(1, 40), look: lineSchema(0, MAX_PLACE_WORDS) },
    { enters: ['walk-places'], shows: 'nothing', proof: 'none' },
  ),
  'walks.removePlace': change({ placeId: walkPlaceIdSchema }, { enters: ['walk-places'], ...PLAINLY }),
  'walks.schedule': change({ everyMonths: z.literal(WALK_MONTHS) }, { enters: ['walk-places'], ...PLAINLY }),
  /** A result for each place, in the order of the list. Each finding becomes an item that is to be put right. */
  'walks.finish': route(
    ['supervisor'],
    z.strictObject({
      results: z
        .array(
          z.strictObject({
            ref: refSchema,
            outcome: enumOf(WALK_OUTCOMES),
            words: lineSchema(0, MAX_PLACE_WORDS),
          }),
        )
        .min(1)
        .max(MAX_PLACES),
      pin: pinSchema,
    }),
    walksSchema,
    { enters: ['walk-round', 'rectification-add'], shows: 'nothing', proof: 'own', ...changes },
  ),
  /** The sheet that is taken along, or what a walk has found; to the file that was picked, or without one to the printer. */
  'walks.print': route(
    OVERSIGHT,
    z.strictObject({ walkId: walkIdSchema.nullable(), fileId: fileIdSchema.optional() }),
    z.strictObject({ pages: z.number().int().positive() }),
    { enters: ['walk-print'], shows: 'nothing', proof: 'none', sends: 'nobody' },
  ),
};
