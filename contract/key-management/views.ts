/** Reply schemas of the key custody routes. */
import { z } from 'zod';
import { ERROR_CODES } from '../errors.ts';
import { staffIdSchema } from '../ids.ts';
import { countSchema, deskSchema } from '../numbers.ts';
import { timeSchema } from '../schemas.ts';
import { deskPersonSchema } from '../sign-in/views.ts';
import { ROTATED_KEYS, ROTATION_ENDS, THEFT_STATES, THEFT_STEPS } from './lists.ts';

/** One rotation, read from the log. */
const keyRotationSchema = z.strictObject({
  id: z.number().int().positive(),
  begunAt: timeSchema,
  endedAt: timeSchema.nullable(),
  staffName: z.string().max(60),
  cosignerName: z.string().max(60).nullable(),
  end: z.enum(ROTATION_ENDS),
  /** Error that ended it; null where none did or the log does not say. */
  code: z.enum(ERROR_CODES).nullable(),
});

/** One key with its age, the date when its rotation is due, and its past rotations. */
const keyViewSchema = z.strictObject({
  key: z.enum(ROTATED_KEYS),
  /** When the key in force was made: by set-up or by the last rotation. */
  madeAt: timeSchema,
  rotated: z.boolean(),
  dueAt: timeSchema,
  /** Newest first. */
  history: z.array(keyRotationSchema).max(50),
});
export type KeyView = z.infer<typeof keyViewSchema>;

/** All that the key page shows. */
export const keysViewSchema = z.strictObject({
  keys: z.array(keyViewSchema).max(ROTATED_KEYS.length),
  /**
   * The ceremony after a theft: steps left (null where none is under way) and the history of all ceremonies.
   */
  theft: z.strictObject({
    left: z.number().int().positive().max(THEFT_STEPS.length).nullable(),
    history: z.array(keyRotationSchema).max(50),
  }),
  /** How much a rotation touches; sizes in bytes. */
  touches: z.strictObject({
    storeBytes: z.number().int().nonnegative(),
    /** People who can sign in, the recovery sheet not counted. */
    people: z.number().int().nonnegative(),
    /** Of these, people who hold a grant of a sealed tier. */
    holders: z.number().int().nonnegative(),
    values: z.number().int().nonnegative(),
  }),
});
export type KeysView = z.infer<typeof keysViewSchema>;

/** Progress of the ceremony after a theft. */
export const theftViewSchema = z.strictObject({
  /** The ceremony under way; null where there is none. */
  begun: z
    .strictObject({
      at: timeSchema,
      staffName: z.string().max(60),
      cosignerName: z.string().max(60).nullable(),
    })
    .nullable(),
  /** Steps left, in order; all of them where no ceremony is under way. */
  left: z.array(z.enum(THEFT_STEPS)).max(THEFT_STEPS.length),
  people: z.array(z.strictObject({ staffId: staffIdSchema, state: z.enum(THEFT_STATES) })).max(200),
  /** Estimated minutes for the steps that are left. */
  minutes: z.number().int().positive(),
});
export type TheftView = z.infer<typeof theftViewSchema>;

const deskNameSchema = z.string().min(1).max(60);
/** The desks of the estate; none where one desk keeps the vault. */
export const desksViewSchema = z.strictObject({
  /** The number of this one. */
  own: deskSchema,
  desks: z
    .array(
      z.strictObject({
        desk: deskSchema,
        name: deskNameSchema,
        isEnded: z.boolean(),
        /** What the mailbox has and it has not; null where the mailbox has not said. */
        behind: countSchema.nullable(),
        /** When its last signed word came here; null of this desk, and where none has come. */
        heardAt: timeSchema.nullable(),
      }),
    )
    .max(2000),
  /** The slip by which one may be let in; null where there is none, or its day is over. */
  slip: z.strictObject({ name: deskNameSchema, until: timeSchema }).nullable(),
});
export type DesksView = z.infer<typeof desksViewSchema>;

/** How far a computer without a vault has come that joins an estate. */
export const joinViewSchema = z.strictObject({
  /** Why the mailbox is not reached; null where it is, and before it has answered. */
  trouble: z.string().max(20).nullable(),
  /** Null until the estate has answered. */
  view: z
    .strictObject({
      estateName: z.string().min(1).max(60),
      fingerprint: z.string().max(60),
      /** Twelve characters. */
      code: z.string().max(30),
      /** None until it is let in. */
      admins: z.array(deskPersonSchema).max(200),
    })
    .nullable(),
});
export type JoinView = z.infer<typeof joinViewSchema>;
