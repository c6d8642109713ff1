/** What screens are shown of custody. */
import { z } from 'zod';
import { ERROR_CODES } from '../errors.ts';
import { staffIdSchema } from '../ids.ts';
import { timeSchema } from '../schemas.ts';
import { ROTATED_KEYS, ROTATION_ENDS, THEFT_STATES, THEFT_STEPS } from './lists.ts';

/** A rotation as the log has it. */
const keyRotationSchema = z.strictObject({
  id: z.number().int().positive(),
  begunAt: timeSchema,
  endedAt: timeSchema.nullable(),
  staffName: z.string().max(60),
  cosignerName: z.string().max(60).nullable(),
  end: z.enum(ROTATION_ENDS),
  /** Of what ended it; null where nothing did, or the log does not say. */
  code: z.enum(ERROR_CODES).nullable(),
});

export const keyViewSchema = z.strictObject({
  key: z.enum(ROTATED_KEYS),
  /** The key in force: by set-up, or by the last rotation. */
  madeAt: timeSchema,
  rotated: z.boolean(),
  dueAt: timeSchema,
  /** Newest first. */
  history: z.array(keyRotationSchema).max(50),
});
export type KeyView = z.infer<typeof keyViewSchema>;

export const keysViewSchema = z.strictObject({
  keys: z.array(keyViewSchema).max(ROTATED_KEYS.length),
  /** The ceremony after a theft: how many steps of the one that is under way are left, null where none is, and the record of all. */
  theft: z.strictObject({
    left: z.number().int().positive().max(THEFT_STEPS.length).nullable(),
    history: z.array(keyRotationSchema).max(50),
  }),
  /** What a rotation has to do with. */
  touches: z.strictObject({
    storeBytes: z.number().int().nonnegative(),
    /** People with a way in, the sheet not counted. */
    people: z.number().int().nonnegative(),
    /** Those of them who hold a tier. */
    holders: z.number().int().nonnegative(),
    values: z.number().int().nonnegative(),
  }),
});
export type KeysView = z.infer<typeof keysViewSchema>;

/** The ceremony after a theft, as far as it has come. */
export const theftViewSchema = z.strictObject({
  /** The one that is under way. */
  begun: z
    .strictObject({
      at: timeSchema,
      staffName: z.string().max(60),
      cosignerName: z.string().max(60).nullable(),
    })
    .nullable(),
  /** In their order; all of them where none is under way. */
  left: z.array(z.enum(THEFT_STEPS)).max(THEFT_STEPS.length),
  people: z.array(z.strictObject({ staffId: staffIdSchema, state: z.enum(THEFT_STATES) })).max(200),
  /** About how long the steps that are left take, in minutes. */
  minutes: z.number().int().positive(),
});
export type TheftView = z.infer<typeof theftViewSchema>;
